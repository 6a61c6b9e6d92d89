/** Powers of 2 in the field of 256 elements, modulo x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5.2), and their logarithms. */
const EXP: readonly number[] = powers()
const LOG: ReadonlyMap<number, number> = new Map(EXP.map((value, exponent) => [value, exponent]))
const ORDER = 255

/** The codewords that let a reader mend a block of which up to half as many are damaged. Codewords are bytes. */
export function errorCodewords(block: readonly number[], count: number): readonly number[] {
  const divisor = generator(count)
  const rest = Array.from({ length: count }, () => 0)
  for (const codeword of block) {
    const factor = codeword ^ (rest.shift() ?? 0)
    rest.push(0)
    for (const [place, coefficient] of divisor.entries()) rest[place] = (rest[place] ?? 0) ^ times(coefficient, factor)
  }
  return rest
}

/** (x − 2⁰)(x − 2¹)…, highest power first and without its leading 1. */
function generator(degree: number): readonly number[] {
  let coefficients = [1]
  for (let root = 0; root < degree; root++) {
    const shifted = [...coefficients, 0]
    coefficients = shifted.map((value, place) => value ^ times(coefficients[place - 1] ?? 0, EXP[root] ?? 0))
  }
  return coefficients.slice(1)
}

function times(one: number, other: number): number {
  const [left, right] = [LOG.get(one), LOG.get(other)]
  return left === undefined || right === undefined ? 0 : (EXP[(left + right) % ORDER] ?? 0)
}

function powers(): number[] {
  const values = [1]
  while (values.length < 255) {
    const doubled = (values.at(-1) ?? 0) << 1
    values.push(doubled & 256 ? doubled ^ 0x11d : doubled)
  }
  return values
}
