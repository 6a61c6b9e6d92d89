import { useEffect, useState } from 'preact/hooks'
import { type Answer, ask } from '../ask.ts'
import type { ImpactBody } from './impact-body.ts'

/** What has been worked out so far, and what came of the last call; each call goes on where the one before stopped. */
export interface Working {
  readonly body: ImpactBody | null
  /** Null while it goes on, and when it is done. */
  readonly trouble: Exclude<Answer<ImpactBody>, { readonly kind: 'here' }> | null
}

/** Works out what a draft would do, call by call, until it is done; `attempt` begins again after trouble. */
export function useImpact(draft: string, attempt: number): Working {
  const [working, setWorking] = useState<Working>({ body: null, trouble: null })
  useEffect(() => {
    let isWanted = true
    const goOn = async () => {
      setWorking(({ body }) => ({ body, trouble: null }))
      while (isWanted) {
        const answer = await ask<ImpactBody>(`/studio/drafts/${encodeURIComponent(draft)}/impact`, { method: 'POST' })
        if (!isWanted) return
        if (answer.kind !== 'here') return setWorking(({ body }) => ({ body, trouble: answer }))
        setWorking({ body: answer.body, trouble: null })
        if (answer.body.isDone) return
      }
    }
    void goOn()
    return () => {
      isWanted = false
    }
  }, [draft, attempt])
  return working
}
