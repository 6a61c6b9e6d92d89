import type { Answer } from '../ask.ts'
import { contentOfBody, type DraftBody } from '../draft-body.ts'
import type { Content } from '../edit/content.ts'
import { isSame } from '../edit/is-same.ts'
import type { KeptDraft } from './kept-draft.ts'

/** Where what was typed stands. */
export type Keeping =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** It is tried again by itself. */
  | { readonly kind: 'failed'; readonly detail: string }
  /** Trying the same again would not help. */
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'gone' }
  /** Somebody else saved meanwhile: nothing is sent until it is settled. */
  | { readonly kind: 'conflict'; readonly base: Content; readonly theirs: DraftBody }

export interface KeeperOptions {
  readonly draft: DraftBody
  readonly put: (content: Content, version: number) => Promise<Answer<DraftBody>>
  readonly get: () => Promise<Answer<DraftBody>>
  /** Does something later, unless it is told to do something else later first. */
  readonly later: (work: () => void, afterMs: number) => void
  readonly now: () => number
  /** Keeps a copy in this browser; null: there is no need of one. */
  readonly keep: (kept: KeptDraft | null) => void
  readonly onChange: (keeping: Keeping) => void
  /** The draft as it is on the other side, after each save. */
  readonly onSaved: (body: DraftBody) => void
}

const AFTER_THE_LAST_EDIT_MS = 1_000
const UNTIL_TRYING_AGAIN_MS = 4_000

/** Saves a draft while it is written, never over what somebody else saved, and loses nothing that was typed. */
export class Keeper {
  readonly #options: KeeperOptions
  #version: number
  #saved: Content
  #typed: Content
  #savedAt: number | null = null
  #isSending = false
  #isOwed = false
  #keeping: Keeping = { kind: 'saved', at: null }

  constructor(options: KeeperOptions) {
    this.#options = options
    this.#version = options.draft.version
    this.#saved = contentOfBody(options.draft)
    this.#typed = this.#saved
  }

  /** Takes note of what is written now, and saves it a second after the last edit. */
  write(content: Content): void {
    this.#typed = content
    this.#keepCopy()
    if (this.#isSending || this.#isStopped()) return
    this.#turn(this.#isClean() ? { kind: 'saved', at: this.#savedAt } : { kind: 'unsaved' })
    this.#options.later(() => void this.save(), AFTER_THE_LAST_EDIT_MS)
  }

  /** Saves now, if there is anything to save and nothing to settle first. */
  async save(): Promise<void> {
    if (this.#isSending || this.#isClean() || this.#keeping.kind === 'conflict') return
    this.#isSending = true
    this.#turn({ kind: 'saving' })
    const sent = this.#typed
    await this.#settle(sent, await this.#options.put(sent, this.#version))
    this.#isSending = false
    const isSettled = this.#keeping.kind === 'saved' || this.#keeping.kind === 'refused'
    if (isSettled && this.#typed !== sent) this.write(this.#typed)
  }

  /** Saves also when nothing was typed, because something else goes with it. */
  owe(): void {
    this.#isOwed = true
    this.write(this.#typed)
  }

  /** Goes on from their version, with what was made of both. */
  settle(theirs: DraftBody, content: Content): void {
    this.#takeOver(theirs)
    this.#keeping = { kind: 'unsaved' }
    this.#typed = content
    this.#options.onSaved(theirs)
    this.write(content)
  }

  /** Takes up what this browser had kept. If the draft has changed since, that has to be settled first. */
  takeUp(kept: KeptDraft, current: DraftBody): void {
    this.#typed = kept.typed
    if (kept.version === current.version) this.write(kept.typed)
    else this.#turn({ kind: 'conflict', base: kept.saved, theirs: current })
  }

  /** Whether the page can be left without a warning: everything is saved, or one leaves in order to sign in. */
  isSafe(): boolean {
    return this.#isClean() || this.#keeping.kind === 'signed-out'
  }

  /** What was typed has found another place: here nothing is kept of it. */
  leave(): void {
    this.#typed = this.#saved
    this.#options.keep(null)
  }

  async #settle(sent: Content, answer: Answer<DraftBody>): Promise<void> {
    if (answer.kind === 'here') return this.#done(answer.body, sent)
    if (answer.kind === 'signed-out') return this.#turn({ kind: 'signed-out' })
    if (answer.kind === 'unknown') return this.#tryAgain(answer.detail)
    if (answer.status === 412) return this.#compare(sent)
    this.#turn(answer.status === 404 ? { kind: 'gone' } : { kind: 'refused', detail: answer.detail })
  }

  #done(body: DraftBody, sent: Content): void {
    this.#takeOver(body)
    this.#isOwed = false
    // What was sent, not what came back: whatever the two differ in is no edit of this author.
    this.#saved = sent
    this.#keepCopy()
    this.#options.onSaved(body)
    this.#savedAt = this.#options.now()
    this.#turn({ kind: 'saved', at: this.#savedAt })
  }

  /** Somebody saved in between; or it was this very page, and only the answer was lost. */
  async #compare(sent: Content): Promise<void> {
    const answer = await this.#options.get()
    if (answer.kind !== 'here') {
      if (answer.kind === 'signed-out') return this.#turn({ kind: 'signed-out' })
      return answer.kind === 'refused' ? this.#turn({ kind: 'gone' }) : this.#tryAgain(answer.detail)
    }
    if (isSame(contentOfBody(answer.body), sent)) return this.#done(answer.body, sent)
    this.#turn({ kind: 'conflict', base: this.#saved, theirs: answer.body })
  }

  #tryAgain(detail: string): void {
    this.#turn({ kind: 'failed', detail })
    this.#options.later(() => void this.save(), UNTIL_TRYING_AGAIN_MS)
  }

  #takeOver(body: DraftBody): void {
    this.#version = body.version
    this.#saved = contentOfBody(body)
  }

  /** States that only somebody's decision ends. */
  #isStopped(): boolean {
    return this.#keeping.kind === 'conflict' || this.#keeping.kind === 'gone' || this.#keeping.kind === 'signed-out'
  }

  #isClean(): boolean {
    return !this.#isOwed && isSame(this.#typed, this.#saved)
  }

  #keepCopy(): void {
    const { now, keep } = this.#options
    const [version, saved, typed] = [this.#version, this.#saved, this.#typed]
    keep(this.#isClean() ? null : { version, saved, typed, at: now() })
  }

  #turn(keeping: Keeping): void {
    this.#keeping = keeping
    this.#options.onChange(keeping)
  }
}
