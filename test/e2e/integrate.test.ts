import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'

const run = promisify(execFile)

/** What the guide has to be run with; Windows may lack it. */
const canRun = await run('bash', ['-c', 'command -v curl sed']).then(
  () => true,
  () => false,
)

/** The commands of the guide in one script, but for the one that starts the house, which stands already. */
async function commands(): Promise<string> {
  const guide = await readFile(new URL('../../docs/integrate.md', import.meta.url), 'utf8')
  const blocks = [...guide.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block)
  return blocks
    .filter((block) => !block.startsWith('npm start'))
    .join('\necho\n')
    .replace('http://localhost:4321', inject('houseOrigin'))
    .replace(/'\$\(date[^)]*\)'/, '2026-11-19T10:00:00Z')
}

test.skipIf(!canRun)(
  'every command of the guide does what the guide says (skipped without bash, curl and sed)',
  async () => {
    const { stdout } = await run('bash', ['-e', '-c', await commands()])
    for (const answered of [
      '"outcome":"recorded"',
      '"perk":"lounge","name":"Lounge entry","kind":"access","worth":"18.00","entitled":true',
      '"reason":"tier_too_low","missing":"from Gold on"',
      '"worth":"18.00","currency":"GBP","left":1}',
      '"detail":"Free delivery needs £12 more in the basket."',
      '"missing":"£12 more","short":"12.00"',
      /"reversal":"v-[0-9a-f]{32}","redemption":"r-[0-9a-f]{32}","perk":"lounge"/,
      '"amount":"38.00","tier":"silver"',
    ])
      expect(stdout).toEqual(
        typeof answered === 'string' ? expect.stringContaining(answered) : expect.stringMatching(answered),
      )
    expect(stdout.match(/HTTP\/1\.1 201 Created/g)).toHaveLength(2)
  },
)
