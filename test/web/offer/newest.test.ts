import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newest } from '../../../web/offer/newest.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Answers come when the test says so. */
function asking() {
  const asked: { readonly question: string; readonly signal: AbortSignal; readonly answer: () => Promise<void> }[] = []
  const taken: string[] = []
  const ask = (question: string, signal: AbortSignal) =>
    new Promise<string>((resolve) => {
      const answer = async () => {
        resolve(`answer to ${question}`)
        await vi.advanceTimersByTimeAsync(0)
      }
      asked.push({ question, signal, answer })
    })
  return { asked, taken, questions: newest(ask, (answer) => taken.push(answer)) }
}

test('of several changes within a moment only the last is asked about', async () => {
  const { asked, questions } = asking()
  for (const question of ['one', 'two', 'three']) questions.want(question, 150)
  await vi.advanceTimersByTimeAsync(149)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(asked.map(({ question }) => question)).toEqual(['three'])
})

test('an older answer that comes after a newer one is never shown, and its request is ended', async () => {
  const { asked, taken, questions } = asking()
  questions.want('one', 0)
  await vi.advanceTimersByTimeAsync(0)
  questions.want('two', 0)
  await vi.advanceTimersByTimeAsync(0)
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false])
  await asked[1]?.answer()
  await asked[0]?.answer()
  expect(taken).toEqual(['answer to two'])
})

test('an answer to what has changed since is not shown, even before the new question is asked', async () => {
  const { asked, taken, questions } = asking()
  questions.want('one', 0)
  await vi.advanceTimersByTimeAsync(0)
  questions.want('two', 150)
  await asked[0]?.answer()
  expect(taken).toEqual([])
})

test('whoever has left the page asks nothing and is told nothing', async () => {
  const { asked, taken, questions } = asking()
  questions.want('one', 0)
  await vi.advanceTimersByTimeAsync(0)
  questions.stop()
  await asked[0]?.answer()
  questions.want('two', 150)
  questions.stop()
  await vi.advanceTimersByTimeAsync(1000)
  expect([asked.length, taken]).toEqual([1, []])
})
