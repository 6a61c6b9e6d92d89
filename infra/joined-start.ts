import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BuildOptions, buildSync, type Metafile } from 'esbuild'
import { oneLineDown, withBuiltinsAtHand } from './builtins-at-hand.ts'

const ENTRY = 'index.mjs'

type Outputs = Metafile['outputs']

/**
 * Joins the entry of a bundle with the files that are loaded together with it: esbuild makes a file of everything that the
 * same parts share, dozens of them, and finding each takes a third of a millisecond. The files stay, and hand on what the
 * entry has to the parts that are loaded later. `options` are those that the bundle in the folder was made with.
 */
export function joinStart(folder: string, outputs: Outputs, options: BuildOptions): void {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]))
  const joined = loadedWith(ENTRY, byName)
  const others = [...joined].filter((file) => file !== ENTRY)
  const namesOf = (file: string) => byName.get(file)?.exports ?? []
  const contents = [
    `export * from './${ENTRY}'`,
    ...others.map((file) => handingOn(file, namesOf(file), (name) => [name, nameIn(file, name)])),
  ].join('\n')
  const later = [...byName.keys()].filter((file) => file.endsWith('.mjs') && !joined.has(file))
  const { outputFiles } = buildSync({
    ...options,
    stdin: { contents, resolveDir: folder },
    ...{ absWorkingDir: folder, outfile: join(folder, ENTRY), write: false },
    ...{ sourcemap: 'external', external: [...(options.external ?? []), ...later.map((file) => `./${file}`)] },
  })
  for (const { path, text } of outputFiles) {
    const isMap = path.endsWith('.map')
    writeFileSync(join(folder, basename(path)), isMap ? oneLineDown(text) : withBuiltinsAtHand(text))
  }
  for (const file of others) {
    writeFileSync(
      join(folder, file),
      handingOn(ENTRY, namesOf(file), (name) => [nameIn(file, name), name]),
    )
    rmSync(join(folder, `${file}.map`))
  }
}

/** A file, and what is loaded together with it. */
function loadedWith(entry: string, outputs: ReadonlyMap<string, Outputs[string]>): ReadonlySet<string> {
  const loaded = new Set([entry])
  // A set that grows while it is gone through is gone through to its new end.
  for (const file of loaded) {
    for (const { kind, path, external } of outputs.get(file)?.imports ?? []) {
      if (kind === 'import-statement' && !external) loaded.add(basename(path))
    }
  }
  return loaded
}

/** What a file exports is called in the entry by the file's name and its own: "chunk_7GEMFVBX_a". */
const nameIn = (file: string, name: string) => `${file.replace('.mjs', '').replaceAll(/\W/g, '_')}_${name}`

function handingOn(from: string, names: readonly string[], renamed: (name: string) => readonly [string, string]) {
  if (names.length === 0) return `import './${from}'`
  const list = names.map((name) => renamed(name).join(' as '))
  return `export { ${list.join(', ')} } from './${from}'`
}
