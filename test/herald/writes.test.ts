import { describe, expect, test } from 'vitest'
import { turnOf } from '#herald/month-turn.ts'
import type { TierChange } from '#herald/tier-change.ts'
import type { LedgerEvent } from '#program/event.ts'
import { fold } from '#program/fold.ts'
import { parseMonth } from '#program/month.ts'
import { enrolment, purchase, refund } from '../ledger/events.ts'
import { RULES, rulesFrom } from './small-program.ts'
import { heardFrom, type Recorded, toldOf } from './told-life.ts'

const at = (text: string) => Date.parse(`2026-${text}:00Z`)
const bought = (id: string, when: string, amountMinor = 10_000) => purchase(id, { time: at(when), amountMinor })
const together = (when: string, ...events: LedgerEvent[]): Recorded => ({ at: at(when), events })
const MINUTE_MS = 60_000

const briefly = ({ at, because, direction, from, to }: TierChange) =>
  `${at} ${from.id} ${direction} to ${to.id} by ${because}`
const inOrder = (told: readonly TierChange[]) =>
  told.toSorted((one, other) => (one.order < other.order ? -1 : 1)).map(briefly)
/** What is told of a life until 2 May, by somebody who looks at everybody ten minutes after the turn of a month. */
const toldBySecondOfMay = (...life: Recorded[]) => toldOf(life, RULES, at('05-02T12:00'), 10 * MINUTE_MS)

describe('what somebody buys', () => {
  test('is told when it makes a tier, with the last day on which that is held and what comes then', () => {
    const [change, ...more] = toldOf([together('03-10T12:00', bought('a', '03-10T11:00'))], RULES, at('03-11T00:00'), 0)
    expect(more).toEqual([])
    expect(change).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      member: 'm',
      at: '2026-03-10T12:00:00Z',
      order: `2026-03-10T12:00:00.000Z/${'1'.padStart(40, '0')}`,
      because: 'activity',
      direction: 'rose',
      edition: 1,
      from: { id: 'member', name: 'Member', rank: 0 },
      // biome-ignore lint/suspicious/noThenProperty: the name is that of the standing
      to: { id: 'silver', name: 'Silver', rank: 1, until: '2026-04-30', then: 'member' },
    })
  })

  test('is not told when the tier stays, nor is joining', () => {
    const joined = enrolment('e', { time: at('03-01T00:00'), name: 'Anna', emailHash: 'h' })
    const life = [together('03-02T00:00', joined), together('03-03T00:00', bought('a', '03-03T00:00', 9_999))]
    expect(toldOf(life, RULES, at('03-04T00:00'), 0)).toEqual([])
  })

  test('is told again when it is returned', () => {
    const life = [
      together('03-10T12:00', bought('a', '03-10T12:00', 20_000)),
      together('03-12T12:00', refund('r', 'a', { time: at('03-12T12:00'), amountMinor: 15_000 })),
    ]
    expect(inOrder(toldOf(life, RULES, at('03-20T00:00'), 0))).toEqual([
      '2026-03-10T12:00:00Z member rose to gold by activity',
      '2026-03-12T12:00:00Z gold fell to member by activity',
    ])
  })

  test('twice in one second, with a return between, is told three times under ids of their own', () => {
    const life = [
      together('03-10T12:00', bought('a', '03-10T12:00')),
      together('03-10T12:00', refund('r', 'a', { time: at('03-10T12:00'), amountMinor: 10_000 })),
      together('03-10T12:00', bought('b', '03-10T12:00')),
    ]
    const told = toldOf(life, RULES, at('03-11T00:00'), 0)
    expect(new Set(told.map(({ id }) => id)).size).toBe(3)
    expect(heardFrom(told.toReversed())).toBe('silver')
  })
})

describe('the turn of a month', () => {
  test('is told when it takes a tier, with nothing written', () => {
    expect(inOrder(toldBySecondOfMay(together('03-10T12:00', bought('a', '03-10T12:00'))))).toEqual([
      '2026-03-10T12:00:00Z member rose to silver by activity',
      '2026-05-01T00:00:00Z silver fell to member by month',
    ])
  })

  test('is told as it was, though the member bought again before anybody looked', () => {
    const told = toldBySecondOfMay(
      together('03-10T12:00', bought('a', '03-10T12:00')),
      together('05-01T00:05', bought('b', '05-01T00:04')),
    )
    expect(
      inOrder(told)
        .slice(1)
        .filter((line, place, lines) => lines.indexOf(line) === place),
    ).toEqual([
      '2026-05-01T00:00:00Z silver fell to member by month',
      '2026-05-01T00:05:00Z member rose to silver by activity',
    ])
  })

  test('is told as it was, though a return took the tier away for all of the past before anybody looked', () => {
    const told = toldBySecondOfMay(
      together('03-10T12:00', bought('a', '03-10T12:00')),
      together('05-01T00:05', refund('r', 'a', { time: at('05-01T00:04'), amountMinor: 10_000 })),
    )
    expect(heardFrom(told)).toBe('member')
  })

  test('is set right, where a late word makes it look like a loss that was made good at once', () => {
    const told = toldBySecondOfMay(
      together('03-10T12:00', bought('a', '03-10T12:00')),
      together('04-10T12:00', bought('b', '04-10T12:00', 9_999)),
      together('04-11T12:00', bought('c', '04-11T12:00', 1)),
      together(
        '05-01T00:05',
        refund('r', 'b', { time: at('05-01T00:04'), amountMinor: 9_999 }),
        bought('d', '05-01T00:04'),
      ),
    )
    expect(inOrder(told)).toContain('2026-05-01T00:00:00Z silver fell to member by month')
    expect(heardFrom(told)).toBe('silver')
  })

  test('leaves out what was bought since, however late anybody looks', () => {
    const sums = fold([bought('a', '03-10T12:00'), bought('b', '05-20T12:00')], 'Etc/UTC')
    expect(turnOf('m', sums, RULES, parseMonth('2026-05'))).toMatchObject({
      from: { id: 'silver' },
      to: { id: 'member' },
    })
  })

  test('is told when an edition begins that calls a tier otherwise, as what it is', () => {
    const silver = [{ spend: '100.00' }]
    const next = rulesFrom('2026-04', {
      edition: 2,
      tiers: [{ id: 'member' }, { id: 'pearl', name: 'Pearl', qualify: silver, replaces: ['silver'] }],
    })
    const life = [together('03-10T12:00', bought('a', '03-10T12:00'))]
    const told = toldOf(life, [...RULES, next], at('04-02T00:00'), 0)
    expect(inOrder(told).slice(1)).toEqual(['2026-04-01T00:00:00Z silver replaced to pearl by month'])
    expect(told.at(-1)?.edition).toBe(2)
  })
})
