import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { ProgramDocument } from '#program/document.ts'
import { easierGold, reworded } from '../../studio/draft-steps.ts'
import { asMachine, asPerson, staffSession } from './gateway.ts'
import { scheduledEvent } from './sent-event.ts'
import { shopCloud } from './shop-cloud.ts'

const cloud = await shopCloud()

const mara = () => asPerson(cloud, staffSession('mara', 'program:write'))
const milo = () => asPerson(cloud, staffSession('milo', 'program:approve', 'program:write'))
const seen = (version: number) => ({ 'if-match': `"${version}"` })

const pagesBucket = () => cloud.functionNamed('Publisher').environment.PAGES_BUCKET ?? ''
const served = () => JSON.parse(cloud.services.pointer.values.get('current') ?? '{}') as { site?: string }

/** Begins a draft from the latest edition, and keeps it with another document. */
async function drafted(title: string, change: (document: ProgramDocument) => ProgramDocument, isRules = false) {
  const { body } = await mara()('POST /api/v1/studio/drafts', { title })
  const { id, version, explanations, document, earliest } = body
  const content = { title, explanations, document: change(document), effectiveFrom: isRules ? earliest : null }
  const path = `/api/v1/studio/drafts/${id}`
  const kept = await mara()(`PUT ${path}`, content, seen(version))
  return { path, version: kept.body.version as number }
}

/** A step on a draft, which has to be taken. */
async function taken(by: ReturnType<typeof mara>, line: string, version: number, body?: object): Promise<number> {
  const answer = await by(line, body, seen(version))
  expect(answer).toMatchObject({ statusCode: expect.toSatisfy((status: number) => status < 300) })
  return answer.body.version
}

describe('the studio', () => {
  test('publishes words at once: the publisher puts the pages down and switches to them', async () => {
    const { path, version } = await drafted('Words', (document) => reworded(document, 'The good seats'))
    await taken(mara(), `POST ${path}/publish`, version)
    const page = cloud.services.buckets.objects.get(`${pagesBucket()}/sites/${served().site}/tiers/gold.html`)
    expect(page?.body.toString()).toContain('The good seats')
  })

  test('publishes rules that somebody else has approved', async () => {
    const { path, version } = await drafted('Rules', (document) => easierGold(document), true)
    const submitted = await taken(mara(), `POST ${path}/submit`, version)
    const approved = await taken(milo(), `POST ${path}/approve`, submitted, { remark: 'Well done' })
    await taken(mara(), `POST ${path}/publish`, approved)
    const { body } = await mara()('GET /api/v1/studio/editions')
    expect(body.items.at(-1)).toMatchObject({ state: 'announced' })
    expect(await mara()(`POST /api/v1/studio/editions/${body.items.at(-1).edition}/withdraw`)).toMatchObject({
      statusCode: 200,
    })
  })

  test('shows a draft as it would be, and what it would do to members', async () => {
    const change = (document: ProgramDocument) => reworded(easierGold(document), 'The better seats')
    const { path } = await drafted('Shown', change, true)
    const preview = await mara()(`GET ${path}/preview/tiers/gold`)
    expect(preview).toMatchObject({ statusCode: 200 })
    expect(String(preview.body)).toContain('The better seats')
    expect(await mara()(`POST ${path}/impact`)).toMatchObject({ statusCode: 200 })
    expect(await mara()(`GET ${path}/impact/members`)).toMatchObject({ statusCode: 200 })
  })

  test.each(['drafts', 'editions', 'log', 'rights'])('is answered about %s', async (what) => {
    expect(await mara()(`GET /api/v1/studio/${what}`)).toMatchObject({ statusCode: 200 })
  })

  test('keeps a picture, and shows it to those who write', async () => {
    const picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#2f6d5a' } })
      .png()
      .toBuffer()
    const kept = await mara()('POST /api/v1/studio/pictures', picture, { 'content-type': 'image/png' })
    expect(kept).toMatchObject({ statusCode: 201 })
    expect(await mara()(`GET /api/v1/studio/pictures/${kept.body.file}`)).toMatchObject({ statusCode: 200 })
    const nowhere = '0'.repeat(24)
    expect(await mara()(`GET /api/v1/studio/pictures/${nowhere}.webp`)).toMatchObject({ statusCode: 404 })
  })

  test('throws a draft away', async () => {
    const { body } = await mara()('POST /api/v1/studio/drafts', { title: 'Never' })
    const gone = await mara()(`DELETE /api/v1/studio/drafts/${body.id}`, undefined, seen(body.version))
    expect(gone).toMatchObject({ statusCode: 200 })
  })
})

describe('the publisher', () => {
  test('publishes every hour what is in force, and once a day sweeps away what nobody can come upon', async () => {
    const hourly = await cloud.invoke('Publisher', scheduledEvent())
    expect(hourly).toEqual({ answer: { site: served().site } })
    expect(cloud.services.buckets.keysIn(pagesBucket(), 'sites/').length).toBeGreaterThan(5)
    const left = `${pagesBucket()}/sites/9-000000000000/index.html`
    const putAt = new Date(Date.now() - 400 * 86_400_000)
    cloud.services.buckets.objects.set(left, { body: Buffer.from(''), type: 'text/html', putAt })
    expect(await cloud.invoke('Publisher', { sweep: true })).toEqual({ answer: { site: null } })
    expect(cloud.services.buckets.objects.has(left)).toBe(false)
  })

  test('is asked by the studio alone, whose token says nothing of a machine that only takes events', async () => {
    expect(await asMachine(cloud, 'events:write')('GET /api/v1/studio/drafts')).toMatchObject({ statusCode: 403 })
  })
})
