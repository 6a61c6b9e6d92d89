import { defineConfig } from 'vitest/config'

/** Against what hangs, not against what is slow: a busy machine may take as long as it likes. */
const UNHURRIED = { testTimeout: 60_000, hookTimeout: 60_000 }

/** Projects by what they need: `unit` nothing, `ledger` the embedded database, `site` the rendered pages, `browser` Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{program,http,local,doors,web,infra,analytics}/**/*.test.ts'],
          ...UNHURRIED,
        },
      },
      {
        test: {
          name: 'ledger',
          include: ['test/{ledger,faults,intake,desk,portal,studio,finance,publisher,lambda}/**/*.test.ts'],
          globalSetup: ['test/setup/database.ts'],
          ...UNHURRIED,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/setup/house.ts', 'test/setup/browser.ts'],
          fileParallelism: false,
          ...UNHURRIED,
        },
      },
    ],
  },
})
