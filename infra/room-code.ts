import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, buildSync, type Metafile } from 'esbuild'
import { joinStart } from './joined-start.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Not bundled, because they look for their machine code beside themselves: they are packed as they are. */
const PACKED_APART = ['sharp', '@resvg/resvg-wasm']

/**
 * Modules that are needed now and then and use more of a library than all else does, such as the SDK for S3, each bundled by
 * itself: a library that is shared is cut by its files, and all that anybody needs of one would be loaded at every start.
 * They are imported by these very names, and neither take nor throw what is told by its class.
 */
const BUNDLED_APART: Readonly<Record<string, string>> = {
  '#http/seal.ts': 'functions/http/seal.ts',
  '#ledger/seal/bucket-archive.ts': 'functions/ledger/seal/bucket-archive.ts',
  '#ledger/seal/kms-key.ts': 'functions/ledger/seal/kms-key.ts',
  '#studio/bucket-pictures.ts': 'functions/studio/bucket-pictures.ts',
}

/** What each of them is called beside the bundle: "./bucket-archive.mjs". */
const apart = Object.fromEntries(
  Object.entries(BUNDLED_APART).map(([name, file]) => [name, `./${basename(file, '.ts')}.mjs`]),
)

const NOT_BUNDLED = [...PACKED_APART, ...Object.values(apart)]

/** How everything for Lambda is built. The runtime's own SDK is older and starts more slowly than a bundled one. */
const FOR_LAMBDA: BuildOptions = {
  ...{ absWorkingDir: root, bundle: true, platform: 'node', target: 'node24', format: 'esm' },
  alias: { '@aws-sdk/credential-provider-node': join(root, 'functions/http/function-credentials.ts'), ...apart },
  ...{ mainFields: ['module', 'main'], minify: true, legalComments: 'none', logLevel: 'warning' },
}

/** Bundles an entry of a room (`functions/<room>/<entry>.ts`) into a folder, as {@link bundleParts} does. */
export function bundleRoom(room: string, entry: string, folder: string): void {
  bundleParts(`functions/${room}/${entry}.ts`, folder)
}

/**
 * Bundles a file, named from the root, into a folder: what is loaded at start as `index.mjs`, and a file beside it for each
 * part that is imported only when it is asked for, with maps that name sources and do not repeat them. The same sources give
 * the same bytes, wherever they lie. Throws esbuild's error for sources that cannot be bundled.
 */
export function bundleParts(entry: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const outputs = putParts('index', entry, folder)
  const asked = new Set(Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path)))
  for (const [name, file] of Object.entries(BUNDLED_APART)) {
    if (asked.has(apart[name] ?? '')) putParts(basename(file, '.ts'), file, folder)
  }
  joinStart(folder, outputs, { ...FOR_LAMBDA, external: NOT_BUNDLED })
}

function putParts(name: string, entry: string, folder: string): Metafile['outputs'] {
  const { outputFiles, metafile } = buildSync({
    ...FOR_LAMBDA,
    entryPoints: { [name]: entry },
    // Maps count paths from here, so it may not be the folder of the moment.
    ...{ outdir: join(root, 'bundle'), write: false, metafile: true, outExtension: { '.js': '.mjs' } },
    ...{ splitting: true, chunkNames: name === 'index' ? '[name]-[hash]' : `${name}-[hash]` },
    ...{ sourcemap: 'linked', sourcesContent: false, external: NOT_BUNDLED },
  })
  for (const { path, contents } of outputFiles) writeFileSync(join(folder, basename(path)), contents)
  return metafile.outputs
}

/** Bundles a file into a single one, as for what is loaded whole. */
export function bundleWhole(entry: string, file: string): void {
  buildSync({ ...FOR_LAMBDA, entryPoints: [entry], outfile: file })
}

/** Puts installed packages beside a bundle, as they are. */
export function packPackages(names: readonly string[], folder: string): void {
  for (const name of names) {
    const path = join('node_modules', name)
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
}
