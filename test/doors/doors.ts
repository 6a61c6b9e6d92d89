import { posix } from 'node:path'
import type { Import } from './source-files.ts'

/** An audience may use what all share, and no other audience. */
const AUDIENCE = ['program', 'ledger', 'http']
const ANYTHING = null

/** Which rooms a room may import from, besides itself; null: any. */
export const DOORS: Readonly<Record<string, readonly string[] | null>> = {
  program: [],
  ledger: ['program'],
  http: [],
  portal: AUDIENCE,
  intake: AUDIENCE,
  desk: AUDIENCE,
  studio: AUDIENCE,
  // Its exports are files of the same make as those that the ledger's entries are kept in.
  finance: [...AUDIENCE, 'analytics'],
  analytics: AUDIENCE,
  herald: AUDIENCE,
  publisher: AUDIENCE,
  web: ['program'],
  infra: [],
  local: ANYTHING,
  test: ANYTHING,
}

/** The pages may know the shapes that the apps answer, which is to say their types. */
const TYPES_FOR_PAGES = ['portal', 'intake', 'desk', 'studio', 'finance']

/** The room a file is in: "functions/ledger/keys.ts" → "ledger", "web/pages/index.astro" → "web". */
export function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'functions' ? second : first
}

/** The room an import leads to; null for packages. */
export function roomOfImport(path: string, from: string): string | null {
  if (from.startsWith('#')) return from.slice(1).split('/')[0] ?? null
  if (!from.startsWith('.')) return null
  return roomOf(posix.normalize(posix.join(posix.dirname(path), from)))
}

/** Whether there is a door from the file's room to where the import leads. */
export function isAllowed(path: string, { from, isTypeOnly }: Import): boolean {
  const [room, other] = [roomOf(path), roomOfImport(path, from)]
  const doors = DOORS[room]
  if (doors === undefined) return false
  if (doors === null || other === room) return true
  if (other === null) return room !== 'program'
  if (room === 'web' && isTypeOnly && TYPES_FOR_PAGES.includes(other)) return true
  return doors.includes(other)
}
