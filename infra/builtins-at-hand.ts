/** An import of a module of Node's own, as esbuild writes it when it minifies. */
const BUILTIN = /(?<![\w$.])import(\{[^}]*\}|\*as [\w$]+ | [\w$]+ )from"(node:[\w/]+)"/g

/**
 * A minified bundle that takes Node's own modules from `process.getBuiltinModule` in the place of importing them. An import
 * reads everything that a module exports, and so loads what hides behind that until it is used; it takes a twentieth of a
 * start. What was imported is named in a line before all others, and blanks stand where the imports were, so that a map of
 * the bundle goes on being right one line further down.
 */
export function withBuiltinsAtHand(bundle: string): string {
  const taken: string[] = []
  const rest = bundle.replace(BUILTIN, (all, clause: string, name: string) => {
    const what = clause.replace('*as', '').replaceAll(' as ', ':').trim()
    taken.push(`${what}=process.getBuiltinModule("${name}")`)
    return ' '.repeat(all.length)
  })
  return `${taken.length === 0 ? '' : `const ${taken.join(',')};`}\n${rest}`
}

/** A source map (version 3) of what now begins one line further down. */
export function oneLineDown(map: string): string {
  const { mappings, ...others } = JSON.parse(map) as { readonly mappings: string }
  return JSON.stringify({ ...others, mappings: `;${mappings}` })
}
