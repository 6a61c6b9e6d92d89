import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProgramDocument } from '#program/document.ts'
import { type Edition, editionIn, editionOf, inOrder } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'
import { firstWords } from '#program/first-word.ts'
import { fold } from '#program/fold.ts'
import { formatMonth, parseMonth } from '#program/month.ts'
import { standing } from '#program/standing.ts'
import { keptThrough } from '#program/window.ts'
import { startOfMonth } from '#program/zone.ts'
import { improved, worsened } from './changed-programs.ts'
import { arrivals, instant } from './lives.ts'

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 100) }
const FIRST = '2024-01'

const editionsOf = (before: ProgramDocument, after: ProgramDocument, month: string): readonly Edition[] =>
  inOrder([
    editionOf({ ...before, edition: 1, effectiveFrom: FIRST }),
    editionOf({ ...after, edition: 2, effectiveFrom: month }),
  ])

/** Of two events with one identity the first stands, even if it tells of a later instant. */
const happenedBy = (at: number, events: readonly LedgerEvent[]): readonly LedgerEvent[] =>
  firstWords(events).events.filter(({ time }) => time <= at)

const standingOf = (events: readonly LedgerEvent[], editions: readonly Edition[], asOf: number) =>
  standing(fold(happenedBy(asOf, events), editionIn(editions, 0).timeZone), editions, asOf)

const turn = fc.integer({ min: 3, max: 24 }).map((months) => formatMonth(parseMonth(FIRST) + months))
const rankOf = (tier: string, document: ProgramDocument) => document.tiers.findIndex(({ id }) => id === tier)

/** Soft landings are left out: a landing may outlast what was earned meanwhile (standing.md, "Keeping a tier"). */
const withoutLanding = (document: ProgramDocument): ProgramDocument => ({
  ...document,
  qualification: { ...document.qualification, softLanding: false },
})

describe('what members hold', () => {
  test('where nothing is taken away, nobody ever holds a lower tier than without the edition', () => {
    fc.assert(
      fc.property(improved, arrivals, turn, instant, (documents, events, month, asOf) => {
        const [before, after] = [withoutLanding(documents.before), documents.after]
        const old = standingOf(events, editionsOf(before, before, month), asOf)
        const now = standingOf(events, editionsOf(before, after, month), asOf)
        const document = asOf < startOfMonth(parseMonth(month), before.timeZone) ? before : after
        expect(now.rank).toBeGreaterThanOrEqual(rankOf(old.tier.id, document))
      }),
      RUNS,
    )
  })

  test('before an edition takes effect, nobody holds another tier because of it', () => {
    fc.assert(
      fc.property(worsened, arrivals, turn, instant, ({ before, after }, events, month, asOf) => {
        const last = Math.min(asOf, startOfMonth(parseMonth(month), before.timeZone) - 1)
        const [old, now] = [editionsOf(before, before, month), editionsOf(before, after, month)]
        expect(standingOf(events, now, last).tier.id).toBe(standingOf(events, old, last).tier.id)
      }),
      RUNS,
    )
  })

  test('whoever holds a tier keeps it until the date that is shown, whatever stricter rules take effect before it', () => {
    fc.assert(
      fc.property(worsened, arrivals, turn, ({ before, after }, events, month) => {
        const editions = editionsOf(before, after, month)
        const eve = startOfMonth(parseMonth(month), before.timeZone) - 1
        const shown = standingOf(events, editions, eve)
        if (!shown.loss) return
        const known = happenedBy(eve, events)
        for (let at = parseMonth(month); formatMonth(at + 1) <= shown.loss.until.slice(0, 7); at++) {
          const later = standingOf(known, editions, startOfMonth(at + 1, before.timeZone) - 1)
          expect(later.rank).toBeGreaterThanOrEqual(later.edition.tiers.findIndex(({ id }) => id === shown.tier.id))
        }
      }),
      RUNS,
    )
  })

  test('and that date is no earlier than the term of what was earned under the rules before', () => {
    fc.assert(
      fc.property(worsened, arrivals, turn, (documents, events, month) => {
        const isSameLadder = documents.before.tiers.every(({ id }, rank) => documents.after.tiers[rank]?.id === id)
        if (!isSameLadder) return
        const [before, after] = [withoutPlans(documents.before), withoutPlans(documents.after)]
        const last = parseMonth(month) - 1
        const eve = startOfMonth(last + 1, before.timeZone) - 1
        const keep = { ...before.qualification, keep: 0, softLanding: false }
        const justEarned = standingOf(events, editionsOf({ ...before, qualification: keep }, before, '2099-01'), eve)
        const known = happenedBy(eve, events)
        const { joinedMonth } = fold(known, before.timeZone)
        if (joinedMonth === null) return
        const { qualification } = editionsOf(before, before, month)[0] as Edition
        const end = startOfMonth(keptThrough(qualification, last, joinedMonth) + 1, before.timeZone) - 1
        expect(standingOf(known, editionsOf(before, after, month), end).rank).toBeGreaterThanOrEqual(justEarned.rank)
      }),
      RUNS,
    )
  })
})

/** What a plan gives ends with the plan; here it is about what was earned. */
const withoutPlans = (document: ProgramDocument): ProgramDocument => ({
  ...document,
  tiers: document.tiers.map((tier) => ({
    ...tier,
    qualify: tier.qualify?.filter(({ plan }) => plan === undefined) ?? [],
  })),
})
