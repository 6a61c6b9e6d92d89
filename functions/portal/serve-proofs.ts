import type { Api } from '#http/create-app.ts'
import { Problem } from '#http/problem.ts'
import type { Booked } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import type { PortalDeps } from './app.ts'
import { closingAt } from './closed-months.ts'
import { memberNow } from './member-now.ts'
import { PERKS_SOURCE } from './perk-activity.ts'
import { myProof } from './routes.ts'

/** A member's proof that an entry of theirs is in its month as that was closed. */
export function serveProofs({ serve }: Api, { ledger, closedMonths }: PortalDeps): void {
  serve(myProof, async (context, { identity, query }) => {
    const { id: member } = await memberNow(ledger, identity)
    const [booked, { rules }] = [await ownEntry(ledger, member, query), await ledger.program()]
    if (!booked) throw new Problem(404, 'not_found', 'There is no such entry of yours. /me/activity lists yours.')
    const closing = (await closingAt(closedMonths, rules[0]?.timeZone ?? 'UTC'))(booked.recordedAt)
    if (!closedMonths || !closing) throw notYet()
    const { proofOfEntry } = await import('./proof-of-entry.ts')
    const proof = await proofOfEntry(booked.entry, closing, closedMonths)
    if (!proof) throw new Error(`The archive of a closed month lacks the entry ${query.source} ${query.id}.`)
    context.header('Content-Disposition', 'attachment; filename="proof.json"')
    return context.json({ pseudonym: pseudonymOf(closedMonths.key)(member), ...proof })
  })
}

const notYet = () =>
  new Problem(
    409,
    'not_closed',
    'The month in which this was recorded is not closed yet. Its proof is there afterwards.',
  )

/** Looked for among the member's own alone, so another's is as unknown as none. */
async function ownEntry(
  ledger: Pick<Ledger, 'history' | 'redemptions'>,
  member: string,
  { source, id }: { readonly source: string; readonly id: string },
): Promise<{ readonly entry: Booked; readonly recordedAt: number } | undefined> {
  if (source === PERKS_SOURCE) {
    const use = (await ledger.redemptions(member)).find((one) => one.id === id)
    if (use?.kind === 'redemption') return { entry: { kind: 'redemption', redemption: use }, recordedAt: use.at }
    if (use?.kind === 'reversal') return { entry: { kind: 'reversal', reversal: use }, recordedAt: use.at }
  }
  const entry = (await ledger.history(member)).find((one) => one.source === source && one.id === id)
  return entry && { entry: { kind: 'event', entry }, recordedAt: entry.recordedAt }
}
