import type { TestProject } from 'vitest/node'
import { launchBrowser } from './launch-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browserEndpoint: string
  }
}

/** One browser for all tests of the project; each test opens a window of its own (`visitor.ts`). */
export default async function setup(project: TestProject) {
  const browser = await launchBrowser()
  project.provide('browserEndpoint', browser.wsEndpoint())
  return () => browser.close()
}
