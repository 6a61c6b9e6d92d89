import type { Api } from '#http/create-app.ts'
import { Problem } from '#http/problem.ts'
import type { Ledger, Program } from '#ledger/ledger.ts'
import { CardCodeError, parseCardCode } from '#program/card-code.ts'
import type { PublishedEdition } from '#program/document.ts'
import { editionIn } from '#program/edition.ts'
import { monthOf } from '#program/zone.ts'
import { getCard, getTill } from './counter-routes.ts'

/** What the screen at the counter asks for besides perks: what it can offer to enter, and whose card it was shown. */
export function serveCounter(serve: Api['serve'], ledger: Ledger, now: () => number): void {
  serve(getTill, async (context, { identity }) => {
    const { edition, document } = inForce(await ledger.program(), now())
    const { currency } = document
    return context.json({ edition, signedInAs: identity.subject, currency, categories: categoriesOf(document) })
  })

  serve(getCard, async (context, { params }) => {
    const member = await ledger.memberByCard(codeOf(params.code))
    if (member === undefined) {
      throw new Problem(404, 'not_found', 'No card has this code. Compare it with the card, or use the member number.')
    }
    return context.json({ member, name: (await ledger.member(member))?.name ?? null })
  })
}

function codeOf(typed: string): string {
  try {
    return parseCardCode(typed)
  } catch (error) {
    if (!(error instanceof CardCodeError)) throw error
    throw new Problem(422, 'bad_card_code', error.message)
  }
}

function inForce({ published, rules }: Program, at: number): PublishedEdition {
  const [first] = rules
  const number = first && editionIn(rules, monthOf(at, first.timeZone)).edition
  const edition = published.find((of) => of.edition === number)
  if (edition) return edition
  throw new Problem(409, 'no_program', 'There is no program yet, so there are no perks. Publish an edition first.')
}

/** Every category that some perk asks for, once, in alphabetical order. */
function categoriesOf({ perks }: PublishedEdition['document']): readonly string[] {
  const asked = perks.flatMap(({ terms }) => Object.values(terms).flatMap(({ categories = [] }) => categories))
  return [...new Set(asked)].sort()
}
