/** The eight patterns that may be laid over a text's modules: true turns a module over (ISO/IEC 18004, table 10). */
export const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

type Rows = readonly (readonly boolean[])[]

/** How hard a symbol is to read: long runs, squares, what looks like a corner, and more of one colour than of the other. */
export function penalty(rows: Rows): number {
  const columns = rows.map((_, x) => rows.map((row) => row[x] === true))
  const lines = [...rows, ...columns].map((line) => line.map((isDark) => (isDark ? '1' : '0')).join(''))
  const runs = lines.flatMap((line) => [...line.matchAll(/0{5,}|1{5,}/g)]).map(([run]) => run.length - 2)
  const corners = lines.flatMap((line) => [...line.matchAll(/(?=00001011101|10111010000)/g)]).length
  return sum(runs) + 3 * squares(rows) + 40 * corners + 10 * imbalance(lines.slice(0, rows.length).join(''))
}

/** Two by two modules of one colour, overlapping ones too. */
function squares(rows: Rows): number {
  const isSquare = (x: number, y: number) => {
    const [above, below] = [rows[y - 1], rows[y]]
    return above?.[x] === below?.[x] && above?.[x - 1] === below?.[x] && below?.[x - 1] === below?.[x]
  }
  return sum(rows.map((row, y) => (y === 0 ? 0 : row.filter((_, x) => x > 0 && isSquare(x, y)).length)))
}

/** How many whole twentieths the dark part is away from a half. */
function imbalance(modules: string): number {
  const dark = modules.replaceAll('0', '').length
  return Math.floor(Math.abs(20 * dark - 10 * modules.length) / modules.length)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
