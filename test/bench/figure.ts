/** A measured figure and what it has to be; figures without a target are for information. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly atMost?: number
  readonly atLeast?: number
}

/** What a module `*.bench.ts` exports as `bench`. */
export interface Bench {
  readonly name: string
  readonly run: () => Promise<readonly Figure[]>
}

export const isMet = ({ value, atMost = Infinity, atLeast = -Infinity }: Figure): boolean =>
  value <= atMost && value >= atLeast
