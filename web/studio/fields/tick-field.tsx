interface Props {
  readonly label: string
  readonly isOn: boolean
  readonly onTick: (isOn: boolean) => void
}

/** Yes or no. */
export function TickField({ label, isOn, onTick }: Props) {
  return (
    <label class="edit-tick">
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
      {label}
    </label>
  )
}
