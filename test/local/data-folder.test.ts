import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDataFolder } from '#local/data-folder.ts'
import { readDemoMark, writeDemoMark } from '#local/demo-mark.ts'
import { secretsFor } from '#local/secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a data folder', () => {
  test('is made when it is not there', async () => {
    await openDataFolder(join(folder, 'a', 'b'))
    expect(statSync(join(folder, 'a', 'b')).isDirectory()).toBe(true)
  })

  test('that is a file is refused, and the sentence names it and the way out', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const place of [file, join(file, 'below')]) {
      await expect(openDataFolder(place)).rejects.toThrow(place)
      await expect(openDataFolder(place)).rejects.toThrow('DATA_DIR')
    }
  })
})

describe('the secrets of a data folder', () => {
  test('stay the same from start to start, and only their owner may read them', async () => {
    const first = await secretsFor(folder)
    expect(await secretsFor(folder)).toEqual(first)
    expect([first.cookieKey.length, first.emailKey.length]).toEqual([32, 32])
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('are new at every start without one', async () => {
    expect((await secretsFor(null)).cookieKey).not.toEqual((await secretsFor(null)).cookieKey)
  })

  test('kept from before one of them was needed, get that one and keep the others', async () => {
    const { pseudonymKey, ...others } = await secretsFor(folder)
    const file = join(folder, 'secrets.json')
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...kept, pseudonymKey: undefined }))
    const completed = await secretsFor(folder)
    expect(completed).toMatchObject(others)
    expect(completed.pseudonymKey).toHaveLength(32)
    expect(completed.pseudonymKey).not.toEqual(pseudonymKey)
    expect(await secretsFor(folder)).toEqual(completed)
  })

  test.each(['', '{}', 'rubbish', '{"cookieKey":"AAAA"}'])('that are damaged (%j) stay as they are', async (text) => {
    const file = join(folder, 'secrets.json')
    writeFileSync(file, text)
    await expect(secretsFor(folder)).rejects.toThrow('is damaged')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

describe('how far the demo data has come', () => {
  test('is remembered', async () => {
    expect(await readDemoMark(folder)).toBeNull()
    await writeDemoMark(folder, { toldFrom: 5, isComplete: false })
    expect(await readDemoMark(folder)).toEqual({ toldFrom: 5, isComplete: false })
  })

  test('and refused when it cannot be read', async () => {
    writeFileSync(join(folder, 'demo.json'), '{"toldFrom":"today"}')
    await expect(readDemoMark(folder)).rejects.toThrow('demo.json is damaged')
  })
})
