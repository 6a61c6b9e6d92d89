import { placeOfFinding } from '../edit/place-of-finding.ts'
import { spotId, spotIn } from '../edit/spot.ts'
import { useEditor } from './editor.ts'

const KINDS = [
  ['error', 'Errors, which have to be mended before it can be submitted'],
  ['warning', 'Warnings, which need mending or a word of explanation'],
  ['note', 'Notes'],
] as const

/** Every finding, each leading to its place. */
export function FindingsPart() {
  const { findings, content } = useEditor()
  return (
    <section class="section first aside" aria-labelledby="findings">
      <h2 id="findings" tabIndex={-1}>
        To mend
      </h2>
      <div class="prose">
        {findings.length === 0 && <p>Nothing: every check of the program is passed.</p>}
        {KINDS.map(([kind, words]) => {
          const some = findings.filter((finding) => finding.kind === kind)
          return (
            some.length > 0 && (
              <div class="prose" key={kind}>
                <h3>{words}</h3>
                <ul class="lines">
                  {some.map((finding) => (
                    <li key={`${finding.code} ${finding.place}`}>
                      <a href={`#${spotId(spotIn(content.document, finding.place))}`}>
                        {placeOfFinding(finding.place, content)}
                      </a>
                      : {finding.message} {finding.mend}
                    </li>
                  ))}
                </ul>
              </div>
            )
          )
        })}
      </div>
    </section>
  )
}
