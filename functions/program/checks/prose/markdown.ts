import type { Finding } from '../finding.ts'
import type { Subject } from '../subject.ts'
import { textsOf } from './texts.ts'

const TAG = /<(?:\/?[a-z][a-z0-9-]*(?=[\s/>]|$)|!--|!\[|!doctype|\?)[^\s>]{0,40}/i
/** What stands in code is shown as it is. */
const CODE = /`[^`]*`/g
/** Behind the text of a link, in a definition, in angle brackets, or bare. */
const LINKS = [
  /\]\(\s*<?([^\s)>]*)/g,
  /^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]*)/gm,
  /<([a-z][a-z0-9+.-]*:[^\s>]*)>/gi,
  /(?<![\w/:(<])((?:http|ftp):\/\/\S+)/gi,
]
/** Pages of the web, addresses for mail, and our own pages. */
const ALLOWED = /^(?:https:\/\/|mailto:|\/(?![/\\])|#)/i

/** Stories are Markdown without raw HTML, and what they link to is safe to follow. */
export function checkMarkdown({ document }: Subject): Finding[] {
  return textsOf(document)
    .filter(({ field }) => field === 'story')
    .flatMap(({ at, text }) => {
      const prose = text.replace(CODE, '')
      const tag = TAG.exec(prose)?.[0]
      const targets = LINKS.flatMap((link) => [...prose.matchAll(link)].map((match) => match[1] ?? ''))
      const strange = targets.find((target) => !ALLOWED.test(target))
      return [...(tag ? [rawHtml(at, tag)] : []), ...(strange === undefined ? [] : [badLink(at, strange)])]
    })
}

const rawHtml = (at: string, tag: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'raw_html' },
  message: `“${tag}” is HTML, and pages are made from Markdown alone.`,
  mend: 'Take it out. Write **bold**, *slanted*, lists and [links](/perks) as in Markdown.',
})

const badLink = (at: string, target: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'bad_link' },
  message:
    target === '' ? 'A link leads nowhere.' : `A link leads to “${shortened(target)}”, which is no safe address.`,
  mend: /^http:/i.test(target)
    ? `Write “${shortened(target.replace(/^http:/i, 'https:'))}”.`
    : 'Begin it with https://, with mailto:, or with / for a page of our own.',
})

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text)
