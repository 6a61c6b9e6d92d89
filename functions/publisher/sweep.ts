import type { Shelf, Shelved } from './shelf.ts'

export interface SweepOptions {
  /** The numbers of the editions that stand. */
  readonly editions: readonly number[]
  /** Epoch milliseconds. */
  readonly now: number
}

/** What was taken away. */
export interface Swept {
  readonly sites: readonly string[]
  readonly hashed: readonly string[]
}

/** Somebody may still have a page open that was served so long ago. */
const GRACE_MS = 7 * 86_400_000

/**
 * Takes away what nobody can come upon any more: sites that are neither served nor the latest of an edition that stands, and
 * the hashed files that no site left refers to, all of them put down more than a week ago.
 */
export async function sweep(shelf: Shelf, { editions, now }: SweepOptions): Promise<Swept> {
  const isOld = ({ putAt }: Shelved) => putAt < now - GRACE_MS
  const sites = await shelf.sites()
  const kept = new Set([await shelf.served(), ...editions.map((edition) => latestOf(sites, edition))])
  const gone = sites.filter((site) => isOld(site) && !kept.has(site.name)).map(({ name }) => name)
  const left = sites.map(({ name }) => name).filter((name) => !gone.includes(name))
  const hashed = await shelf.hashed()
  const used = hashed.some(isOld) ? await usedBy(shelf, left, hashed) : new Set<string>()
  const unused = hashed.filter((file) => isOld(file) && !used.has(file.name)).map(({ name }) => name)
  for (const site of gone) await shelf.removeSite(site)
  for (const file of unused) await shelf.removeHashed(file)
  return { sites: gone, hashed: unused }
}

/** A site's name begins with the number of its edition: "2-3f9ac1d07be4". */
function latestOf(sites: readonly Shelved[], edition: number): string | undefined {
  const own = sites.filter(({ name }) => name.startsWith(`${edition}-`))
  return own.toSorted((one, other) => other.putAt - one.putAt)[0]?.name
}

/** The hashed files that sites name, and those that these name in turn: styles name fonts, scripts name scripts. */
async function usedBy(
  shelf: Shelf,
  sites: readonly string[],
  hashed: readonly Shelved[],
): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  const texts: string[] = []
  for (const site of sites) texts.push(...(await shelf.textsOf(site)))
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const { name } of hashed) {
      if (used.has(name) || !text.includes(name.slice(name.lastIndexOf('/') + 1))) continue
      used.add(name)
      if (/\.(?:css|js)$/.test(name)) texts.push(await shelf.textOf(name))
    }
  }
  return used
}
