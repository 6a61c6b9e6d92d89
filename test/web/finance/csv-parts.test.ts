import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvParts, recordsOf } from '../../../web/finance/csv-parts.ts'

const partsOf = (text: string, bytes?: number, rows?: number) => {
  const split = csvParts(text, bytes, rows)
  if (!split.ok) throw new Error(split.detail)
  return split.parts
}

/** Rows by their number in the file, as the other side counts them. */
const numbered = (part: string) =>
  (parse(part, { relax_column_count: true, trim: true }) as string[][]).flatMap((cells, index) =>
    index === 0 || cells.every((cell) => cell === '') ? [] : [{ row: index + 1, cells }],
  )

describe('an invoice that is sent in parts', () => {
  test('goes as one part when it is small', () => {
    expect(partsOf('\uFEFFid,amount\r\n1,2.00\r\n')).toEqual(['id,amount\n1,2.00'])
  })

  test('has the column names in every part, and each row keeps its number', () => {
    const parts = partsOf('id,amount\na,1\nb,2\nc,3', undefined, 2)
    expect(parts).toEqual(['id,amount\na,1\nb,2', 'id,amount\n\n\nc,3'])
  })

  test('is not split inside a cell with line breaks and quotes', () => {
    expect(recordsOf('id,note\n1,"two\nlines, ""quoted"""\n2,x\n\n')).toEqual([
      'id,note',
      '1,"two\nlines, ""quoted"""',
      '2,x',
    ])
  })

  test.each([
    ['id,amount\na,1\nb,2\na,3', 'Row 4: the id stands in row 2 already. Remove one of the two.'],
    ['amount;id\n1;a\n2;b\n3;"a"', 'Row 4: the id stands in row 2 already. Remove one of the two.'],
  ])('is not sent when an id stands in two parts: %j', (text, detail) => {
    expect(csvParts(text, undefined, 1)).toEqual({ ok: false, detail })
  })

  test('that no split would make small enough is refused', () => {
    expect(csvParts(`id,note\n1,${'x'.repeat(1_100_000)}`)).toMatchObject({ ok: false })
  })

  test('has every row just once, at its number in the file, in parts that are small enough', () => {
    const note = fc.string({ maxLength: 12 }).map((text) => `"${text.replaceAll('"', '""')}"`)
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (notes, rows) => {
        const file = ['id,note', ...notes.map((text, index) => `line-${index},${text}`)].join('\n')
        const parts = partsOf(file, 200, rows)
        expect(parts.flatMap(numbered)).toEqual(numbered(file))
        for (const part of parts) expect(numbered(part).length).toBeLessThanOrEqual(rows)
      }),
    )
  })
})
