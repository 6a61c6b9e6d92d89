import { busy } from '#http/busy.ts'
import { type Count, uncounted } from '#http/count.ts'
import { Problem } from '#http/problem.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Redemption, RedemptionRequest, Reversal } from '#ledger/redemption.ts'
import { formatMoney } from '#program/money.ts'
import type { RedemptionBody, ReversalBody } from '#program/perks/perk-body.ts'
import { refusedRedemption } from './refused-redemption.ts'

/** An answer, and whether it is given for the first time (201) or again (200). */
export interface Granted<Body> {
  readonly status: 200 | 201
  readonly body: Body
}

/** Uses a perk. Throws a problem for everything that is not granted (api.md, "Perks at the till"). */
export async function redeem(
  ledger: Ledger,
  request: RedemptionRequest,
  currency: string,
  count: Count = uncounted,
): Promise<Granted<RedemptionBody>> {
  const redeemed = await ledger.redeem(request)
  switch (redeemed.kind) {
    case 'granted':
      if (!redeemed.again) count('redeemed')
      return { status: redeemed.again ? 200 : 201, body: redemptionBody(redeemed.redemption, currency) }
    case 'refused':
      count('notGranted')
      throw refusedRedemption(redeemed.refusal, (await ledger.program()).published)
    case 'unknown_member':
      throw new Problem(404, 'unknown_member', 'Nothing is known of this member. Check the id.')
    case 'unknown_perk':
      throw new Problem(404, 'unknown_perk', 'There is no such perk. GET /members/{id}/perks lists those there are.')
    case 'key_reused':
      throw keyReused()
    case 'retry':
      throw busy()
    default:
      return redeemed satisfies never
  }
}

/** Takes a use back. The same sender asking again gets the same answer; another is told that it was done already. */
export async function reverse(
  ledger: Ledger,
  redemption: string,
  sender: string,
  count: Count = uncounted,
): Promise<Granted<ReversalBody>> {
  const reversed = await ledger.reverse(redemption, sender)
  switch (reversed.kind) {
    case 'reversed':
      count('reversed')
      return { status: 201, body: reversalBody(reversed.reversal) }
    case 'already_reversed': {
      if (reversed.reversal.sender === sender) return { status: 200, body: reversalBody(reversed.reversal) }
      const at = new Date(reversed.reversal.at).toISOString()
      throw new Problem(
        409,
        'already_reversed',
        `This use was taken back at ${at} by another sender. Leave it at that.`,
      )
    }
    case 'unknown_redemption':
      throw new Problem(
        404,
        'unknown_redemption',
        'There is no such redemption. Take its id from the answer that granted it.',
      )
    case 'is_reversal':
      throw new Problem(409, 'is_reversal', 'A reversal cannot be taken back. Redeem the perk again, with a new key.')
    case 'was_refused':
      throw new Problem(
        409,
        'was_refused',
        'This attempt was refused, so nothing was used. There is nothing to take back.',
      )
    case 'retry':
      throw busy()
    default:
      return reversed satisfies never
  }
}

const keyReused = () =>
  new Problem(
    422,
    'key_reused',
    'This Idempotency-Key was used for another request, whose answer stands. Send this one with a new key.',
    {
      errors: [
        {
          pointer: '/header/idempotency-key',
          code: 'key_reused',
          detail: 'It was used for another request. Use a new one.',
        },
      ],
    },
  )

function redemptionBody(
  { id, perk, tier, edition, at, worthMinor, left }: Redemption,
  currency: string,
): RedemptionBody {
  return {
    ...{ redemption: id, perk, tier, edition, at: new Date(at).toISOString() },
    ...{ worth: formatMoney(worthMinor, currency), currency, left },
  }
}

function reversalBody({ id, redemption, perk, at }: Reversal): ReversalBody {
  return { reversal: id, redemption, perk, at: new Date(at).toISOString() }
}
