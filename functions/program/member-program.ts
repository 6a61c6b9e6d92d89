import type { PerkDocument, ProgramDocument, TierDocument } from './document.ts'
import { termsAt } from './words/terms-at.ts'

/** What search engines are told of a program (schema.org), or why they are told nothing: sentences for whoever writes it. */
export type MemberProgramAnswer =
  | { readonly program: MemberProgram }
  | { readonly program: null; readonly reasons: readonly string[] }

/** `MemberProgram` as Google reads it ("Loyalty program structured data"): name, description and tiers are required. */
export interface MemberProgram {
  readonly '@context': 'https://schema.org'
  readonly '@type': 'MemberProgram'
  readonly name: string
  readonly description: string
  readonly url: string
  readonly hasTiers: readonly MemberProgramTier[]
}

interface MemberProgramTier {
  readonly '@type': 'MemberProgramTier'
  readonly '@id': string
  readonly name: string
  readonly url: string
  readonly hasTierBenefit: 'https://schema.org/TierBenefitLoyaltyPrice'
  readonly hasTierRequirement?: MonetaryAmount | UnitPrice
}

interface MonetaryAmount {
  readonly '@type': 'MonetaryAmount'
  readonly value: string
  readonly currency: string
}

interface UnitPrice {
  readonly '@type': 'UnitPriceSpecification'
  readonly price: string
  readonly priceCurrency: string
  readonly billingDuration: 1
  readonly billingIncrement: 1
  readonly unitCode: 'MON' | 'ANN'
}

/**
 * The program for search engines. Every tier must have a benefit that Google knows; of its two, points and members' prices,
 * a program of ours can only have the second: a perk of kind `discount`. Delivery and returns are not read. `home` is the
 * whole address of the program's page.
 */
export function memberProgram(document: ProgramDocument, home: string): MemberProgramAnswer {
  const tiers = document.tiers.filter((tier) => document.perks.some((perk) => isPriceOf(perk, document, tier)))
  const described = tiers.flatMap((tier) => {
    const requirement = requirementOf(tier, document)
    return requirement === undefined ? [] : [tierOf(tier, requirement, home)]
  })
  if (tiers.length === 0) return { program: null, reasons: [NO_PRICES] }
  if (described.length < tiers.length) {
    const names = tiers.filter((tier) => requirementOf(tier, document) === undefined).map(({ name }) => name)
    return { program: null, reasons: names.map(notSaid) }
  }
  const { name } = document
  const program = { '@context': 'https://schema.org', '@type': 'MemberProgram', url: home } as const
  return { program: { ...program, name, description: descriptionOf(document), hasTiers: described } }
}

const NO_PRICES =
  'Google shows members’ prices and points beside search results. No perk of this program is a discount, and it has no ' +
  'points: there is nothing that may be marked up. Free delivery and returns are not shown.'

const notSaid = (name: string) =>
  `${name} cannot be marked up: of ways of qualifying, only a single amount to spend or a paid plan can be said there, ` +
  'and to leave the others out would say less than is true.'

const isPriceOf = (perk: PerkDocument, { tiers }: ProgramDocument, { id }: TierDocument): boolean =>
  perk.kind === 'discount' && termsAt(perk, tiers, id) !== null

/** Null: nothing is asked for. Undefined: there is no way to say it. */
function requirementOf({ qualify = [] }: TierDocument, document: ProgramDocument) {
  const [row, ...more] = qualify
  if (!row) return null
  const [measure, ...others] = Object.keys(row)
  if (more.length > 0 || others.length > 0) return undefined
  if (measure === 'spend' && row.spend) {
    return { '@type': 'MonetaryAmount', value: row.spend, currency: document.currency } as const
  }
  const plan = document.plans?.find(({ id }) => id === row.plan)
  if (measure !== 'plan' || !plan) return undefined
  const unitCode = plan.per === 'year' ? 'ANN' : 'MON'
  return {
    ...({ '@type': 'UnitPriceSpecification', price: plan.price, priceCurrency: document.currency } as const),
    ...({ billingDuration: 1, billingIncrement: 1, unitCode } as const),
  }
}

function tierOf(
  { id, name }: TierDocument,
  requirement: MonetaryAmount | UnitPrice | null,
  home: string,
): MemberProgramTier {
  const url = new URL(`tiers/${id}`, home.endsWith('/') ? home : `${home}/`).href
  return {
    ...({ '@type': 'MemberProgramTier', '@id': url, name, url } as const),
    hasTierBenefit: 'https://schema.org/TierBenefitLoyaltyPrice',
    ...(requirement && { hasTierRequirement: requirement }),
  }
}

const descriptionOf = ({ name, perks }: ProgramDocument): string =>
  `${name}: ${perks
    .filter(({ kind }) => kind === 'discount')
    .map((perk) => perk.name)
    .join(', ')}`
