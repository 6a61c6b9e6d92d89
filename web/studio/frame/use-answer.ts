import { useEffect, useState } from 'preact/hooks'
import { type Answer, ask } from '../ask.ts'

/** What came of asking; null while it is under way. Asks anew when the key is another. */
export function useAnswers<T>(asking: (how: typeof ask) => Promise<Answer<T>>, key: string | null): Answer<T> | null {
  const [answer, setAnswer] = useState<Answer<T> | null>(null)
  useEffect(() => {
    let isWanted = true
    setAnswer(null)
    void asking(ask).then((came) => {
      if (isWanted) setAnswer(came)
    })
    return () => {
      isWanted = false
    }
  }, [key])
  return answer
}

/** What came of asking for one path below /api/v1. */
export const useAnswer = <T>(path: string): Answer<T> | null => useAnswers((ask) => ask<T>(path), path)
