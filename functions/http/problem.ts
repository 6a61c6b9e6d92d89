/** A field at fault. `pointer` is a JSON Pointer into the body; `/query/…` and `/path/…` point into the address, `/header/…` at a header. */
export interface Fault {
  readonly pointer: string
  readonly code: string
  /** A sentence: what is wrong and what to do. */
  readonly detail: string
}

export type ProblemStatus = keyof typeof TITLES

const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const

/** The phrase of a status, as HTTP has it. */
export const titleOf = (status: ProblemStatus): string => TITLES[status]

/** What may stand beside the status of a problem. */
export interface ProblemExtras {
  readonly errors?: readonly Fault[]
  readonly headers?: Readonly<Record<string, string>>
  /** Further members of the body (RFC 9457, 3.2), such as the results of a batch that was stored in part. */
  readonly members?: Readonly<Record<string, unknown>>
}

/**
 * A request that cannot be answered as asked. Thrown anywhere beneath an app, it becomes the response (api.md, "Errors").
 * `code` is for programs, `detail` is a sentence for people.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: ProblemStatus
  readonly code: string
  readonly extras: ProblemExtras

  constructor(status: ProblemStatus, code: string, detail: string, extras: ProblemExtras = {}) {
    super(detail)
    this.status = status
    this.code = code
    this.extras = extras
  }
}

/** The body of a problem (RFC 9457). No page of its own describes the kinds: `code` does, so the type stays blank. */
export interface ProblemBody {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  /** The request id, to be quoted when asking for help. */
  readonly instance: string
  readonly code: string
  readonly errors?: readonly Fault[]
}

/** A problem as it is sent. */
export function problemBody(problem: Problem, requestId: string): ProblemBody {
  const { status, code, message, extras } = problem
  return {
    type: 'about:blank',
    title: titleOf(status),
    status,
    detail: message,
    instance: requestId,
    code,
    ...(extras.errors && { errors: extras.errors }),
    ...extras.members,
  }
}

/** Enough to mend a request by; a body of a megabyte can hold faults for an answer of thirty. */
const MOST_FAULTS = 20

/** The problem of faulty fields: it speaks with the first one's voice, lists the first 20 and says how many there are. */
export function faultyFields(status: 400 | 422, faults: readonly [Fault, ...Fault[]]): Problem {
  const [first, ...others] = faults
  const errors = faults.slice(0, MOST_FAULTS)
  const which = faults.length > errors.length ? `, the first ${errors.length} of all` : ''
  const more = others.length === 0 ? '' : ` (${others.length} more${which} under "errors".)`
  return new Problem(status, first.code, first.detail + more, { errors })
}
