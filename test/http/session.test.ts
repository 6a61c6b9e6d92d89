import { EncryptJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { seal, unseal } from '#http/sealed.ts'
import { hasEnded, type MemberSession, openSession, SESSION_MS, sealSession } from '#http/session.ts'
import { SESSION_COOKIE, sessionCookieOf } from '#http/session-cookie.ts'

const KEY = new Uint8Array(32).fill(1)
const OTHER_KEY = new Uint8Array(32).fill(2)
const NOON = Date.UTC(2026, 5, 15, 12)
const ANNA: MemberSession = { kind: 'member', subject: 'sub-anna', member: 'm-1001', since: NOON }

describe('a session', () => {
  test('opens as it was sealed, for twelve hours', async () => {
    const cookie = await sealSession(ANNA, KEY)
    const end = NOON + SESSION_MS
    expect(await openSession(cookie, KEY, end - 1000)).toEqual({ session: ANNA, expiresAt: end })
    expect(await openSession(cookie, KEY, end)).toBeNull()
  })

  test('cannot be read without the key', async () => {
    expect(atob((await sealSession(ANNA, KEY)).split('.')[3]?.replaceAll(/[-_]/g, 'A') ?? '')).not.toContain('m-1001')
  })

  test('sealed with another key is nobody’s', async () => {
    expect(await openSession(await sealSession(ANNA, OTHER_KEY), KEY, NOON)).toBeNull()
  })

  test('changed by a single character is nobody’s', async () => {
    const cookie = await sealSession(ANNA, KEY)
    for (const at of [5, cookie.length >> 1, cookie.length - 2]) {
      const letter = cookie[at] === 'A' ? 'B' : 'A'
      expect(await openSession(cookie.slice(0, at) + letter + cookie.slice(at + 1), KEY, NOON)).toBeNull()
    }
  })

  test('a ticket of a sign-in is no session, though the key is the same', async () => {
    const ticket = await seal('sign-in', ANNA, KEY, NOON, 60_000)
    expect(await openSession(ticket, KEY, NOON)).toBeNull()
    expect(await unseal('sign-in', ticket, KEY, NOON)).toMatchObject({ value: ANNA })
  })

  test('that never ends is refused', async () => {
    const endless = await new EncryptJWT({ value: ANNA })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience('session')
      .encrypt(KEY)
    expect(await openSession(endless, KEY, NOON)).toBeNull()
  })

  test.each(['', 'rubbish', 'a.b.c.d.e', '..', `${'A'.repeat(5000)}`, 'eyJhbGciOiJub25lIn0.e30.'])(
    'cannot be made up: %j',
    async (cookie) => {
      expect(await openSession(cookie, KEY, NOON)).toBeNull()
    },
  )

  test('is over when its holder signed out after it began', () => {
    expect([hasEnded(NOON, null), hasEnded(NOON, undefined), hasEnded(NOON, NOON), hasEnded(NOON, NOON + 1)]).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})

describe('the session cookie of a request', () => {
  const cookieOf = (cookie: string) => sessionCookieOf(new Request('https://shop.example', { headers: { cookie } }))

  test('is found among others', () => {
    expect(cookieOf(`a=1; ${SESSION_COOKIE}=value; b=2`)).toBe('value')
  })

  test('that stands twice is none: which one was meant?', () => {
    expect(cookieOf(`${SESSION_COOKIE}=one; ${SESSION_COOKIE}=two`)).toBeUndefined()
  })

  test.each(['', 'a=1', `x${SESSION_COOKIE}=value`, `${SESSION_COOKIE}`])('is not found in %j', (cookie) => {
    expect(cookieOf(cookie)).toBeUndefined()
  })
})
