import { DEMO_MACHINES, DEMO_PEOPLE } from './demo-people.ts'

/** What is printed when the house is ready: where it is, and who can come in. */
export function printedWelcome(origin: string, dataDir: string | null): string {
  const people = DEMO_PEOPLE.map(({ email, password, story }) => [email, password, story])
  const machines = Object.entries(DEMO_MACHINES).map(([name, scopes]) => [name, `demo-${name}`, scopes])
  return [
    `Cleartier is ready at ${origin}`,
    '',
    'People (address, password):',
    ...columns(people),
    '',
    'Machines (client, secret, scopes):',
    ...columns(machines),
    '',
    `A machine's token: curl -u shop:demo-shop -d grant_type=client_credentials ${origin}/oidc/token`,
    dataDir === null
      ? 'Data is kept in memory and gone when this stops; set DATA_DIR to keep it.'
      : `Data is kept in ${dataDir}.`,
  ].join('\n')
}

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
