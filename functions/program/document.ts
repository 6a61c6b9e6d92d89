/**
 * The program document as it is written, exported and shown (program.md): amounts are decimal strings, one text per word.
 * It is plain data; `edition.ts` turns its rules into integers, `checks` says whether it may be published.
 */
export interface ProgramDocument {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly timeZone: string
  readonly qualification: QualificationTerms
  readonly noticeDays: number
  readonly standards: readonly Standard[]
  readonly tiers: readonly TierDocument[]
  readonly plans?: readonly PlanDocument[]
  readonly perks: readonly PerkDocument[]
  /** The language its own texts are in, as a BCP 47 tag: "en" if it is left out. */
  readonly language?: string
  /** The same words in other languages, by BCP 47 tag: "de". What is left out there is shown in the document's own. */
  readonly translations?: Readonly<Record<string, Translation>>
}

/** The words of a document in another language; rules are the same in all. Each part is by id. */
export interface Translation {
  readonly name?: string
  readonly standards?: Readonly<Record<string, { readonly name?: string; readonly text?: string }>>
  readonly tiers?: Readonly<Record<string, TierWords>>
  readonly plans?: Readonly<Record<string, { readonly name?: string }>>
  readonly perks?: Readonly<Record<string, { readonly name?: string; readonly text?: string }>>
  /** What categories of goods are called: `suits` → "Anzüge". */
  readonly categories?: Readonly<Record<string, string>>
}

export interface TierWords {
  readonly name?: string
  readonly headline?: string
  /** Markdown. */
  readonly story?: string
  /** What its picture shows, for those who do not see it. */
  readonly alt?: string
}

/** A picture that was uploaded in the studio. */
export interface Picture {
  /** Its name in the store of pictures, made from its content: "3f9ac1d07be4.webp". */
  readonly file: string
  /** What it shows, for those who do not see it. */
  readonly alt: string
  /** Pixels. */
  readonly width: number
  readonly height: number
}

export interface QualificationTerms {
  readonly period: 'sliding' | 'calendar' | 'anniversary'
  readonly months: number
  readonly keep: number
  readonly softLanding: boolean
  /** 1 to 12, for a calendar period. */
  readonly startsIn?: number | null
}

/** What every customer gets. It cannot name a tier: equal by construction. */
export interface Standard {
  readonly id: string
  readonly name: string
  readonly text: string
}

export interface TierDocument {
  readonly id: string
  readonly name: string
  readonly headline?: string
  /** Markdown. */
  readonly story?: string
  /** Any row is enough; a row needs all of its measures. The first tier has none. */
  readonly qualify?: readonly RowDocument[]
  readonly replaces?: readonly string[]
  readonly picture?: Picture
}

/** One way of qualifying, with all its measures. `months` belongs to `balance`. */
export interface RowDocument {
  readonly spend?: string
  readonly orders?: number
  readonly units?: number
  readonly lifetimeSpend?: string
  readonly balance?: string
  readonly months?: number
  readonly plan?: string
}

export interface PlanDocument {
  readonly id: string
  readonly name: string
  readonly price: string
  readonly per: 'month' | 'year'
}

export type PerkKind = 'delivery' | 'service' | 'access' | 'gift' | 'discount' | 'credit'

export interface PerkDocument {
  readonly id: string
  readonly name: string
  readonly kind: PerkKind
  readonly text?: string
  /** What the customer would pay without it, per use. */
  readonly worth: string
  /** By tier id; a tier that is left out has what the tier below it has. */
  readonly terms: Readonly<Record<string, PerkTerms>>
}

export interface PerkTerms {
  /** A condition on one transaction: its amount is at least this. */
  readonly over?: string
  readonly categories?: readonly string[]
  readonly limit?: { readonly count: number; readonly per: LimitWindow }
}

export type LimitWindow = 'order' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'ever'

/** What perks cost, by perk id: finance only, never part of anything public. */
export type ProgramCosts = Readonly<Record<string, PerkCost>>

export interface PerkCost {
  /** What one use is taken to cost, until an invoice says better. */
  readonly unit: string
  readonly budget?: { readonly per: 'month' | 'quarter' | 'year'; readonly amount: string }
  /** Where it is booked, as plain-text accounting writes it: "Expenses:Loyalty:Delivery". */
  readonly account?: string
  /** The same account's code in the accounting package: "429". */
  readonly accountCode?: string
  readonly treatment?: CostTreatment
  /** Who answers for the figure. */
  readonly owner?: string
  /** Where the figure comes from: the https address of a contract or a price list. */
  readonly evidence?: string
}

/**
 * How the accountant treats a perk: a cost of selling (`expense`), a right that the customer has paid for with the purchase
 * (`material-right`), or something another company grants and pays for (`third-party`).
 */
export type CostTreatment = 'expense' | 'material-right' | 'third-party'

/** A dated, numbered, immutable version of the document. */
export interface PublishedEdition {
  readonly edition: number
  /** Which wording of it this is, from 1; 1 if it is left out. Revisions differ in words alone (program.md). */
  readonly revision?: number
  /** "2026-01": in force from the first instant of that month. */
  readonly effectiveFrom: string
  /** RFC 3339. */
  readonly publishedAt: string
  readonly document: ProgramDocument
}
