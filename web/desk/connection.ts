import { type Answer, ask } from './ask.ts'

const PROBE_MS = 4_000

/** Whether the desk can be reached, as far as the browser and the last answer say. */
export interface Connection {
  isLost(): boolean
  /** Takes note of an answer, and passes it on. */
  heard<T>(answer: Answer<T>): Answer<T>
}

/** Tells when the connection goes and when it is back; while it is gone the desk is asked again and again. */
export function watchConnection(onChange: (isLost: boolean) => void): Connection {
  let isLost = false
  let probe: ReturnType<typeof setInterval> | undefined
  const turn = (now: boolean) => {
    if (now === isLost) return
    isLost = now
    clearInterval(probe)
    if (isLost) probe = setInterval(async () => heard(await ask('/till')), PROBE_MS)
    onChange(isLost)
  }
  const heard = <T>(answer: Answer<T>): Answer<T> => {
    turn(answer.kind === 'unknown' && !answer.isReachable)
    return answer
  }
  addEventListener('offline', () => turn(true))
  // The browser has a network again; whether the desk is behind it, only an answer tells.
  addEventListener('online', async () => heard(await ask('/till')))
  return { isLost: () => isLost, heard }
}
