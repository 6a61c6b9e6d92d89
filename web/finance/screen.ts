import { escapeText } from '../pictures/svg.ts'

/** What a view comes to: its title, one sentence before anything else, and the rest as markup. */
export interface Screen {
  readonly title: string
  readonly lead: string
  /** The months, filters and the like that it is about: "May to November 2026, Free delivery". */
  readonly about?: string
  /** The form that narrows it. */
  readonly filters?: string
  readonly body: string
}

/** A part of the report under a heading of its own. */
export function section(title: string, sentence: string, body: string): string {
  const lead = sentence === '' ? '' : `<p>${escapeText(sentence)}</p>`
  return `<section class="section report-part"><h2>${escapeText(title)}</h2>${lead}${body}</section>`
}

/** A list of facts: a name and what it is; `href` where it leads on. */
export function facts(pairs: readonly (readonly [name: string, text: string, href?: string])[]): string {
  const items = pairs.map(([name, text, href]) => {
    const words = escapeText(text)
    const linked = href === undefined ? words : `<a href="${escapeText(href)}">${words}</a>`
    return `<div><dt>${escapeText(name)}</dt><dd>${linked}</dd></div>`
  })
  return `<dl class="report-facts">${items.join('')}</dl>`
}

/** The same picture twice, drawn for a desk and for a phone; the whole of it is a link. */
export const linkedPicture = (href: string, wide: string, narrow: string): string =>
  `<a class="picture-link" href="${escapeText(href)}"><span class="wide">${wide}</span><span class="narrow">${narrow}</span></a>`

export const linkTo = (href: string, words: string): string => `<a href="${escapeText(href)}">${escapeText(words)}</a>`
