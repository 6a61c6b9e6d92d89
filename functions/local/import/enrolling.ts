import type { Ledger, Outcome } from '#ledger/ledger.ts'
import type { Enrolment } from '#program/event.ts'
import type { Customer } from './customers.ts'

/** What became of the file's customers; each is counted once, as soon as one of their orders is sent. */
export interface EnrolmentCounts {
  readonly enrolled: number
  /** Had been, by the same address; the time of the first enrolment stands. */
  readonly before: number
  /** Had been, by another address, which stands. */
  readonly otherAddress: number
  /** Their address recognises another member, and goes on doing so. */
  readonly taken: number
  readonly withoutAddress: number
  /** The database was too busy. */
  readonly notStored: number
}

export interface Enrolling {
  /** The enrolments of those of these customers whose turn it is; nobody's comes twice. */
  next(subjects: readonly string[]): readonly Enrolment[]
  /** Counts what recording them came to. */
  settle(enrolments: readonly Enrolment[], outcomes: readonly (Outcome | undefined)[]): Promise<void>
  counts(): EnrolmentCounts
}

export interface EnrollingOptions {
  /** Of the profile. */
  readonly source: string
  readonly customers: ReadonlyMap<string, Customer>
  readonly ledger: Pick<Ledger, 'memberByEmail'>
  /** By the key of the portal that will recognise them. */
  readonly emailHash: (address: string) => string
  /** True once the import was stopped: what could not be stored then was not reached. */
  readonly stopped: () => boolean
}

/** What stands before the member in the id of an enrolment, so that it is no order's. */
export const ENROLMENT = 'customer-'

/**
 * Enrols each customer of a file once, by the address of the profile and at their first order there. A file that begins
 * earlier or later gives the same identity another time: as long as the address recognises them, that is no conflict.
 */
export function enrolling({ source, customers, ledger, emailHash, stopped }: EnrollingOptions): Enrolling {
  const met = new Set<string>()
  const counts = { enrolled: 0, before: 0, otherAddress: 0, taken: 0, withoutAddress: 0, notStored: 0 }
  const enrolmentOf = (subject: string): Enrolment[] => {
    const customer = customers.get(subject)
    if (met.has(subject) || !customer) return []
    met.add(subject)
    const hash = customer.address && emailHash(customer.address.text)
    if (hash !== undefined) {
      const id = ENROLMENT + subject
      return [{ type: 'enrolment', source, id, subject, time: customer.since, emailHash: hash }]
    }
    counts.withoutAddress++
    return []
  }
  const resultOf = async ({ subject, emailHash: hash = '' }: Enrolment, outcome: Outcome = 'retry') => {
    if (outcome === 'retry') return stopped() ? null : 'notStored'
    const isRecognised = (await ledger.memberByEmail(hash)) === subject
    if (outcome === 'conflict') return isRecognised ? 'before' : 'otherAddress'
    if (!isRecognised) return 'taken'
    return outcome === 'recorded' ? 'enrolled' : 'before'
  }
  return {
    next: (subjects) => subjects.flatMap(enrolmentOf),
    async settle(enrolments, outcomes) {
      const results = await Promise.all(enrolments.map((enrolment, index) => resultOf(enrolment, outcomes[index])))
      for (const result of results) if (result !== null) counts[result]++
    },
    counts: () => ({ ...counts }),
  }
}
