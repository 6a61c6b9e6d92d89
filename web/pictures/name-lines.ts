/** A name in one line of so many letters, or broken at the space nearest its middle. */
export function nameLines(name: string, letters: number): string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index)
  if (name.length <= letters || spaces.length === 0) return [name]
  const off = (index: number) => Math.abs(index - name.length / 2)
  const middle = spaces.reduce((best, index) => (off(index) < off(best) ? index : best))
  return [name.slice(0, middle), name.slice(middle + 1)]
}
