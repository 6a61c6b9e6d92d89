/**
 * A value as JSON in which the order of names, and what is left out, makes no difference: names are sorted; null, undefined
 * and empty lists are as good as absent. Two documents that say the same have the same text.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value)) ?? 'null'
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const named = Object.entries(value)
    .filter(([, inner]) => !isAbsent(inner))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, canonical(inner)])
  // An object would put names such as "10" before "a"; a list keeps the order it was given.
  return { names: named }
}

const isAbsent = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)
