import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { openIssuer } from './runtime/stand-in-issuer.ts'

/** What must never be read in a log: somebody's number, name, address, note, and what proves who they are. */
export const PERSONAL = {
  member: 'm-private-4711',
  subject: 'subject-of-priya',
  name: 'Priya Ramanathan',
  email: 'priya@mail.example',
  note: 'She called about her mother',
  code: 'code-from-the-provider',
} as const

/** A database that repeats in its errors what it was asked and what it holds, and the keys of a provider beside it. */
export async function gossipingDatabase() {
  const held = `The item {"pk":"member:${PERSONAL.member}","name":"${PERSONAL.name}"}`
  const error = { __type: 'com.amazon.coral.validate#ValidationException', Item: held }
  const server = createServer(async (request, response) => {
    let asked = ''
    for await (const chunk of request) asked += chunk
    const path = request.url ?? ''
    const known = request.method === 'GET' && (await issuer.answer({ path, body: Buffer.alloc(0) }))
    const answer = known || { status: 400, body: JSON.stringify({ ...error, message: `${held} is not ${asked}` }) }
    response.writeHead(answer.status ?? 200, { 'Content-Type': 'application/x-amz-json-1.0' })
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer = await openIssuer(origin)
  return { origin, issuer: `${origin}/staff`, token: issuer.machineToken.bind(null, `${origin}/staff`) }
}
