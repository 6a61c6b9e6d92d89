import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { framePreviews } from '#local/framed-previews.ts'

const app = new Hono()
framePreviews(app)
app.get('*', (c) => c.text('here'))

const policyOf = async (path: string) => (await app.request(path)).headers.get('content-security-policy') ?? ''

test('the studio may show a frame, and cannot be shown in one', async () => {
  expect(await policyOf('/studio?view=preview&draft=1')).toContain("frame-src 'self'; frame-ancestors 'none'")
})

test.each(['/', '/perks', '/de/perks'])('the preview of %s may be framed by this site alone', async (page) => {
  expect(await policyOf(`/api/v1/studio/drafts/1/preview${page}?as=silver`)).toMatch(/frame-ancestors 'self'$/)
})

test.each(['/', '/perks', '/studio-of-others', '/api/v1/studio/drafts/1', '/api/v1/studio/drafts'])(
  '%s has no policy of its own',
  async (path) => {
    expect(await policyOf(path)).toBe('')
  },
)
