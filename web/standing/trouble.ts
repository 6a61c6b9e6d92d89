import type { Answer } from './fetch-mine.ts'

/** Why nothing came, in a sentence. */
export function troubleOf(answer: Exclude<Answer<never>, { kind: 'here' | 'signed-out' }>): string {
  switch (answer.kind) {
    case 'offline':
      return 'There is no connection.'
    case 'busy':
      return `Too many people are asking at once. Try again in ${answer.seconds} seconds.`
    case 'broken':
      return answer.detail || 'Something went wrong on our side. Nothing of yours is lost.'
    default:
      return answer satisfies never
  }
}
