import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { TierDocument } from '#program/document.ts'
import { isSame } from '../edit/is-same.ts'
import { removeWay, setWay } from '../edit/tier-edits.ts'
import { wayWords } from '../edit/value-words.ts'
import { focusOn } from '../frame/focus.ts'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'
import { Was, WasHere } from './was-here.tsx'
import { WayFields } from './way-fields.tsx'

interface Props {
  readonly tier: TierDocument
  readonly rank: number
}

/** The ways of reaching a tier, each of which is enough. */
export function TierWays({ tier, rank }: Props) {
  const { content, base, edit } = useEditor()
  const { document } = content
  const ways = tier.qualify ?? []
  const before = base.document.tiers.find(({ id }) => id === tier.id)?.qualify ?? []
  // As many ways as there were: then each can be laid beside the one that stood in its place.
  const isPaired = before.length === ways.length
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
              isChanged={!isSame(way, before[index])}
              form={(work, close) => (
                <WayForm tier={tier} at={index} work={work}>
                  <RemoveWay tier={tier} at={index} close={close} />
                </WayForm>
              )}
            >
              {wayWords(way, document)}
            </EditInPlace>
            {isPaired && before[index] && !isSame(way, before[index]) && (
              <Was
                words={wayWords(before[index], base.document)}
                place={`${tier.name}, way ${index + 1}`}
                onPutBack={() => before[index] && edit(setWay(tier.id, index, before[index]))}
              />
            )}
            <FindingsHere spot={`/tiers/${rank}/qualify/${index}`} />
          </li>
        ))}
      </ul>
      {!isPaired && <WasHere path={['document', 'tiers', tier.id, 'qualify']} />}
      {rank > 0 && (
        <EditInPlace
          label={`${tier.name}, new way`}
          isAction
          path={[]}
          form={(work) => <WayForm tier={tier} at={ways.length} work={work} />}
        >
          Add a way
        </EditInPlace>
      )}
    </div>
  )
}

interface FormProps {
  readonly tier: TierDocument
  /** The place of the way; one after the last for a new one. */
  readonly at: number
  readonly work: string
  readonly children?: ComponentChildren
}

/** The fields of one way. A new way is there from its first letter on, and stays at the place where it began. */
function WayForm({ tier, at, work, children }: FormProps) {
  const { edit } = useEditor()
  const [place] = useState(at)
  return (
    <>
      <WayFields row={tier.qualify?.[place] ?? {}} onRow={(row) => edit(setWay(tier.id, place, row), work)} />
      {children}
    </>
  )
}

interface RemoveProps {
  readonly tier: TierDocument
  readonly at: number
  readonly close: () => void
}

function RemoveWay({ tier, at, close }: RemoveProps) {
  const { edit } = useEditor()
  const remove = () => {
    close()
    edit(removeWay(tier.id, at))
    focusOn('tiers')
  }
  return (
    <button class="edit-action" type="button" onClick={remove}>
      Take this way out
    </button>
  )
}
