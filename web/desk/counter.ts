import { place, showState } from '../standing/place.ts'
import type { Answer } from './ask.ts'
import { type Asked, forgetAsked, keepAsked, keptAsked } from './asked.ts'
import { fetchPerks, redeem, takeBack } from './calls.ts'
import { type Connection, watchConnection } from './connection.ts'
import { enteredBasket } from './entered-basket.ts'
import { codeFault, findMember, isCode } from './find-member.ts'
import { shelfOf } from './shelf.ts'
import { say, showConnection, showLast, showVisit } from './show.ts'
import type { Visit } from './visit.ts'

export interface CounterOptions {
  readonly currency: string
  /** Who is signed in. */
  readonly by: string
  /** How many tiers the ladder has. */
  readonly tiers: number
}

export const FIRST_THE_ANSWER = 'First the answer to what was asked before: press R to ask again. It is not used twice.'

/**
 * What a person at the counter can do: one customer at a time, one question at a time. Everything ends with a sentence that
 * says what came of it.
 */
export class Counter {
  readonly #options: CounterOptions
  readonly #connection: Connection
  readonly #code = place('code') as HTMLInputElement
  readonly #basket = place('basket') as HTMLFormElement
  #visit: Visit | null = null
  /** The last use, which can be undone. */
  #last: { readonly redemption: string; readonly what: string } | null = null
  #isAsking = false

  constructor(options: CounterOptions) {
    this.#options = options
    this.#connection = watchConnection((isLost) => {
      showConnection(isLost)
      if (!isLost) void this.askAgain()
    })
  }

  /** The perks that can be redeemed now, as they stand on the screen. */
  perksNow(): readonly string[] {
    return this.#visit?.shelf.now.map(({ perk }) => perk) ?? []
  }

  /** Finds a customer by the code of their card or their number. */
  lookUp(typed: string): Promise<void> {
    return this.#alone(async () => {
      const text = typed.trim()
      if (text === '') return say('Type or scan the code on the card, or the member’s number.', 'refused')
      if (keptAsked()) return say(FIRST_THE_ANSWER, 'refused')
      const found = this.#bodyOf(await findMember(text))
      if (!found) return
      this.#basket.reset()
      const { member, name } = found
      const visit = { member, who: name ?? member, order: crypto.randomUUID(), basket: null }
      if (await this.#show(visit, text)) this.#code.value = ''
    })
  }

  async enterBasket(): Promise<void> {
    const amount = this.#basket.elements.namedItem('amount') as HTMLInputElement
    // The scanner was used while the amount was being entered: the next customer is here.
    if (isCode(amount.value.trim())) return this.lookUp(amount.value)
    await this.#alone(async () => {
      if (!this.#visit) return
      const basket = enteredBasket(this.#basket, this.#options.currency, this.#visit.order)
      if (typeof basket !== 'string') {
        await this.#show({ ...this.#visit, basket })
        return
      }
      say(basket, 'refused')
      amount.focus()
    })
  }

  /** Redeems one of the perks that can be had now, by its id. */
  redeem(perk: string): Promise<void> {
    return this.#alone(async () => {
      const visit = this.#visit
      const offer = visit?.shelf.now.find((one) => one.perk === perk)
      if (!visit || !offer) return say('This perk cannot be had now. The list says what would change that.', 'refused')
      if (this.#connection.isLost()) return say('Nothing is granted without a connection.', 'refused')
      if (keptAsked()) return say(FIRST_THE_ANSWER, 'refused')
      const { member, who, basket } = visit
      const { by } = this.#options
      const asked = { key: crypto.randomUUID(), by, member, who, perk, perkName: offer.name, basket }
      keepAsked(asked)
      await this.#settle(asked)
    })
  }

  /** Asks again for what no answer came to, under the same key. */
  askAgain(): Promise<void> {
    return this.#alone(async () => {
      const asked = keptAsked()
      if (!asked) return
      if (asked.by === this.#options.by) return this.#settle(asked)
      forgetAsked()
      say(`Whether ${asked.perkName} for ${asked.who} was granted to your colleague is not known. See what is left.`)
    })
  }

  /** Takes the last use back. */
  undo(): Promise<void> {
    return this.#alone(async () => {
      if (!this.#last) return say('There is nothing to undo.', 'refused')
      if (this.#connection.isLost()) return say('Nothing is taken back without a connection.', 'refused')
      const { redemption, what } = this.#last
      if (!this.#bodyOf(await takeBack(redemption))) return
      this.#last = null
      showLast(null)
      if (this.#visit) await this.#fetch(this.#visit)
      say(`Taken back: ${what}.`, 'done')
    })
  }

  /** Clears the counter for the next customer. */
  next(): void {
    if (this.#isAsking) return
    if (keptAsked()) {
      say(FIRST_THE_ANSWER, 'refused')
      return
    }
    this.#visit = null
    showVisit(null, this.#options.tiers)
    this.#basket.reset()
    this.#code.value = ''
    say('')
    this.#code.focus()
  }

  /** One question at a time: a key pressed meanwhile does nothing. */
  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    place('customer').ariaBusy = 'true'
    try {
      await work()
    } finally {
      place('customer').ariaBusy = 'false'
      this.#isAsking = false
    }
  }

  /** The body of an answer; undefined when there is none, which has been said then. */
  #bodyOf<T>(answer: Answer<T>, refusal: (detail: string) => string = (detail) => detail): T | undefined {
    this.#connection.heard(answer)
    if (answer.kind === 'here') return answer.body
    if (answer.kind === 'signed-out') showState('signed-out')
    else say(answer.kind === 'refused' ? refusal(answer.detail) : `${answer.detail} Try again.`, 'refused')
    return undefined
  }

  /** A customer as they are now; `typed` is how they were asked for. Whether there was an answer. */
  async #fetch(of: Omit<Visit, 'perks' | 'shelf'>, typed = ''): Promise<boolean> {
    const perks = this.#bodyOf(await fetchPerks(of.member, of.basket), (detail) => codeFault(typed) ?? detail)
    if (!perks) return false
    this.#visit = { ...of, perks, shelf: shelfOf(perks.perks, of.basket !== null) }
    showVisit(this.#visit, this.#options.tiers)
    // What had the focus may just have gone from the list.
    if (document.activeElement === document.body) place('who').focus()
    return true
  }

  /** The same, with the keys ready for the list. */
  async #show(of: Omit<Visit, 'perks' | 'shelf'>, typed = ''): Promise<boolean> {
    if (!(await this.#fetch(of, typed))) return false
    say('')
    place('who').focus()
    return true
  }

  /** Sends what was asked for; it is forgotten once it is known what came of it, and not before. */
  async #settle(asked: Asked): Promise<void> {
    const answer = this.#connection.heard(await redeem(asked))
    const what = `${asked.perkName} for ${asked.who}`
    place('again').hidden = answer.kind !== 'unknown'
    if (answer.kind === 'signed-out') return showState('signed-out')
    if (answer.kind === 'unknown') {
      return say(
        `No answer came for ${what}, so do not hand it over yet. Asking again does not use it twice.`,
        'refused',
      )
    }
    forgetAsked()
    if (this.#visit?.member === asked.member) await this.#fetch(this.#visit)
    if (answer.kind === 'refused') return say(`Not granted: ${what}. ${answer.detail}`, 'refused')
    this.#last = { redemption: answer.body.redemption, what }
    showLast(what)
    say(`Granted: ${what}.`, 'done')
  }
}
