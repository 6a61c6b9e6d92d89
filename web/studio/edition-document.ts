import type { ProgramDocument } from '#program/document.ts'
import type { Answer, ask } from './ask.ts'

/** What a published edition says, in its latest words. */
export async function documentOf(edition: number, how: typeof ask): Promise<Answer<ProgramDocument>> {
  const answer = await how<{ readonly program: ProgramDocument }>(`/program/editions/${edition}`)
  return answer.kind === 'here' ? { kind: 'here', body: answer.body.program } : answer
}
