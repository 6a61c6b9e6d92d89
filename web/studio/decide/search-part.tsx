import type { ProgramDocument } from '#program/document.ts'
import { memberProgram } from '#program/member-program.ts'

/** What search engines are told of a program, or why they are told nothing. */
export function SearchPart({ document }: { readonly document: ProgramDocument }) {
  const answer = memberProgram(document, location.origin)
  return (
    <section class="section first aside" aria-labelledby="search">
      <h2 id="search">What search engines are told</h2>
      <p class="soft">{answer.program ? TOLD : answer.reasons.join(' ')}</p>
    </section>
  )
}

const TOLD = 'Its tiers, with what each asks for, in the words of schema.org: they may be shown beside search results.'
