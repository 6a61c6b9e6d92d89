import { DEMO_MACHINES, DEMO_PEOPLE, DEMO_STAFF } from './demo-people.ts'
import type { House } from './house.ts'
import { CUSTOMER_DOMAIN, CUSTOMER_PASSWORD } from './imported-customers.ts'

/** What is printed when the house is ready: where it is, whose data are in it, and who can come in. */
export function printedWelcome({ origin, hasDemoMembers }: Omit<House, 'stop'>, dataDir: string | null): string {
  const people = (hasDemoMembers ? DEMO_PEOPLE : DEMO_STAFF).map(({ email, password, story }) => [
    email,
    password,
    story,
  ])
  const machines = Object.entries(DEMO_MACHINES).map(([name, scopes]) => [name, `demo-${name}`, scopes])
  return [
    `Cleartier is ready at ${origin}`,
    '',
    ...(hasDemoMembers ? [] : ownMembers(dataDir)),
    'People (address, password):',
    ...columns(people),
    '',
    'Machines (client, secret, scopes):',
    ...columns(machines),
    '',
    `A shop that shows what its basket is short of: ${origin}/demo-shop`,
    `A machine's token: curl -u shop:demo-shop -d grant_type=client_credentials ${origin}/oidc/token`,
    dataDir === null
      ? 'Data is kept in memory and gone when this stops; set DATA_DIR to keep it.'
      : `Data is kept in ${dataDir}.`,
  ].join('\n')
}

/** A house that was filled by an import, or by a shop. */
const ownMembers = (dataDir: string | null) => [
  `The members are those of ${dataDir}; none of the demo's is among them.`,
  `A customer imported with an address at ${CUSTOMER_DOMAIN} signs in with it and the password ${CUSTOMER_PASSWORD}, as in`,
  `  17850@${CUSTOMER_DOMAIN}  ${CUSTOMER_PASSWORD}`,
  '',
]

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
  )
}
