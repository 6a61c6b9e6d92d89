import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { loggable } from '#http/loggable.ts'
import { bundleParts } from '../../infra/room-code.ts'

const modules = join(import.meta.dirname, '../../node_modules')

async function failure(): Promise<{ readonly error: unknown; readonly folder: string }> {
  const folder = await mkdtemp(join(modules, '.frames-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  bundleParts('test/http/failing.ts', folder)
  const { handler } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.mjs')).href)
  try {
    return handler()
  } catch (error) {
    return { error, folder }
  }
}

test('an error that arose in a bundle is logged with its place in the sources', async () => {
  const { error } = await failure()
  expect(loggable(error).frames[0]).toMatch(/\(test\/http\/failing\.ts:3:\d+\)$/)
})

test('without its map it is logged with its place in the bundle', async () => {
  const { error, folder } = await failure()
  await rm(join(folder, 'index.mjs.map'))
  expect(loggable(error).frames[0]).toMatch(/index\.mjs:2:\d+\)$/)
})
