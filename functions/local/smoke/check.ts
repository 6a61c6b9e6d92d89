/** Where a portal is, and what a visitor of it is given. */
export interface Portal {
  /** "https://loyalty.shop.example" */
  readonly origin: string
  /** The API behind the distribution; null where it is not looked at. */
  readonly api: string | null
  /** How to be a machine that may read members' standings; null where nobody said. */
  readonly machine: Machine | null
}

export type Machine =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'client'; readonly id: string; readonly secret: string }

/** One thing that holds of a portal that is up. */
export interface Check {
  /** As it is printed: "a page that is not there". */
  readonly name: string
  /** Which portals it can be looked at with; left out, any. */
  readonly isFor?: (portal: Portal) => boolean
  /** Throws {@link NotAsExpected} when it does not hold. */
  readonly run: (portal: Portal) => Promise<void>
}

/** What was expected, and what was there instead. */
export class NotAsExpected extends Error {
  override readonly name = 'NotAsExpected'
}

/** Against what hangs: a page or an answer has been there for a long time by then. */
const PATIENCE_MS = 20_000

/** Asks without following where it is led, and without waiting for ever. Throws {@link NotAsExpected} if nobody answers. */
export async function ask(address: string | URL, init: RequestInit = {}): Promise<Response> {
  const url = new URL(address)
  try {
    return await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS), ...init })
  } catch (error) {
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined
    throw new NotAsExpected(
      `expected an answer from ${url.origin}, there was none (${cause?.code ?? (error as Error).name})`,
    )
  }
}

/** Throws {@link NotAsExpected} unless the answer has the status and is of the type. */
export function expectAnswer(answer: Response, status: number, type: string): void {
  const given = answer.headers.get('content-type') ?? 'no type'
  if (answer.status === status && given.startsWith(type)) return
  throw new NotAsExpected(`expected ${status} and ${type}, got ${answer.status} and ${given}`)
}

/** The body of an answer. Throws {@link NotAsExpected} for what is no JSON. */
export async function jsonOf(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const text = await answer.text()
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    throw new NotAsExpected(`expected JSON, got ${JSON.stringify(text.slice(0, 80))}`)
  }
}
