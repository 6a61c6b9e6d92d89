import { deleteCookie } from 'hono/cookie'
import type { MemberIdentity } from '#http/allow.ts'
import type { Api } from '#http/create-app.ts'
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#http/session-cookie.ts'
import type { Ledger, MemberRecord } from '#ledger/ledger.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { sumsOf } from '#ledger/standing-of.ts'
import { standing } from '#program/standing.ts'
import { standingBody } from '#program/standing-json.ts'
import { NOTHING } from '#program/sums.ts'
import type { PortalDeps } from './app.ts'
import { exportedEntry, exportedUse } from './export-body.ts'
import { memberNow } from './member-now.ts'
import { eraseMe, myExport } from './routes.ts'

/** All that is held of a member, for them to take away, and its erasure (trust.md, I19). */
export function serveMyData({ serve }: Api, { ledger, pseudonymKey, now }: PortalDeps): void {
  const pseudonym = pseudonymOf(pseudonymKey)

  serve(myExport, async (context, { identity }) => {
    const record = await memberNow(ledger, identity)
    const at = now()
    const [sums = NOTHING, { rules }] = [await sumsOf(ledger, record, { now: at }), await ledger.program()]
    const body = standingBody(record.id, sums, standing(sums, rules, at))
    context.header('Content-Disposition', 'attachment; filename="my-data.json"')
    return context.json({
      ...{ exportedAt: new Date(at).toISOString(), currency: body.currency },
      ...{ member: record.id, pseudonym: pseudonym(record.id), ...ownAttributes(record) },
      standing: body,
      ...(await happened(ledger, record.id, body.currency)),
    })
  })

  serve(eraseMe, async (context, { identity }) => {
    if (await isThere(ledger, identity)) await ledger.erase(identity.member, pseudonymKey)
    deleteCookie(context, SESSION_COOKIE, SESSION_COOKIE_OPTIONS)
    return context.body(null, 204)
  })
}

/** Whose answer was lost may ask again: nothing is there any more, or not all is done yet. Else the session has to be good. */
async function isThere(ledger: Ledger, identity: MemberIdentity): Promise<boolean> {
  const record = await ledger.member(identity.member)
  if (record && !record.isErasing) await memberNow(ledger, identity)
  return record !== undefined
}

const ownAttributes = ({ name, enrolledAt, signedOutAt, card }: MemberRecord) => ({
  ...{ name, enrolledAt: instant(enrolledAt), signedOutAt: instant(signedOutAt), card },
})

const instant = (time: number | null) => (time === null ? null : new Date(time).toISOString())

async function happened(ledger: Ledger, member: string, currency: string) {
  const [entries, used, refused] = await Promise.all([
    ledger.history(member),
    ledger.redemptions(member),
    ledger.refusedUses(member),
  ])
  const uses = [...used, ...refused].sort((one, other) => one.at - other.at)
  return {
    entries: entries.map((entry) => exportedEntry(entry, currency)),
    uses: uses.map((use) => exportedUse(use, currency)),
  }
}
