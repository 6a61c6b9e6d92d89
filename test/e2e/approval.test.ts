import { expect, test } from 'vitest'
import { startHouse } from '#local/house.ts'
import { TODAY } from '../setup/steady-clock.ts'
import { signIn } from './sign-in.ts'
import { openWindow } from './window.ts'

test('what Finn prepares Fay approves, and then it stands among the editions', {
  timeout: 120_000,
}, async () => {
  // A house of its own: the program of the others stays as it is.
  const report = (error: unknown) => {
    throw error
  }
  const house = await startHouse({ port: 0, dataDir: null, now: () => TODAY, tell: () => {}, report })
  try {
    const [finn, fay] = await Promise.all([unitCostsOf('finn', house.origin), unitCostsOf('fay', house.origin)])
    await finn.getByRole('group', { name: 'Lounge entry' }).getByLabel('Unit cost in GBP').fill('9.81')
    await finn.getByRole('button', { name: 'Keep for approval' }).click()
    await finn.getByRole('status').filter({ hasText: 'Kept. Somebody else' }).waitFor()
    await fay.reload()
    await fay.getByRole('button', { name: 'Approve and publish' }).click()
    await fay.getByRole('dialog').getByRole('button', { name: 'Approve and publish' }).click()
    await fay.getByRole('status').filter({ hasText: 'Published as a new edition.' }).waitFor()
    expect(
      await fay
        .getByRole('row', { name: /^Lounge entry/ })
        .first()
        .innerText(),
    ).toContain('£9.81')
  } finally {
    await house.stop()
  }
})

async function unitCostsOf(name: string, baseURL: string) {
  const { page } = await openWindow({ baseURL, viewport: { width: 1280, height: 900 } })
  await signIn(page, name, '/finance')
  await page.goto('/finance?view=unit-costs')
  return page
}
