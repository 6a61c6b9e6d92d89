import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'

/** The least that answers through the HTTP API, for comparison. */
const app = new Hono().get('*', (context) => context.json({ answered: true }))

export const handler = handle(app)
