import type { LimitWindow, PerkTerms, ProgramDocument, RowDocument, TierDocument } from '#program/document.ts'

/** A change of a document; `pick` chooses the place. Null where the document has nothing to change in this way. */
export type Mutation = (document: ProgramDocument, pick: number) => ProgramDocument | null

const changed = <T>(list: readonly T[], index: number, change: (thing: T) => T): readonly T[] =>
  list.map((thing, at) => (at === index ? change(thing) : thing))

const without = <T>(list: readonly T[], index: number): readonly T[] => list.filter((_, at) => at !== index)

const plus = (amount: string, minor: number) => ((Number(amount) * 100 + minor) / 100).toFixed(2)

/** One of the rows that `isMeant`, changed; a row that becomes null is taken out. */
const inRow =
  (isMeant: (row: RowDocument) => boolean, change: (row: RowDocument) => RowDocument | null): Mutation =>
  (document, pick) => {
    const meant = document.tiers.flatMap(({ qualify = [] }, rank) =>
      qualify.flatMap((row, index) => (isMeant(row) ? [{ rank, index }] : [])),
    )
    const chosen = meant[pick % meant.length]
    if (!chosen) return null
    const rows = (tier: TierDocument): TierDocument => ({
      ...tier,
      qualify: (tier.qualify ?? []).flatMap((row, at) => (at === chosen.index ? (change(row) ?? []) : [row])),
    })
    return { ...document, tiers: changed(document.tiers, chosen.rank, rows) }
  }

/** The terms that some tier names, changed; terms that become null are taken out. */
const inTerms =
  (
    isMeant: (terms: PerkTerms, isLowest: boolean) => boolean,
    change: (terms: PerkTerms) => PerkTerms | null,
  ): Mutation =>
  (document, pick) => {
    const ids = document.tiers.map(({ id }) => id)
    const meant = document.perks.flatMap(({ terms }, index) => {
      const named = ids.filter((id) => terms[id])
      return named.flatMap((id) => (terms[id] && isMeant(terms[id], id === named[0]) ? [{ index, id }] : []))
    })
    const chosen = meant[pick % meant.length]
    if (!chosen) return null
    const perks = changed(document.perks, chosen.index, (perk) => {
      const { [chosen.id]: old, ...others } = perk.terms
      const next = old && change(old)
      return { ...perk, terms: next ? { ...perk.terms, [chosen.id]: next } : others }
    })
    return { ...document, perks }
  }

const limitOf =
  (change: (count: number, per: LimitWindow) => PerkTerms['limit']) =>
  ({ limit, ...terms }: PerkTerms): PerkTerms => {
    const next = limit && change(limit.count, limit.per)
    return next ? { ...terms, limit: next } : terms
  }

const inQualification =
  (change: (terms: ProgramDocument['qualification']) => Partial<ProgramDocument['qualification']> | null): Mutation =>
  (document) => {
    const next = change(document.qualification)
    return next && { ...document, qualification: { ...document.qualification, ...next } }
  }

const inPlan =
  (price: string): Mutation =>
  (document) => ({ ...document, plans: changed(document.plans ?? [], 0, (plan) => ({ ...plan, price })) })

const has = (field: keyof PerkTerms) => (terms: PerkTerms) => terms[field] !== undefined

/** Each makes some tier, perk or promise worse. */
export const WORSE: Readonly<Record<string, Mutation>> = {
  'a penny more': inRow(
    ({ spend }) => spend !== undefined,
    (row) => ({ ...row, spend: plus(row.spend ?? '', 1) }),
  ),
  'an order more': inRow(
    ({ orders }) => orders !== undefined,
    (row) => ({ ...row, orders: (row.orders ?? 0) + 1 }),
  ),
  'a month more of a balance': inRow(
    ({ months }) => months !== undefined,
    (row) => ({ ...row, months: (row.months ?? 0) + 1 }),
  ),
  'a measure more': inRow(
    ({ units }) => units === undefined,
    (row) => ({ ...row, units: 1 }),
  ),
  'a way less': inRow(
    () => true,
    () => null,
  ),
  'a shorter keep': inQualification(({ keep }) => ({ keep: keep - 1 })),
  'a shorter window': inQualification(({ months }) => ({ months: months / (months % 2 === 0 ? 2 : 3) })),
  'another kind of window': inQualification(({ period }) => ({
    period: period === 'sliding' ? 'calendar' : 'sliding',
  })),
  'periods that start elsewhere': inQualification(({ period, startsIn }) =>
    period === 'calendar' ? { startsIn: ((startsIn ?? 1) % 12) + 1 } : null,
  ),
  'no soft landing': inQualification(({ softLanding }) => (softLanding ? { softLanding: false } : null)),
  'a shorter notice': (document) => ({ ...document, noticeDays: document.noticeDays - 1 }),
  'a dearer plan': inPlan('49.01'),
  'no plan': (document) => ({ ...document, plans: [] }),
  'a perk less': (document, pick) => ({ ...document, perks: without(document.perks, pick % document.perks.length) }),
  'a perk worth less': (document, pick) => ({
    ...document,
    perks: changed(document.perks, pick % document.perks.length, (perk) => ({ ...perk, worth: '4.99' })),
  }),
  'a perk from a higher tier on': inTerms(
    (_, isLowest) => isLowest,
    () => null,
  ),
  'a higher order value': inTerms(
    () => true,
    (terms) => ({ ...terms, over: plus(terms.over ?? '0.00', 1) }),
  ),
  'a category less': inTerms(has('categories'), (terms) => ({
    ...terms,
    categories: terms.categories?.slice(1) ?? [],
  })),
  'some categories instead of all': inTerms(
    (terms) => !terms.categories,
    (terms) => ({ ...terms, categories: ['hats'] }),
  ),
  'a use less': inTerms(
    has('limit'),
    limitOf((count, per) => ({ count: count - 1, per })),
  ),
  'as many in a longer span': inTerms(
    has('limit'),
    limitOf((count) => ({ count, per: 'quarter' })),
  ),
  'a limit where there was none': inTerms(
    (terms) => !terms.limit,
    (terms) => ({ ...terms, limit: { count: 99, per: 'day' } }),
  ),
  'a standard less': (document) => ({ ...document, standards: [] }),
  'a tier less, with an heir': (document, pick) => {
    const rank = 1 + (pick % (document.tiers.length - 1))
    const replaces = [document.tiers[rank]?.id ?? '']
    return {
      ...document,
      tiers: without(
        changed(document.tiers, rank - 1, (tier) => ({ ...tier, replaces })),
        rank,
      ),
    }
  },
  'two tiers in the other order': ({ tiers, ...document }) => {
    const [first, second, third, ...others] = tiers
    return first && second && third ? { ...document, tiers: [first, third, second, ...others] } : null
  },
}

