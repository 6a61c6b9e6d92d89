import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EditionLineRow, narrowEditionLine, wideEditionLine } from '../../../web/pictures/edition-line.ts'

const row = (kind: EditionLineRow['kind'], rest: Partial<EditionLineRow> = {}): EditionLineRow => ({
  ...{ name: 'Edition 2', words: 'in force', kind, from: 0.2, until: 0.7, rewordings: [] },
  ...rest,
})
const line = (...rows: readonly EditionLineRow[]) => ({
  ...{ sentence: 'Edition 2 is in force.', rows, today: 0.5 },
  ticks: [{ at: 0, name: '2026' }],
})

describe('the picture of the editions', () => {
  it('is one image with one sentence, and says every name and state', () => {
    for (const picture of [wideEditionLine, narrowEditionLine]) {
      const drawn = picture(line(row('in-force')))
      expect(drawn).toMatch(/^<svg [^>]*role="img" aria-label="Edition 2 is in force\."/)
      expect(drawn).toMatch(/Edition 2.*in force/)
      expect(drawn).toContain('>2026</text>')
    }
  })

  it('crosses out what was withdrawn, and marks each new wording', () => {
    const withdrawn = wideEditionLine(line(row('withdrawn')))
    expect(withdrawn.match(/class="crossed"/g)).toHaveLength(2)
    expect(withdrawn).not.toContain('class="span')
    expect(wideEditionLine(line(row('in-force', { rewordings: [0.3, 0.4] }))).match(/"reworded"/g)).toHaveLength(2)
  })

  it('takes titles for text, and shortens those that do not fit; the table has them whole', () => {
    const drawn = wideEditionLine(line(row('draft', { name: '<b>A spring in which everything is kinder' })))
    expect(drawn).toContain('>&lt;b&gt;A spring in which ever…</text>')
  })

  it('stays inside its frame, whatever the shares', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 12 }), share, (shares, today) => {
        const rows = shares.map(([from, until]) => row('announced', { from, until, rewordings: [until] }))
        for (const [picture, width] of [
          [wideEditionLine, 848],
          [narrowEditionLine, 340],
        ] as const) {
          const drawn = picture({ ...line(...rows), today })
          expect(drawn).not.toMatch(/NaN|Infinity/)
          for (const [, x] of drawn.matchAll(/[ML]([\d.-]+) /g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0)
            expect(Number(x)).toBeLessThanOrEqual(width)
          }
        }
      }),
    )
  })
})
