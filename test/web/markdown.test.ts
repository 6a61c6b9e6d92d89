import { describe, expect, it } from 'vitest'
import { storyHtml } from '../../web/markdown.ts'

describe('a story', () => {
  it('is set in paragraphs, with emphasis and links', () => {
    expect(storyHtml('One *word*.\n\nSee [perks](/perks).')).toBe(
      '<p>One <em>word</em>.</p>\n<p>See <a href="/perks">perks</a>.</p>\n',
    )
  })

  it.each([
    ['raw HTML', '<script>alert(1)</script>'],
    ['an element within a line', 'Hello <img src=x onerror=alert(1)>'],
    ['a link that would run a script', '[here](javascript:alert(1))'],
    ['a link in disguise', '[here](JaVaScRiPt:alert(1))'],
    ['a link with data', '[here](data:text/html,hello)'],
    ['a link to another site without saying so', '[here](//elsewhere.example)'],
    ['a picture', '![x](javascript:alert(1))'],
    ['a quote that would end an attribute', '[here](/"onmouseover="alert(1))'],
  ])('shows %s as harmless text', (_what, story) => {
    const html = storyHtml(story)
    expect(html).not.toMatch(/<(script|img|iframe)|href="(?!\/[^/]|#|https?:|mailto:)|"\s*onmouseover/i)
  })
})
