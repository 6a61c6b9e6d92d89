import { countWords } from '#program/words/list-words.ts'
import { differences } from '../edit/differences.ts'
import { placeWords } from '../edit/place-words.ts'
import { dayAndTimeWords } from '../keep/keeping-words.ts'
import type { KeptDraft } from '../keep/kept-draft.ts'

interface Props {
  readonly kept: KeptDraft
  readonly onTakeUp: () => void
  readonly onThrowAway: () => void
}

/** What was typed in this browser and never saved, offered back. */
export function KeptPart({ kept, onTakeUp, onThrowAway }: Props) {
  const changes = differences(kept.saved, kept.typed)
  const when = dayAndTimeWords(kept.at)
  const places = changes.slice(0, 5).map(({ path }) => placeWords(path, kept.typed.document, kept.saved.document))
  const more = changes.length - places.length
  return (
    <section class="section first studio-alert" aria-labelledby="kept">
      <h2 id="kept">Something you typed was not saved</h2>
      <p>
        On {when} this browser kept {countWords(changes.length, 'change')}: {places.join('; ')}
        {more > 0 && `; and ${more} more`}.
      </p>
      <p class="actions">
        <button class="button" type="button" onClick={onTakeUp}>
          Take it up
        </button>
        <button class="button quiet" type="button" onClick={onThrowAway}>
          Throw it away
        </button>
      </p>
    </section>
  )
}
