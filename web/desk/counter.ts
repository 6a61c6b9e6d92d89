import { place, showState } from '../standing/place.ts'
import type { Answer } from './ask.ts'
import { type Asked, forgetAsked, keepAsked, keptAsked } from './asked.ts'
import { fetchPerks, redeem, takeBack } from './calls.ts'
import { watchConnection } from './connection.ts'
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

/** What a person at the counter can do. Each ends with a sentence that says what came of it. */
export interface Counter {
  lookUp(typed: string): Promise<void>
  enterBasket(): Promise<void>
  /** Redeems one of the perks that can be had now, by its id. */
  redeem(perk: string): Promise<void>
  /** Asks again for what no answer came to, under the same key. */
  askAgain(): Promise<void>
  undo(): Promise<void>
  next(): void
  readonly perksNow: () => readonly string[]
}

interface Last {
  readonly redemption: string
  readonly what: string
}

/** The counter itself: one customer at a time, one question at a time. */
export function openCounter({ currency, by, tiers }: CounterOptions): Counter {
  let visit: Visit | null = null
  let last: Last | null = null
  let isAsking = false
  const connection = watchConnection((isLost) => {
    showConnection(isLost)
    if (!isLost) void counter.askAgain()
  })
  const code = place('code') as HTMLInputElement
  const basketForm = place('basket') as HTMLFormElement

  /** One question at a time: a key pressed meanwhile does nothing. */
  async function alone(work: () => Promise<void>): Promise<void> {
    if (isAsking) return
    isAsking = true
    place('customer').ariaBusy = 'true'
    try {
      await work()
    } finally {
      place('customer').ariaBusy = 'false'
      isAsking = false
    }
  }

  /** The body of an answer; undefined when there is none, which has been said then. */
  function bodyOf<T>(answer: Answer<T>, refusal: (detail: string) => string = (detail) => detail): T | undefined {
    connection.heard(answer)
    if (answer.kind === 'here') return answer.body
    if (answer.kind === 'signed-out') showState('signed-out')
    else say(answer.kind === 'refused' ? refusal(answer.detail) : `${answer.detail} Try again.`, 'refused')
    return undefined
  }

  async function fetchVisit(of: Omit<Visit, 'perks' | 'shelf'>, typed = ''): Promise<boolean> {
    const perks = bodyOf(await fetchPerks(of.member, of.basket), (detail) => codeFault(typed) ?? detail)
    if (!perks) return false
    visit = { ...of, perks, shelf: shelfOf(perks.perks, of.basket !== null) }
    showVisit(visit, tiers)
    // What had the focus may just have gone from the list.
    if (document.activeElement === document.body) place('who').focus()
    return true
  }

  async function settle(asked: Asked): Promise<void> {
    const { member, who, perkName } = asked
    const answer = connection.heard(await redeem(asked))
    const what = `${perkName} for ${who}`
    if (answer.kind === 'signed-out') showState('signed-out')
    place('again').hidden = answer.kind !== 'unknown'
    if (answer.kind === 'unknown') {
      say(`No answer came for ${what}, so do not hand it over yet. Asking again does not use it twice.`, 'refused')
    }
    if (answer.kind !== 'here' && answer.kind !== 'refused') return
    forgetAsked()
    if (visit?.member === member) await fetchVisit(visit)
    if (answer.kind === 'refused') return say(`Not granted: ${what}. ${answer.detail}`, 'refused')
    last = { redemption: answer.body.redemption, what }
    showLast(what)
    say(`Granted: ${what}.`, 'done')
  }

  const counter: Counter = {
    lookUp: (typed) =>
      alone(async () => {
        const text = typed.trim()
        if (text === '') return say('Type or scan the code on the card, or the member’s number.', 'refused')
        if (keptAsked()) return say(FIRST_THE_ANSWER, 'refused')
        const found = bodyOf(await findMember(text))
        if (!found) return
        basketForm.reset()
        const { member, name } = found
        if (!(await fetchVisit({ member, who: name ?? member, order: crypto.randomUUID(), basket: null }, text))) return
        code.value = ''
        say('')
        place('who').focus()
      }),

    async enterBasket() {
      const amount = basketForm.elements.namedItem('amount') as HTMLInputElement
      // The scanner was used while the amount was being entered: the next customer is here.
      if (isCode(amount.value.trim())) return counter.lookUp(amount.value)
      await alone(async () => {
        if (!visit) return
        const basket = enteredBasket(basketForm, currency, visit.order)
        if (typeof basket === 'string') {
          say(basket, 'refused')
          return amount.focus()
        }
        if (!(await fetchVisit({ ...visit, basket }))) return
        say('')
        place('who').focus()
      })
    },

    redeem: (perk) =>
      alone(async () => {
        const offer = visit?.shelf.now.find((one) => one.perk === perk)
        if (!visit || !offer)
          return say('This perk cannot be had now. The list says what would change that.', 'refused')
        if (connection.isLost()) return say('Nothing is granted without a connection.', 'refused')
        if (keptAsked()) return say(FIRST_THE_ANSWER, 'refused')
        const { member, who, basket } = visit
        const asked = { key: crypto.randomUUID(), by, member, who, perk, perkName: offer.name, basket }
        keepAsked(asked)
        await settle(asked)
      }),

    askAgain: () =>
      alone(async () => {
        const asked = keptAsked()
        if (!asked) return
        if (asked.by === by) return settle(asked)
        forgetAsked()
        say(`Whether ${asked.perkName} for ${asked.who} was granted to your colleague is not known. See what is left.`)
      }),

    undo: () =>
      alone(async () => {
        if (!last) return say('There is nothing to undo.', 'refused')
        if (connection.isLost()) return say('Nothing is taken back without a connection.', 'refused')
        const { redemption, what } = last
        if (!bodyOf(await takeBack(redemption))) return
        last = null
        showLast(null)
        if (visit) await fetchVisit(visit)
        say(`Taken back: ${what}.`, 'done')
      }),

    next() {
      if (isAsking) return
      if (keptAsked()) return say(FIRST_THE_ANSWER, 'refused')
      visit = null
      showVisit(null, tiers)
      basketForm.reset()
      code.value = ''
      say('')
      code.focus()
    },

    perksNow: () => visit?.shelf.now.map(({ perk }) => perk) ?? [],
  }
  return counter
}

export const FIRST_THE_ANSWER = 'First the answer to what was asked before: press R to ask again. It is not used twice.'
