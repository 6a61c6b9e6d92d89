import type { Nano } from './dollars.ts'

/** Under which name a bill has it. */
export type Service =
  | 'DynamoDB'
  | 'Lambda'
  | 'HTTP API'
  | 'CloudFront'
  | 'WAF'
  | 'CloudWatch'
  | 'Cognito'
  | 'Everything else'

/** In the order of tables and pictures. */
export const SERVICES: readonly Service[] = [
  ...(['DynamoDB', 'Lambda', 'HTTP API', 'CloudFront', 'WAF', 'CloudWatch', 'Cognito', 'Everything else'] as const),
]

/** What a quantity costs up to a limit. */
export interface Band {
  /** Units a month, from nothing on; null: however many. */
  readonly upTo: bigint | null
  readonly nanoDollars: Nano
}

/** The price of one meter. */
export interface Price {
  readonly service: Service
  /** For what a band's amount is asked: "a million write request units". */
  readonly what: string
  /** How many units of the meter that is. */
  readonly per: bigint
  /** Without gaps, from nothing on; the last has no limit. */
  readonly bands: readonly Band[]
  readonly source: Source
}

/** Where a price was read. */
export interface Source {
  /** The provider's own page, where it can be checked: "aws.amazon.com/waf/pricing". */
  readonly page: string
  /** The text in which the figure was found; null: from memory, not confirmed. */
  readonly readIn: string | null
  /** "2026-11-22" */
  readonly readOn: string
}
