import { execFile } from 'node:child_process'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type House, startHouse } from '#local/house.ts'
import type { Machine } from '#local/smoke/check.ts'
import { runChecks } from '#local/smoke/run-checks.ts'
import { steadyClock } from '../setup/steady-clock.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({
    ...{ port: 0, dataDir: null, now: steadyClock(), tell: () => {} },
    report: (error) => console.error(error),
  })
})
afterAll(() => house.stop())

const TILL: Machine = { kind: 'client', id: 'till', secret: 'demo-till' }

async function looked(origin: string, machine: Machine | null = null, api: string | null = null) {
  const lines: string[] = []
  const failed = await runChecks({ origin, api, machine }, (line) => lines.push(line))
  return { failed, lines }
}

async function server(listener: RequestListener): Promise<string> {
  const made = createServer(listener)
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void made.close())
  const address = made.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

describe('a portal that is up', () => {
  test('is well in every respect', async () => {
    const { failed, lines } = await looked(house.origin, TILL)
    expect(lines.filter((line) => !line.startsWith('ok '))).toEqual(['13 ok, 0 failed'])
    expect(failed).toBe(0)
  })

  test('whose API answers whoever comes around the front door is told', async () => {
    const { lines } = await looked(house.origin, null, house.origin)
    expect(lines.filter((line) => line.startsWith('FAILED'))).toEqual([
      `FAILED  no way around the front door: expected ${house.origin} to refuse whoever comes around the distribution, got 200.`,
    ])
  })

  test('says which machine was not given the right, and which the provider does not know', async () => {
    const shop = await looked(house.origin, { kind: 'client', id: 'shop', secret: 'demo-shop' })
    expect(shop.lines.at(-2)).toContain('got 403: use another')
    const stranger = await looked(house.origin, { kind: 'client', id: 'till', secret: 'guessed' })
    expect(stranger.lines.at(-2)).toContain('a token for the machine till, the provider answered 401')
    const forged = await looked(house.origin, { kind: 'token', token: 'a.b.c' })
    expect(forged.lines.at(-2)).toContain('expected 404 and application/problem+json, got 401')
  })
})

describe('a portal that is not', () => {
  test('fails every check there is, each with what was expected', async () => {
    const origin = await server((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'x-powered-by': 'Something 1.2.3' }).end('hello')
    })
    const { failed, lines } = await looked(origin, { kind: 'token', token: 'a.b.c' }, origin)
    expect(lines.filter((line) => !line.startsWith('FAILED'))).toEqual(['0 ok, 14 failed'])
    expect(failed).toBe(14)
    expect(lines[0]).toBe('FAILED  the first page: expected 200 and text/html, got 200 and text/plain.')
  })

  test('is told when a single header is missing', async () => {
    const origin = await server((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end())
    expect((await looked(origin)).lines[0]).toMatch(
      /^FAILED {2}the first page: expected content-security-policy: .*, got none\.$/,
    )
  })

  test('is told when nobody answers, and when the provider does not know the portal', async () => {
    const gone = await looked('http://127.0.0.1:9')
    expect(gone.lines[0]).toMatch(/expected an answer from http:\/\/127\.0\.0\.1:9, there was none/)
    const strange = await server((_, response) =>
      response.writeHead(302, { location: '/error?error=redirect_mismatch' }).end(),
    )
    expect((await looked(strange)).lines.at(-2)).toContain('the provider said redirect_mismatch')
  })
})

function smoke(...given: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const command = join(import.meta.dirname, '..', '..', 'functions', 'local', 'smoke.ts')
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...given], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr })
    })
  })
}

describe('the command', () => {
  test('ends with 0 where all is well, and with 1 where it is not', async () => {
    expect(await smoke(house.origin)).toMatchObject({ code: 0, said: expect.stringMatching(/12 ok, 0 failed\n$/) })
    expect(await smoke(house.origin, '--api', house.origin)).toMatchObject({ code: 1 })
  })

  test.each([
    [[], 'Name one portal.'],
    [['shop.example'], '"shop.example" is no address.'],
    [['https://shop.example', '--client', 'till'], '--client and --secret-from-env go together.'],
    [['https://shop.example', '--client', 'till', '--secret-from-env', 'NOT_SET'], 'The environment has no NOT_SET.'],
    [['--wrong'], "Unknown option '--wrong'"],
  ])('cannot begin with %s, and says why', async (given, said) => {
    expect(await smoke(...given)).toMatchObject({ code: 2, said: expect.stringContaining(said) })
  })
})
