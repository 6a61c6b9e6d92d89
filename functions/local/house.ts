import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Books } from '#ledger/books.ts'
import { connect } from '#ledger/client.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { openFolderArchive } from '#ledger/seal/folder-archive.ts'
import { openKeySigner } from '#ledger/seal/signer.ts'
import { createTable } from '#ledger/table.ts'
import { openFolderShelf } from '#publisher/folder-shelf.ts'
import { openFolderStore } from '#publisher/folder-store.ts'
import { loadBundle } from '#publisher/site-bundle.ts'
import { sweep } from '#publisher/sweep.ts'
import { openFolderPictures, picturesIn } from '#studio/folder-pictures.ts'
import { entryFiles } from './analytics/entry-files.ts'
import { keepEntryFiles } from './analytics/keep-entry-files.ts'
import { monthsWithEntries } from './analytics/months-with-entries.ts'
import { buildSiteIfStale, SITE_FOLDER } from './built-site.ts'
import { closePastMonths } from './close-past-months.ts'
import { openDataFolder } from './data-folder.ts'
import { startDatabase } from './dynoxide.ts'
import { startEffectTimer } from './effect-timer.ts'
import { frontDoor } from './front-door.ts'
import { furnish } from './furnish.ts'
import { localPages } from './local-pages.ts'
import { LOCAL_TABLE } from './local-table.ts'
import { pastOf } from './past-of.ts'
import { type Secrets, secretsFor } from './secrets.ts'
import { SetupFault } from './setup-fault.ts'
import { wiring } from './wiring.ts'

export interface HouseOptions {
  /** 0: any free one. */
  readonly port: number
  /** Null: everything in memory. */
  readonly dataDir: string | null
  /** Other sites whose pages may ask for a quote. Left out: none. */
  readonly offerOrigins?: readonly string[]
  /** Epoch milliseconds: the house's clock. */
  readonly now: () => number
  /** Is told what goes on while the house starts, a line at a time. */
  readonly tell: (line: string) => void
  /** Is told of errors that no rule foresaw. */
  readonly report: (error: unknown, requestId: string) => void
}

/** The whole of Cleartier on one machine. */
export interface House {
  readonly origin: string
  /** Whether the demo members live in it; else its members are its own. */
  readonly hasDemoMembers: boolean
  stop(): Promise<void>
}

/**
 * Starts everything in one process: database, program, demo data, pages, sign-in and every app. Whatever was started is
 * stopped again when something fails. Throws SetupFault or DatabaseError where something outside is at fault.
 */
export async function startHouse(options: HouseOptions): Promise<House> {
  const toStop: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const end of toStop.splice(0).reverse()) await end()
  }
  try {
    return { ...(await build(options, toStop)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function build(options: HouseOptions, toStop: (() => Promise<unknown>)[]): Promise<Omit<House, 'stop'>> {
  const { dataDir, offerOrigins = [], now, tell, report } = options
  if (dataDir !== null) await openDataFolder(dataDir)
  const door = await frontDoor(options.port)
  toStop.push(door.close)
  const database = await startDatabase(dataDir === null ? {} : { dataDir })
  toStop.push(database.stop)
  if (dataDir === null && process.env.DYNAMODB_ENDPOINT) throw needsDataDir()
  const client = connect({ endpoint: database.endpoint })
  toStop.push(async () => client.destroy())
  await createTable(client, LOCAL_TABLE)
  const secrets = await secretsFor(dataDir)
  const ledger = openLedger({ client, table: LOCAL_TABLE, now })
  const press = openPress({ client, table: LOCAL_TABLE, now })
  const books = openBooks({ client, table: LOCAL_TABLE, now })
  const kept = dataDir ?? folderOfItsOwn(toStop)
  const archive = openFolderArchive(join(kept, 'closings'))
  const [{ hasDemoMembers }] = await Promise.all([
    furnish({
      ledger,
      ...pastOf({ client, table: LOCAL_TABLE }),
      dataDir,
      emailKey: secrets.emailKey,
      now,
      tell,
    }),
    builtSite(tell),
  ])
  const sealing = { archive, signer: openKeySigner(secrets.signingKey), key: secrets.pseudonymKey }
  if (hasDemoMembers) await closePastMonths({ ledger, books, sealing, now })
  const folder = join(kept, 'pages')
  const pictures = openFolderPictures(picturesIn(folder))
  const pages = openFolderStore(folder)
  const bundle = await loadBundle(SITE_FOLDER)
  const publisher = {
    store: pages,
    bundle,
    pictures: pictures.read,
    publications: press.publications,
    origin: door.origin,
    now,
  }
  const publicPages = localPages(publisher)
  await publicPages.refresh()
  const editions = (await ledger.program()).published.map(({ edition }) => edition)
  // By the machine's clock, as the files are.
  await sweep(openFolderShelf(folder), { editions, now: Date.now() })
  const reportLate = (error: unknown) => report(error, 'the pages of a new month')
  toStop.push(startEffectTimer({ ...publisher, refresh: publicPages.refresh, report: reportLate }))
  const watched = await keptInFiles({ dataDir, ledger, books, secrets, now, report, toStop })
  const given = {
    origin: door.origin,
    ...watched,
    press,
    archive,
    pages,
    publicPages,
    pictures,
    secrets,
    hasDemoMembers,
  }
  door.open(wiring({ ...given, offerOrigins, now, report }))
  return { origin: door.origin, hasDemoMembers }
}

interface KeptInFiles extends Pick<HouseOptions, 'dataDir' | 'now' | 'report'> {
  readonly ledger: Ledger
  readonly books: Books
  readonly secrets: Secrets
  readonly toStop: (() => Promise<unknown>)[]
}

/** A house with a folder keeps its entries there as files too, for questions in SQL. */
async function keptInFiles({ dataDir, ledger, books, secrets, now, report, toStop }: KeptInFiles) {
  if (dataDir === null) return { ledger, books }
  const { timeZone, current, since } = await monthsWithEntries(ledger, now)
  const pseudonym = pseudonymOf(secrets.pseudonymKey)
  const files = entryFiles({ folder: join(dataDir, 'analytics'), books, timeZone, pseudonym, now })
  const told = (error: unknown) => report(error, 'analytics')
  const kept = keepEntryFiles({ files, currentMonth: current, since, report: told })
  toStop.push(kept.stop)
  return kept.watching(ledger, books)
}

const needsDataDir = () =>
  new SetupFault(
    'DYNAMODB_ENDPOINT names a database that outlives this process. The keys that belong to its data have to as well: ' +
      'name a folder for them in DATA_DIR.',
  )

async function builtSite(tell: HouseOptions['tell']): Promise<void> {
  if (await buildSiteIfStale()) tell('The pages were built anew.')
}

/** For a house without a folder; it goes with the house, or with the process. */
function folderOfItsOwn(toStop: (() => Promise<unknown>)[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cleartier-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  toStop.push(async () => {
    process.off('exit', remove)
    remove()
  })
  return folder
}
