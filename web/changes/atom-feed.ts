import type { ChangeEntry } from './change-entries.ts'

/** A feed, and where it and its page are found. */
export interface FeedPlaces {
  readonly title: string
  /** "de-DE". */
  readonly locale: string
  /** Whole addresses. */
  readonly feed: string
  readonly page: string
}

/** The history as an Atom feed (RFC 4287), newest first. An entry keeps its id for ever: the address of its part of the page. */
export function atomFeed(entries: readonly ChangeEntry[], { title, locale, feed, page }: FeedPlaces): string {
  const updated = entries.map((entry) => entry.updated).reduce((latest, one) => (one > latest ? one : latest), '')
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(locale)}">`,
    `<id>${xml(feed)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${updated}</updated>`,
    `<author><name>${xml(title)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    ...entries.map((entry) => entryOf(entry, page)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf({ anchor, title, state, dates, sentences, published, updated }: ChangeEntry, page: string): string {
  const address = xml(`${page}#${anchor}`)
  const text = [state, dates, ...sentences].filter((part) => part !== null).join('\n')
  return [
    '<entry>',
    `<id>${address}</id>`,
    `<title>${xml(title)}</title>`,
    `<published>${published}</published>`,
    `<updated>${updated}</updated>`,
    `<link rel="alternate" type="text/html" href="${address}"/>`,
    `<content type="text">${xml(text)}</content>`,
    '</entry>',
  ].join('\n')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML 1.0, which has no way to write most control characters, nor half of a surrogate pair. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be left out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
