import { defineConfig } from 'vitest/config'

/** Against what hangs, not against what is slow: a busy machine may take as long as it likes. */
const UNHURRIED = { testTimeout: 60_000, hookTimeout: 60_000 }

/** What is asked of the functions and stacks as they would be deployed. */
const DEPLOYED = [
  ...['test/lambda/**/*.test.ts', 'test/publisher/lambda.test.ts'],
  ...['test/infra/proof/**/*.test.ts', 'test/local/aws/kept.test.ts'],
]

/**
 * Projects by what they need: `unit` nothing, `stacks` the CDK, `ledger` the embedded database, `lambda` what would be
 * deployed, `browser` the whole house and Chromium.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{program,http,local,doors,web,analytics}/**/*.test.ts'],
          exclude: DEPLOYED,
          ...UNHURRIED,
        },
      },
      {
        test: {
          name: 'stacks',
          include: ['test/infra/*.test.ts'],
          // Loading the CDK takes longer than all that is asked of it, and nothing is changed that another test reads.
          isolate: false,
          ...UNHURRIED,
        },
      },
      {
        test: {
          name: 'ledger',
          include: ['test/{ledger,faults,intake,desk,portal,studio,finance,publisher,herald}/**/*.test.ts'],
          exclude: DEPLOYED,
          globalSetup: ['test/setup/database.ts'],
          ...UNHURRIED,
        },
      },
      {
        test: {
          name: 'lambda',
          include: DEPLOYED,
          globalSetup: ['test/setup/database.ts', 'test/setup/assembly.ts'],
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
