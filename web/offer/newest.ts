/** Asks one question at a time: the one that was wanted last. */
export interface Newest<Question> {
  /** Asks this after a while (milliseconds), and forgets every question before it, asked or not. */
  want(question: Question, afterMs: number): void
  /** Forgets the question that is open. */
  stop(): void
}

/**
 * Of questions that come faster than their answers, only the last one's answer is taken, in whatever order they arrive.
 * `ask` is given a signal that ends a question nobody wants any more; it must not reject.
 */
export function newest<Question, Answer>(
  ask: (question: Question, signal: AbortSignal) => Promise<Answer>,
  take: (answer: Answer) => void,
): Newest<Question> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let open: AbortController | undefined
  const stop = () => {
    clearTimeout(timer)
    open?.abort()
  }
  return {
    want(question, afterMs) {
      stop()
      const mine = new AbortController()
      open = mine
      timer = setTimeout(async () => {
        const answer = await ask(question, mine.signal)
        if (!mine.signal.aborted) take(answer)
      }, afterMs)
    },
    stop,
  }
}
