import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the function finds the document that {@link packTheDocument} packs. */
export const OPENAPI_FILE = '/var/task/openapi.json'

const writer = fileURLToPath(new URL('../functions/local/write-openapi.ts', import.meta.url))

/** Packs the OpenAPI document of all routes beside the function, which itself has only those of its own audience. */
export function packTheDocument(folder: string): void {
  execFileSync(process.execPath, [writer, join(folder, 'openapi.json')])
}