/** Each only adds, or says the same in other words. */
export const BETTER: Readonly<Record<string, Mutation>> = {
  'a penny less': inRow(
    ({ spend }) => spend !== undefined,
    (row) => ({ ...row, spend: plus(row.spend ?? '', -1) }),
  ),
  'an order less': inRow(
    ({ orders = 0 }) => orders > 1,
    (row) => ({ ...row, orders: (row.orders ?? 0) - 1 }),
  ),
  'a measure less': inRow(
    ({ units, spend }) => units !== undefined && spend !== undefined,
    ({ spend: _, ...row }) => row,
  ),
  'a way more': (document, pick) => ({
    ...document,
    tiers: changed(document.tiers, 1 + (pick % (document.tiers.length - 1)), (tier) => ({
      ...tier,
      qualify: [...(tier.qualify ?? []), { orders: 50, units: 50 }],
    })),
  }),
  'a longer keep': inQualification(({ keep }) => ({ keep: keep + 1 })),
  'a longer window': inQualification(({ period, months }) =>
    period === 'sliding' ? { months: months + 1 } : months < 12 ? { months: 12 } : null,
  ),
  'a soft landing': inQualification(() => ({ softLanding: true })),
  'a longer notice': (document) => ({ ...document, noticeDays: document.noticeDays + 1 }),
  'a cheaper plan': inPlan('48.99'),
  'another plan': (document) => ({
    ...document,
    plans: [...(document.plans ?? []), { id: 'pro', name: 'Pro', price: '99.00', per: 'month' }],
  }),
  'another perk': (document, pick) => ({
    ...document,
    perks: [...document.perks, { id: `new-${pick}`, name: 'New', kind: 'gift', worth: '1.00', terms: { member: {} } }],
  }),
  'a perk worth more': (document, pick) => ({
    ...document,
    perks: changed(document.perks, pick % document.perks.length, (perk) => ({ ...perk, worth: '5.01' })),
  }),
  'a perk for everybody, always': (document, pick) => ({
    ...document,
    perks: changed(document.perks, pick % document.perks.length, (perk) => ({ ...perk, terms: { member: {} } })),
  }),
  'no order value': inTerms(has('over'), ({ over: _, ...terms }) => terms),
  'a category more': inTerms(has('categories'), (terms) => ({
    ...terms,
    categories: [...(terms.categories ?? []), 'hats'],
  })),
  'all categories': inTerms(has('categories'), ({ categories: _, ...terms }) => terms),
  'a use more': inTerms(
    has('limit'),
    limitOf((count, per) => ({ count: count + 1, per })),
  ),
  'as many in a shorter span': inTerms(
    has('limit'),
    limitOf((count) => ({ count, per: 'day' })),
  ),
  'no limit': inTerms(
    has('limit'),
    limitOf(() => undefined),
  ),
  'another standard': (document) => ({
    ...document,
    standards: [...document.standards, { id: 'care', name: 'Care', text: 'For all.' }],
  }),
  'a tier on top': (document, pick) => ({
    ...document,
    tiers: [...document.tiers, { id: `top-${pick}`, name: 'Top', qualify: [{ orders: 99 }] }],
  }),
  'a tier in between': (document, pick) => ({
    ...document,
    tiers: document.tiers.toSpliced(1, 0, { id: `between-${pick}`, name: 'Between', qualify: [{ orders: 1 }] }),
  }),
  'other words': (document, pick) => ({
    ...document,
    name: `Shop ${pick}`,
    tiers: changed(document.tiers, 0, (tier) => ({ ...tier, headline: 'Hello' })),
  }),
}
