import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Booked } from '../books.ts'
import type { CostEntry } from '../cost-entry.ts'
import type { Entry } from '../ledger.ts'
import { pseudonymOf } from '../pseudonym.ts'
import type { Redemption, Reversal } from '../redemption.ts'
import { commitmentTo, type Opening, openingOf, type Purpose } from './opening.ts'

/**
 * An entry as a month's tree has it. The text is what is hashed, byte for byte: JSON with its fields in the order written
 * here, those without a value left out, times as epoch milliseconds. The member is a pseudonym. What is personal (a name, a
 * note, the hash of an address) and what only finance may know (costs, what suppliers charged) are not in it, only
 * commitments to them, so neither can be had from a proof, and the text stays the same when a person has been erased.
 */
export interface Leaf {
  readonly text: string
  readonly openings: Readonly<Partial<Record<Purpose, Opening>>>
}

interface Fields {
  /** Its identity in the table; unique together with the kind. */
  readonly id: string
  readonly shown: Readonly<Record<string, unknown>>
  readonly salt: string | undefined
  /** The commitment to what was personal and has been erased; the salt is then that of finance's values. */
  readonly erased?: string | undefined
  readonly personal?: Opening['values']
  readonly finance?: Opening['values']
}

/** A function that makes the leaf of each entry. The key is that of the pseudonyms, at least 32 bytes. */
export function leafMaker(key: Uint8Array): (booked: Booked) => Leaf {
  const [pseudonym, secret] = [pseudonymOf(key), createSecretKey(key)]
  return (booked) => {
    const { id, shown, salt, erased, ...hidden } = fieldsOf(booked, pseudonym)
    const opened = (purpose: Purpose) => {
      const values = hidden[purpose]
      if (!values || Object.keys(values).length === 0) return {}
      if (erased !== undefined && salt !== undefined) return { [purpose]: { salt, values } }
      return { [purpose]: openingOf(purpose, salt ?? derivedSalt(secret, id), values) }
    }
    const openings: Leaf['openings'] = { ...opened('personal'), ...opened('finance') }
    const commitments = Object.entries(openings).map(([purpose, opening]) => [purpose, commitmentTo(opening)])
    const kept = erased === undefined ? {} : { personal: erased }
    return { text: JSON.stringify({ ...shown, ...kept, ...Object.fromEntries(commitments) }), openings }
  }
}

/** For entries that carry no random salt: nobody without the key can try values out, and it need not be stored. */
const derivedSalt = (key: KeyObject, id: string): string =>
  createHmac('sha256', key).update(`salt:${id}`, 'utf8').digest('hex').slice(0, 32)

function fieldsOf(booked: Booked, pseudonym: (member: string) => string): Fields {
  switch (booked.kind) {
    case 'event':
      return eventFields(booked.entry, pseudonym)
    case 'redemption':
      return redemptionFields(booked.redemption, pseudonym)
    case 'reversal':
      return reversalFields(booked.reversal, pseudonym)
    case 'actual': {
      const { source, id, time, recordedAt, amountMinor, redemption, order, perk, note } = booked.actual
      return {
        id: `actual:${JSON.stringify([source, id])}`,
        shown: { kind: 'actual', source, id, time, recordedAt, redemption, order, perk },
        salt: undefined,
        finance: given({ amountMinor, note }),
      }
    }
    case 'true-up':
      return trueUpFields(booked.trueUp, pseudonym)
    default:
      return booked satisfies never
  }
}

function eventFields(entry: Entry, pseudonym: (member: string) => string): Fields {
  const { type, source, id, subject, time, recordedAt, salt, personal: erased } = entry
  const happened = { kind: type, source, id, member: pseudonym(subject), time, recordedAt }
  const identity = { id: `entry:${JSON.stringify([source, id])}`, salt, erased }
  switch (entry.type) {
    case 'purchase': {
      const { amountMinor, units, categories, note } = entry
      return { ...identity, shown: { ...happened, amountMinor, units, categories }, personal: given({ note }) }
    }
    case 'refund': {
      const { purchase, amountMinor, units } = entry
      return { ...identity, shown: { ...happened, purchase, amountMinor, units } }
    }
    case 'balance': {
      const { balanceMinor, account } = entry
      return { ...identity, shown: { ...happened, balanceMinor, account } }
    }
    case 'plan': {
      const { plan, from, until } = entry
      return { ...identity, shown: { ...happened, plan, from, until } }
    }
    case 'enrolment': {
      const { emailHash, name } = entry
      return { ...identity, shown: happened, personal: given({ emailHash, name }) }
    }
    default:
      return entry satisfies never
  }
}

function redemptionFields(redemption: Redemption, pseudonym: (member: string) => string): Fields {
  const { id, sender, member, perk, tier, edition, at, basket, worthMinor, note, salt, costMinor } = redemption
  const { usedInOrder, left, personal: erased } = redemption
  const use = { kind: 'redemption', id, source: sender, member: pseudonym(member), perk, tier, edition, time: at }
  const used = { order: basket?.order, basketMinor: basket?.amountMinor, categories: basket?.categories, worthMinor }
  const counts = { usedInOrder: usedInOrder ?? undefined, left: left ?? undefined }
  return { id, salt, erased, shown: { ...use, ...used, ...counts }, personal: given({ note }), finance: { costMinor } }
}

function reversalFields(reversal: Reversal, pseudonym: (member: string) => string): Fields {
  const { id, redemption, sender, source, member, perk, tier, edition, at, usedAt, order, salt, costMinor } = reversal
  const use = { kind: 'reversal', id, redemption, source, member: pseudonym(member), perk, tier, edition, time: at }
  return { id, salt, shown: { ...use, usedAt, order: order ?? undefined, sender }, finance: { costMinor } }
}

function trueUpFields(trueUp: CostEntry, pseudonym: (member: string) => string): Fields {
  const { id, redemption, source, member, perk, tier, edition, bookedAt, usedAt, order, costMinor, invoice } = trueUp
  const use = {
    kind: 'true-up',
    id,
    redemption,
    source,
    member: pseudonym(member),
    perk,
    tier,
    edition,
    time: bookedAt,
  }
  const line = invoice && {
    ...{ invoiceSource: invoice.source, invoiceId: invoice.id, invoiceMinor: invoice.amountMinor },
  }
  return {
    ...{ id, salt: undefined, shown: { ...use, usedAt, order: order ?? undefined } },
    finance: { costMinor, ...line },
  }
}

/** Those that have a value, in the order given. */
function given(values: Readonly<Record<string, string | number | undefined>>): Opening['values'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Opening['values']
}
