import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildSiteIfStale } from '#local/built-site.ts'
import { synthesizedBy } from './synthesized-by.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the stage "prod" lies as it would be deployed: templates, and the code of every function. */
    assembly: string
  }
}

/**
 * What is deployed, made once for all tests of the project. It lies away from here, where a function finds no package that
 * was not packed with it.
 */
export default async function setup(project: TestProject) {
  await buildSiteIfStale()
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-assembly-'))
  await synthesizedBy({ stage: 'prod' }, folder)
  project.provide('assembly', folder)
  return () => rm(folder, { recursive: true, force: true })
}
