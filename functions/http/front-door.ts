import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { AppEnv } from './identity.ts'
import { Problem } from './problem.ts'
import { problemResponse } from './problem-response.ts'
import { quickStart } from './quick-start.ts'
import { requestIdOf } from './request-id.ts'

/**
 * What the distribution adds to every request that it passes on (`infra/api-behavior.ts`); it drops what a visitor sent by
 * this name.
 */
export const FRONT_DOOR_HEADER = 'x-cleartier-front-door'

/**
 * The app for those alone who come through the distribution, and so past its firewall: without the right key the answer is a
 * 403 problem. The HTTP API has an address of its own, which anyone may find.
 */
export function behindTheFrontDoor(app: Hono<AppEnv>, key: string): Hono<AppEnv> {
  const known = digestOf(key)
  return new Hono<AppEnv>(quickStart()).all('*', ({ req, env }) => {
    const shown = req.header(FRONT_DOOR_HEADER)
    if (shown !== undefined && timingSafeEqual(digestOf(shown), known)) return app.fetch(req.raw, env)
    return problemResponse(passedBy(), requestIdOf(env))
  })
}

/** Of one length whatever was sent, so that comparing takes the same time. */
const digestOf = (text: string) => createHash('sha256').update(text).digest()

const passedBy = () =>
  new Problem(
    403,
    'not_by_the_front_door',
    'This address answers nobody directly. Send the same request to the address of the portal.',
  )
