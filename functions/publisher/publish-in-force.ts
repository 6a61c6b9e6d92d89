import type { Publication, PublicationRecord } from '#ledger/press.ts'
import { beginningOf, editionInForce, standingEditions, withPublication } from '#ledger/publications.ts'
import type { PublishedEdition } from '#program/document.ts'
import type { SiteStore } from './page-store.ts'
import type { PictureSource } from './picture-source.ts'
import { PublishError } from './publish-error.ts'
import { publishSite } from './publish-site.ts'
import { renderSite } from './render-site.ts'
import type { SiteBundle } from './site-bundle.ts'

export interface Publisher {
  readonly store: SiteStore
  readonly bundle: SiteBundle
  /** Left out: somebody else puts down the pictures that pages refer to. */
  readonly pictures?: PictureSource
  /** As they are now, never from a cache. */
  readonly publications: () => Promise<readonly PublicationRecord[]>
  /** Where the pages are found; left out or null when nobody has said. */
  readonly origin?: string | null
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Renders everything as it would be with one more publication, and keeps none of it: the pages of the edition that would be
 * in force, and of each that is announced, so that none fails on the day it takes effect. Throws PublishError.
 */
export async function tryPublication(
  { bundle, pictures, publications, origin = null, now }: Publisher,
  publication: Publication,
): Promise<void> {
  const at = now()
  const records = withPublication(await publications(), publication, at)
  const published = standingEditions(records)
  const announced = published.filter((edition) => beginningOf(edition) > at)
  for (const edition of new Set([inForce(published, at), ...announced])) {
    await renderSite(bundle, { edition, publications: records, origin, ...(pictures && { pictures }) })
  }
}

/**
 * Renders the edition in force (or the one of a number) and serves it. What somebody else publishes meanwhile is rendered
 * after it, so that the last to switch never switches to what is out of date. Returns the site's name. Throws PublishError.
 */
export async function publishInForce(
  { store, bundle, pictures, publications, origin = null, now }: Publisher,
  number?: number,
): Promise<string> {
  for (;;) {
    const records = await publications()
    const published = standingEditions(records)
    const edition = number === undefined ? inForce(published, now()) : editionOf(published, number)
    const site = await publishSite(store, bundle, {
      edition,
      publications: records,
      origin,
      ...(pictures && { pictures }),
    })
    if (publicationsKey(await publications()) === publicationsKey(records)) return site
  }
}

function inForce(published: readonly PublishedEdition[], at: number): PublishedEdition {
  const edition = editionInForce(published, at)
  if (!edition) throw new PublishError('There is no edition. Publish one first.')
  return edition
}

function editionOf(published: readonly PublishedEdition[], number: number): PublishedEdition {
  const edition = published.find((candidate) => candidate.edition === number)
  if (!edition) throw new PublishError(`There is no edition ${number}. Publish it first.`)
  return edition
}

/** What tells some publications from others: they never change, so their names do. */
export const publicationsKey = (records: readonly PublicationRecord[]): string =>
  records
    .map(({ edition: { edition, revision = 1 }, withdrawnAt }) => `${edition}.${revision}.${withdrawnAt}`)
    .join(' ')
