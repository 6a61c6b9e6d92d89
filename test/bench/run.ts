import { readdir } from 'node:fs/promises'
import { type Bench, type Figure, isMet } from './figure.ts'

/** `npm run bench [-- name …]`: runs every `*.bench.ts` of this folder, or those named, and prints each figure. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.bench.ts')).sort()
  const chosen = files.filter((file) => wanted.length === 0 || wanted.includes(file.replace('.bench.ts', '')))
  if (chosen.length === 0) {
    console.error(
      `There is no such bench. There are: ${files.map((file) => file.replace('.bench.ts', '')).join(', ')}.`,
    )
    process.exitCode = 1
    return
  }
  let missed = 0
  for (const file of chosen) {
    const { bench } = (await import(`./${file}`)) as { bench: Bench }
    console.log(`\n${bench.name}`)
    const figures = await bench.run()
    for (const figure of figures) console.log(line(figure))
    missed += figures.filter((figure) => !isMet(figure)).length
  }
  console.log(missed === 0 ? '\nEvery target is met.' : `\n${missed} targets are missed.`)
  process.exitCode = missed === 0 ? 0 : 1
}

function line(figure: Figure): string {
  const { what, value, unit, atMost, atLeast } = figure
  const target = atMost !== undefined ? `at most ${atMost}` : atLeast !== undefined ? `at least ${atLeast}` : ''
  const verdict = target === '' ? '' : isMet(figure) ? 'met' : 'MISSED'
  return `  ${what.padEnd(78)} ${`${value} ${unit}`.padEnd(16)} ${target.padEnd(16)} ${verdict}`.trimEnd()
}

await main()
