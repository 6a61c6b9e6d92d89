import { useMemo, useState } from 'preact/hooks'
import type { Content } from '../edit/content.ts'
import { type Difference, differences } from '../edit/differences.ts'
import { merge, taking } from '../edit/merge.ts'
import { placeWords } from '../edit/place-words.ts'
import { valueWords } from '../edit/value-words.ts'
import { useEditor } from './editor.ts'

interface Props {
  readonly title: string
  /** Whose version the other one is, at the beginning of a sentence: "Edition 3". */
  readonly who: string
  /** What both went out from. */
  readonly base: Content
  readonly other: Content
  readonly settleWords: string
  readonly otherWords: string
  readonly onSettle: (content: Content) => void
  readonly onOther: () => void
}

/** Another version came meanwhile: what it changed, and a choice wherever both changed the same place. */
export function ConflictPart({ title, who, base, other, settleWords, otherWords, onSettle, onOther }: Props) {
  const { content } = useEditor()
  const changes = useMemo(() => differences(base, other), [base, other])
  const { content: both, disputed } = useMemo(() => merge(base, content, other), [base, content, other])
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const settle = () =>
    onSettle(disputed.filter(({ path }) => taken.has(keyOf(path))).reduce((all, place) => taking(all, place), both))
  const choose = (path: Difference['path'], isTheirs: boolean) => {
    const next = new Set(taken)
    if (isTheirs) next.add(keyOf(path))
    else next.delete(keyOf(path))
    setTaken(next)
  }
  return (
    <section class="section first studio-alert" aria-labelledby="conflict">
      <h2 id="conflict" tabIndex={-1}>
        {title}
      </h2>
      <p>Nothing of yours is lost, and nothing of theirs is overwritten. {changes.length > 0 && `${who} changed:`}</p>
      <ul class="lines">
        {changes.map(({ path, was, is }) => (
          <li key={keyOf(path)}>
            <strong>{placeWords(path, other.document, base.document)}</strong>:{' '}
            <del>{valueWords(path, was, base.document)}</del> → <ins>{valueWords(path, is, other.document)}</ins>
          </li>
        ))}
      </ul>
      {disputed.map((place) => (
        <OneDispute
          key={keyOf(place.path)}
          place={place}
          mine={content}
          theirs={other}
          isTheirs={taken.has(keyOf(place.path))}
          onChoice={(isTheirs) => choose(place.path, isTheirs)}
        />
      ))}
      <p class="actions">
        <button class="button" type="button" onClick={settle}>
          {settleWords}
        </button>
        <button class="button quiet" type="button" onClick={onOther}>
          {otherWords}
        </button>
      </p>
    </section>
  )
}

const keyOf = (path: Difference['path']) => path.join('\n')

interface DisputeProps {
  readonly place: Difference
  readonly mine: Content
  readonly theirs: Content
  readonly isTheirs: boolean
  readonly onChoice: (isTheirs: boolean) => void
}

function OneDispute({ place, mine, theirs, isTheirs, onChoice }: DisputeProps) {
  const { path, was, is } = place
  const versions = [
    { words: 'Mine', text: valueWords(path, is, mine.document), isOn: !isTheirs, choose: () => onChoice(false) },
    { words: 'Theirs', text: valueWords(path, was, theirs.document), isOn: isTheirs, choose: () => onChoice(true) },
  ]
  return (
    <fieldset class="studio-dispute">
      <legend>{placeWords(path, mine.document, theirs.document)}</legend>
      {versions.map(({ words, text, isOn, choose }) => (
        <label key={words} class="edit-tick">
          <input type="radio" name={keyOf(path)} checked={isOn} onChange={choose} />
          <span>
            <strong>{words}:</strong> <span dir="auto">{text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
