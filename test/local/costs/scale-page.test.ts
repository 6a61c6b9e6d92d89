import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { USUAL } from '#local/costs/assumptions.ts'
import { storedMeasurements } from '#local/costs/measurements.ts'
import { millionPicture } from '#local/costs/million-picture.ts'
import { METERS, PRICES } from '#local/costs/prices.ts'
import { reportOf } from '#local/costs/report.ts'
import { reportJson } from '#local/costs/report-json.ts'
import { reportText } from '#local/costs/report-text.ts'
import { PAGE, PICTURE, withFigures } from '#local/costs/scale-page.ts'
import { SetupFault } from '#local/setup-fault.ts'

const measured = storedMeasurements()
const report = reportOf(measured, USUAL)
const page = readFileSync(PAGE, 'utf8')

describe('docs/scale.md', () => {
  it('says what the command works out', () => {
    expect(withFigures(page, report, measured), 'Run "npm run costs -- --write".').toBe(page)
    expect(readFileSync(PICTURE, 'utf8')).toBe(millionPicture(report))
  })

  it('says what the README does', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
    const prices = readme.match(/\$[\d,]+\.\d\d/g) ?? []
    expect(prices.filter((price) => !page.includes(`| ${price} |`))).toEqual([])
    expect(prices.length).toBeGreaterThan(1)
  })

  it('would not say it of another shop', () => {
    const other = reportOf(measured, { ...USUAL, purchases: 2 })
    expect(withFigures(page, other, measured)).not.toBe(page)
  })

  it('names every price, where it can be checked, and which of them nobody has confirmed', () => {
    for (const meter of METERS) expect(page).toContain(PRICES[meter].source.page)
    const unconfirmed = METERS.filter((meter) => PRICES[meter].source.readIn === null)
    expect(page.match(/\*\*not confirmed\*\*/g)).toHaveLength(unconfirmed.length)
  })

  it('that has lost a mark is not written to, and the mark is named', () => {
    const torn = page.replace('<!-- end of months -->', '')
    expect(() => withFigures(torn, report, measured)).toThrow(SetupFault)
    expect(() => withFigures(torn, report, measured)).toThrow('<!-- end of months -->')
  })
})

describe('the picture of a million', () => {
  const picture = millionPicture(report)

  it('is a file of its own, with one sentence that says every sum', () => {
    expect(picture).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-label="What a million cost: /,
    )
    for (const { name } of report.millions) expect(picture).toContain(`>${name}</text>`)
  })

  it('stays inside its frame, with room for the sums', () => {
    expect(picture).not.toMatch(/NaN|Infinity|"-/)
    for (const [, x, wide] of picture.matchAll(/<rect[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"/g)) {
      expect(Number(x) + Number(wide)).toBeLessThanOrEqual(848 - 72)
    }
  })

  it('is drawn for a light page and for a dark one', () => {
    expect(picture).toContain('@media (prefers-color-scheme:dark)')
  })
})

describe('the answer', () => {
  it('for a terminal has a row for each thing and each size', () => {
    const text = reportText(report)
    for (const words of ['standings ', 'sign-ins ', 'nobody ', '10 thousand ', '1 million ', '100 million ']) {
      expect(text).toContain(`\n${words}`)
    }
  })

  it('for programs has dollars as exact decimals', () => {
    const { perMillion, months } = JSON.parse(reportJson(report))
    expect(perMillion.standings.parts.DynamoDB).toBe('0.062500000')
    expect(months.map(({ members }: { members: number }) => members)).toEqual([10_000, 1_000_000, 100_000_000])
  })
})
