import { Marked } from 'marked'
import { escapeText } from './pictures/svg.ts'

const SAFE_LINK = /^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i

/** Stories are Markdown and nothing more: raw HTML is shown as text, links lead to web pages and addresses only. */
const markdown = new Marked({
  renderer: {
    html: ({ text }) => escapeText(text),
    image: ({ text }) => escapeText(text),
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens)
      return SAFE_LINK.test(href) ? `<a href="${escapeText(href)}">${text}</a>` : text
    },
  },
})

/** Markdown → HTML that is safe to put on a page. */
export const storyHtml = (story: string): string => markdown.parse(story, { async: false })
