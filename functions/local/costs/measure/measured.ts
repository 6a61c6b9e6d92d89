import type { Piece } from './piece.ts'

/** What a piece of work uses: the same on every machine and day. */
export interface PieceUse {
  /** Requests that it is made of. */
  readonly requests: number
  /** To the database. */
  readonly calls: number
  readonly readUnits: number
  /** By AWS's rules, those of the indexes among them. */
  readonly writeUnits: number
  /** Of answers, heads and bodies together. */
  readonly answerBytes: number
  /** Of the bodies that were sent. */
  readonly sentBytes: number
  /** Written to the log by the function itself. */
  readonly logBytes: number
}

/** The bytes by which AWS counts an item that is kept, its overhead among them. */
export interface KeptItem {
  readonly tableBytes: number
  /** Of its copies in all indexes. */
  readonly indexBytes: number
}

export const KINDS_KEPT = ['member', 'address', 'purchase', 'use'] as const

/** What follows from the code alone. */
export interface Uses {
  readonly pieces: Readonly<Record<Piece, PieceUse>>
  readonly kept: Readonly<Record<(typeof KINDS_KEPT)[number], KeptItem>>
  /** An impact of a draft, for each member. */
  readonly forecastReadUnits: number
  /** Closing a month, for each of its entries. */
  readonly closingReadUnits: number
  /** All editions, as every function that is warm reads them once a minute. */
  readonly editionsReadUnits: number
}

/** How long a piece of work takes. */
export interface PieceTime {
  /** Of the processor, on the machine that measured. */
  readonly cpuMicroseconds: number
  /** How many calls to the database follow one another; others go side by side. */
  readonly turns: number
}

/** What a page weighs as CloudFront sends it. */
export interface PageWeight {
  readonly requests: number
  readonly bytes: number
}

/** What was measured once, on one machine, and from the build of the pages. */
export interface Times {
  /** "2026-11-22" */
  readonly on: string
  readonly machine: string
  readonly pieces: Readonly<Record<Piece, PieceTime>>
  /** A record of the stream, kept as a file among a thousand, and looked at for a change of tier. */
  readonly record: { readonly keptMicroseconds: number; readonly toldMicroseconds: number; readonly fileBytes: number }
  /** A member, when a month turns, when a draft's impact is worked out, and when finance counts holders of tiers. */
  readonly member: {
    readonly turnedMicroseconds: number
    readonly forecastMicroseconds: number
    readonly countedMicroseconds: number
  }
  /** An entry, when its month is closed. */
  readonly entry: { readonly sealedMicroseconds: number }
  /** The mean of all public pages: for who comes first, and for who has been here. */
  readonly page: { readonly first: PageWeight; readonly again: PageWeight }
  readonly publication: { readonly milliseconds: number; readonly files: number; readonly bytes: number }
}

/** What the template of a stage has, used or not. */
export interface Stage {
  /** Of the functions, in MB. */
  readonly memoryMb: Readonly<Record<Room, number>>
  readonly firewalls: number
  readonly firewallRules: number
  /** Clients of the staff's provider that machines get tokens by. */
  readonly machineClients: number
  readonly keys: number
  readonly secrets: number
  /** Metrics that alarms look at. */
  readonly alarmMetrics: number
  readonly dashboards: number
  /** Copies of the table that the plan keeps at a time. */
  readonly backupCopies: number
  /** Invocations that a clock makes, a month. */
  readonly scheduled: number
  /** Queues that functions read. */
  readonly polledQueues: number
  /** Parts of the turn of a month that are worked on at once. */
  readonly turnsAtOnce: number
  /** Beyond which the API refuses. */
  readonly requestsPerSecond: number
}

export type Room = 'portal' | 'intake' | 'desk' | 'studio' | 'finance' | 'stream' | 'publisher'
