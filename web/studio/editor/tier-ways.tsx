import type { RowDocument, TierDocument } from '#program/document.ts'
import { removeWay, setWay } from '../edit/tier-edits.ts'
import { wayWords } from '../edit/value-words.ts'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'
import { WasHere } from './was-here.tsx'
import { WayFields } from './way-fields.tsx'

interface Props {
  readonly tier: TierDocument
  readonly rank: number
}

/** The ways of reaching a tier, each of which is enough. */
export function TierWays({ tier, rank }: Props) {
  const { content, edit } = useEditor()
  const ways = tier.qualify ?? []
  const set = (index: number, work: string) => (row: RowDocument) => edit(setWay(tier.id, index, row), work)
  return (
    <div>
      <h4>{ways.length > 1 ? 'Any one of these' : 'How to reach it'}</h4>
      {rank === 0 && ways.length === 0 && <p>Join. Everyone holds it.</p>}
      <ul class="lines">
        {ways.map((way, index) => (
          // A way has no id: its place is what it is known by.
          <li key={`${tier.id} ${index}`}>
            <EditInPlace
              label={`${tier.name}, way ${index + 1}`}
              path={[]}
              form={(work, close) => (
                <>
                  <WayFields row={way} onRow={set(index, work)} />
                  <button
                    class="edit-action"
                    type="button"
                    onClick={() => {
                      close()
                      edit(removeWay(tier.id, index))
                    }}
                  >
                    Take this way out
                  </button>
                </>
              )}
            >
              {wayWords(way, content.document)}
            </EditInPlace>
            <FindingsHere spot={`/tiers/${rank}/qualify/${index}`} />
          </li>
        ))}
      </ul>
      <WasHere path={['document', 'tiers', tier.id, 'qualify']} />
      {rank > 0 && (
        <EditInPlace
          label={`${tier.name}, new way`}
          isAction
          path={[]}
          form={(work) => <WayFields row={{}} onRow={set(ways.length, work)} />}
        >
          Add a way
        </EditInPlace>
      )}
    </div>
  )
}
