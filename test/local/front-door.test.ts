import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { frontDoor } from '#local/front-door.ts'

test('a house says that it is starting until it is open, and every answer carries the security headers', async () => {
  const door = await frontDoor(0)
  onTestFinished(() => door.close())
  expect((await fetch(door.origin)).status).toBe(503)
  door.open((_request, response) => response.end('open'))
  const response = await fetch(door.origin)
  expect(await response.text()).toBe('open')
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('a port that is in use is named, with the way out, and nothing is left open', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  await expect(frontDoor(port)).rejects.toThrow(`Port ${port} is in use by another program.`)
  await expect(frontDoor(port)).rejects.toThrow(`PORT=${port + 1} npm start`)
})

test('a closed door gives its port back', async () => {
  const door = await frontDoor(0)
  await door.close()
  const again = await frontDoor(Number(new URL(door.origin).port))
  await again.close()
})
