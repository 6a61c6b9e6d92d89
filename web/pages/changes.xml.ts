import type { APIRoute } from 'astro'
import { atomFeed } from '../changes/atom-feed.ts'
import { changeEntries } from '../changes/change-entries.ts'
import { pageSetting } from '../page-setting.ts'

/** What changed, for readers of feeds. There is none where the pages do not know their own address. */
export const GET: APIRoute = ({ locals }) => {
  const { origin } = locals.site
  if (origin === null) return new Response(null, { status: 404 })
  const { words, link } = pageSetting(locals, '/changes')
  const whole = (path: string) => new URL(link(path), origin).href
  const title = `${locals.edition.document.name}: ${words.changes.title}`
  const { locale } = words.wording
  const places = { title, locale, feed: whole('/changes.xml'), page: whole('/changes') }
  return new Response(atomFeed(changeEntries(locals, words), places))
}
