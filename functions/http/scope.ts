import type { Scope } from './identity.ts'

/** Every right there is, and what its holder may do. */
export const SCOPES: Readonly<Record<Scope, string>> = {
  'events:write': 'send purchases and other events',
  'members:read': "read members' standings",
  'perks:redeem': 'redeem perks at the till',
  'program:write': 'draft the program',
  'program:approve': 'approve what others drafted',
  'finance:read': 'read costs and refunds',
  'finance:close': 'close a period',
  ops: 'see, mend and replay refused events',
}

/** Whether a word in a token is one of our rights; tokens may carry others. */
export function isScope(word: string): word is Scope {
  return Object.hasOwn(SCOPES, word)
}
