import { describe, expect, it } from 'vitest'
import { parseArguments } from '#local/costs/arguments.ts'
import { ASSUMPTION_NAMES, ASSUMPTIONS, USUAL } from '#local/costs/assumptions.ts'
import { SetupFault } from '#local/setup-fault.ts'

/** What somebody is told who wrote that. */
function told(...args: readonly string[]): string {
  try {
    parseArguments(args)
  } catch (error) {
    expect(error).toBeInstanceOf(SetupFault)
    return (error as Error).message
  }
  throw new Error(`${args.join(' ')} was taken.`)
}

describe('npm run costs', () => {
  it('assumes what is usual where nothing is said', () => {
    expect(parseArguments([])).toMatchObject({ assumed: USUAL, sizes: [10_000n, 1_000_000n, 100_000_000n] })
  })

  it('takes every assumption by a flag of its own', () => {
    expect(new Set(ASSUMPTION_NAMES.map((name) => ASSUMPTIONS[name].flag)).size).toBe(ASSUMPTION_NAMES.length)
    for (const name of ASSUMPTION_NAMES) {
      const { flag, range } = ASSUMPTIONS[name]
      expect(parseArguments([`--${flag}`, String(range[1])]).assumed[name]).toBe(range[1])
    }
    expect(parseArguments(['--database-ms', '7.5', '--members', '250000'])).toMatchObject({
      ...{ assumed: { ...USUAL, databaseMs: 7.5 }, sizes: [250_000n] },
    })
  })

  it('says what a figure may be', () => {
    expect(told('--active', '1.5')).toBe('--active is "1.5". Give a number from 0 to 1.')
    expect(told('--members', '2.5')).toBe('--members is "2.5". Give a whole number from 0 to 10000000000.')
    for (const text of ['1e3', '0x10', 'many', '', '1,5', ' 1', 'NaN', 'Infinity']) {
      expect(told(`--visits=${text}`)).toContain('Give a number from 0 to 1000.')
    }
  })

  it('says which flags there are to somebody who writes another', () => {
    expect(told('--purchase', '1')).toMatch(/'--purchase'[\s\S]*Usage: npm run costs[\s\S]*--purchases/)
    expect(told('250000')).toContain('Usage: npm run costs')
  })

  it('writes nothing unusual into the page', () => {
    expect(told('--write', '--purchases', '2')).toContain('Leave --write out')
    expect(told('--write', '--members', '5')).toContain('Leave --write out')
    expect(parseArguments(['--write']).isWrite).toBe(true)
  })
})
