import { useId, useState } from 'preact/hooks'
import { ask } from '../ask.ts'
import type { Published } from '../decide/publishing-words.ts'
import { focusOn } from '../frame/focus.ts'
import { Refusal, type Refused } from '../frame/refusal.tsx'

interface Props {
  /** What the button says, before and after it was said what it means. */
  readonly words: string
  readonly meaning: string
  /** Below /api/v1. */
  readonly path: string
}

/** A button that first says what it means, and then does it. */
export function TakeBack({ words, meaning, path }: Props) {
  const id = useId()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const begin = () => {
    setAsking(true)
    focusOn(id)
  }
  const leave = () => {
    setAsking(false)
    setRefused(null)
    focusOn(`${id}-begin`)
  }
  const confirm = async () => {
    setBusy(true)
    const answer = await ask<Published>(path, { method: 'POST' })
    setBusy(false)
    if (answer.kind === 'here') location.reload()
    else setRefused(answer)
  }
  if (!isAsking) {
    return (
      <p>
        <button class="edit-action" id={`${id}-begin`} type="button" onClick={begin}>
          {words}
        </button>
      </p>
    )
  }
  return (
    <section class="edit-form" aria-label={words}>
      <p id={id} tabIndex={-1}>
        {meaning}
      </p>
      <Refusal answer={refused} />
      <p class="edit-actions">
        <button class="button" type="button" disabled={isBusy} onClick={() => void confirm()}>
          {words}
        </button>
        <button class="button quiet" type="button" disabled={isBusy} onClick={leave}>
          Leave it as it is
        </button>
      </p>
    </section>
  )
}
