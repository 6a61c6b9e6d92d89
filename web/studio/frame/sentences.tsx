interface Props {
  readonly items: readonly string[]
  /** What is said when there are none. */
  readonly none: string
}

/** Sentences, a line each. */
export function Sentences({ items, none }: Props) {
  if (items.length === 0) return <p>{none}</p>
  return (
    <ul class="lines">
      {items.map((sentence) => (
        <li key={sentence} dir="auto">
          {sentence}
        </li>
      ))}
    </ul>
  )
}
