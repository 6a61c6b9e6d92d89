import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'
import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import { demoEditions } from '#local/demo-program.ts'
import { bundled } from '../lambda/bundled.ts'
import { startBucket } from './bucket-server.ts'
import { STORE_ARN, startKeyValueStore } from './key-value-server.ts'

type Publish = (request: object, context: unknown) => Promise<{ readonly site: string | null }>

beforeAll(() => buildSiteIfStale(), 60_000)
afterEach(() => vi.unstubAllEnvs())

function stub(settings: Readonly<Record<string, string>>): void {
  const aws = { AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }
  const quiet = { POWERTOOLS_METRICS_DISABLED: 'true' }
  for (const [name, value] of Object.entries({ ...aws, ...quiet, ...settings })) vi.stubEnv(name, value)
}

/** The entry as it is deployed, before an embedded database with the demo shop's editions an empty bucket and an empty pointer. */
async function publisher(editions = demoEditions(), settings: Readonly<Record<string, string>> = {}) {
  const table = `pages-${randomUUID()}`
  const endpoint = inject('databaseEndpoint')
  const bucket = await startBucket('pages')
  const { endpoint: pointer, keys } = await startKeyValueStore()
  // The client puts the bucket's name into the host, which for an address of digits it does in the path instead.
  stub({ AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_ENDPOINT_URL_S3: bucket.endpoint })
  stub({ AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: pointer })
  stub({
    TABLE_NAME: table,
    PAGES_BUCKET: 'pages',
    PAGES_POINTER: STORE_ARN,
    SITE_FOLDER,
    ORIGIN: 'https://rewards.example',
    ...settings,
  })
  const client = connect({ endpoint })
  await createTable(client, table)
  const ledger = openLedger({ client, table, now: () => 0 })
  for (const edition of await editions) await ledger.publish(edition)
  client.destroy()
  return { publish: (await bundled('publisher')) as unknown as Publish, keys, ...bucket }
}

describe('the publisher’s function', () => {
  it('puts every page of an edition into the bucket and switches to them', async () => {
    const { publish, objects, keys } = await publisher()
    expect(publish.length).toBe(2)
    const { site } = await publish({ edition: 1 }, {})
    expect(site).toMatch(/^1-[0-9a-f]{12}$/)
    expect(JSON.parse(keys.get('current') ?? '')).toMatchObject({ site, files: expect.arrayContaining(['index.html']) })
    expect(objects.get(`sites/${site}/tiers/gold.html`)?.body.toString()).toContain('£900')
  })

  it('takes the edition in force when none is named, as the schedule does', async () => {
    const { publish } = await publisher()
    expect((await publish({}, {})).site).toMatch(/^2-/)
  })

  it('tries a publication without showing it, and says which page fails', async () => {
    const { publish, objects, keys } = await publisher()
    const [edition] = await demoEditions()
    const coming = { ...edition, edition: 3, effectiveFrom: '2099-01' }
    const publication = { kind: 'edition', edition: coming, costs: {}, draft: null }
    expect(await publish({ try: publication }, {})).toEqual({ site: null })
    const nameless = { ...coming, document: { ...coming.document, tiers: [{ id: '../up', name: 'Up' }] } }
    await expect(publish({ try: { ...publication, edition: nameless } }, {})).rejects.toThrow(
      '/tiers/../up cannot be the address of a page',
    )
    expect([objects.size, keys.size]).toEqual([0, 0])
  })

  it('sweeps without taking away what is served', async () => {
    const { publish, objects } = await publisher()
    const { site } = await publish({ edition: 1 }, {})
    for (const object of objects.values()) object.lastModified = new Date(0)
    const { size } = objects
    expect(await publish({ sweep: true }, {})).toEqual({ site: null })
    expect(objects.has(`sites/${site}/index.html`)).toBe(true)
    expect(objects.size).toBeGreaterThan(size / 2)
  })

  it('says so when there is no such edition, and changes nothing', async () => {
    const { publish, objects, keys } = await publisher()
    await expect(publish({ edition: 99 }, {})).rejects.toThrow('There is no edition 99. Publish it first.')
    expect([objects.size, keys.size]).toEqual([0, 0])
  })

  it('has nothing to do every hour before the first edition, and says so to whoever asks for pages', async () => {
    const { publish, objects } = await publisher(Promise.resolve([]))
    expect(await publish({ source: 'aws.events', 'detail-type': 'Scheduled Event' }, {})).toEqual({ site: null })
    await expect(publish({}, {})).rejects.toThrow('There is no edition. Publish one first.')
    expect(objects.size).toBe(0)
  })

  it('counts an hour before the first edition as one in which the pages were as they should be', async () => {
    const counting = { POWERTOOLS_METRICS_DISABLED: 'false', POWERTOOLS_METRICS_NAMESPACE: 'Cleartier-test' }
    const { publish } = await publisher(Promise.resolve([]), counting)
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    await publish({ source: 'aws.events', 'detail-type': 'Scheduled Event' }, {})
    const text = written.mock.calls.map(([line]) => String(line)).join('')
    written.mockRestore()
    expect(text).toContain('"pagesRefreshed":1')
  })

  it('does not start without its settings, and names those that are missing', async () => {
    stub({ TABLE_NAME: 'some-table', PAGES_BUCKET: '', PAGES_POINTER: '', SITE_FOLDER: '', ORIGIN: '' })
    await expect(bundled('publisher')).rejects.toThrow('Set PAGES_BUCKET, PAGES_POINTER, SITE_FOLDER, ORIGIN in its')
  })
})
