import { writeFile } from 'node:fs/promises'
import { openapiDocument } from './openapi-document.ts'

/** Writes the OpenAPI document of the whole house into a file, for a function that knows its own routes only. */
try {
  const [, , file] = process.argv
  if (!file) throw new Error('Say into which file: node functions/local/write-openapi.ts openapi.json')
  await writeFile(file, openapiDocument())
} catch (error) {
  console.error(`The OpenAPI document was not written. ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
