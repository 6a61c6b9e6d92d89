import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import type { Press } from '#ledger/press.ts'
import { latestIn, programState } from '#studio/program-state.ts'
import { PagesFault } from '#studio/public-pages.ts'
import { pagesThere } from '../aws/pages-there.ts'
import type { StageThere } from '../aws/stage-there.ts'
import { type FirstEditionRead, publishFirstEdition } from './first-edition.ts'

export interface OpenShopDeps {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly tell: (line: string) => void
}

/** Gives a stage that is deployed its first edition and its pages, and says where it is. False when something was refused. */
export async function openShop(
  there: StageThere,
  edition: FirstEditionRead | null,
  { now, tell }: OpenShopDeps,
): Promise<boolean> {
  const client = connect({ region: there.region })
  try {
    const options = { client, table: there.table, now }
    const press = openPress(options)
    const deps = { ledger: openLedger(options), press, pages: pagesThere(there), now, tell }
    const isPublished = edition === null || (await publishFirstEdition(deps, edition))
    return isPublished && (await showPages(press, there, tell))
  } finally {
    client.destroy()
  }
}

/** Renders the pages anew, also where only their looks have changed. */
async function showPages(press: Press, there: StageThere, tell: OpenShopDeps['tell']): Promise<boolean> {
  const { stage, outputs } = there
  if (!latestIn(await programState(press))) {
    tell(
      `There is no edition yet, so there are no pages: ${outputs.Address} answers that nothing is there. Publish one:`,
    )
    tell(`  npm run deploy -- --stage ${stage} --program FILE.yaml`)
    return true
  }
  try {
    tell(`The pages are shown: ${await pagesThere(there).refresh()}.`)
  } catch (error) {
    if (!(error instanceof PagesFault)) throw error
    tell(`The pages could not be shown: ${error.message}`)
    return false
  }
  tell(`The portal is at ${outputs.Address}. See whether all is well, and invite those who work with it:`)
  tell(`  npm run smoke -- ${outputs.Address} --api ${outputs.ApiAddress}`)
  tell(`  npm run staff -- --stage ${stage} add mara@shop.example --group marketing`)
  return true
}
