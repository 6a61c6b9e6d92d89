import { editionInForce, standingEditions } from '#ledger/publications.ts'
import { type Publisher, publicationsKey } from '#publisher/publish-in-force.ts'

export interface EffectTimerOptions extends Pick<Publisher, 'publications' | 'now'> {
  readonly refresh: () => Promise<unknown>
  /** Is told when looking or rendering fails; it is tried again a minute later. */
  readonly report: (error: unknown) => void
}

const EVERY_MS = 60_000

/**
 * Serves the pages of an edition from the minute in which it takes effect, and what was published by others than this
 * process. Looks once a minute, because what is published may begin in ten. Does not keep the process alive; returns what
 * stops it, once what it is about is done.
 */
export function startEffectTimer({ publications, now, refresh, report }: EffectTimerOptions): () => Promise<void> {
  const current = async () => {
    const records = await publications()
    return `${editionInForce(standingEditions(records), now())?.edition}: ${publicationsKey(records)}`
  }
  let served = current().catch(report)
  let work: Promise<void> = Promise.resolve()
  const look = async () => {
    const latest = await current()
    if (latest === (await served)) return
    await refresh()
    served = Promise.resolve(latest)
  }
  const timer = setInterval(() => {
    work = work.then(look).catch(report)
  }, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await work
  }
}
