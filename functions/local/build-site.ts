import { buildSiteIfStale } from './built-site.ts'
import { SetupFault } from './setup-fault.ts'

/** Builds the pages' server bundle if it does not fit its sources. */
try {
  console.log((await buildSiteIfStale()) ? 'The pages were built.' : 'The pages are as they were built last.')
} catch (error) {
  console.error(error instanceof SetupFault ? error.message : error)
  process.exit(1)
}
