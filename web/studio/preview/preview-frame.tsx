import { useEffect, useState } from 'preact/hooks'
import { type Answer, tryPage } from '../ask.ts'
import { Refusal } from '../frame/refusal.tsx'
import { paint, tellLinks } from './framed-page.ts'

interface Props {
  /** Below /api/v1. */
  readonly path: string
  readonly width: 'desktop' | 'phone'
  readonly colours: 'light' | 'dark'
  /** Somebody followed a link to an address of the site. */
  readonly onLink: (path: string) => void
}

/** While somebody types, it waits for a pause. */
const PAUSE_MS = 300

/** One page in a frame of its own; why it cannot be shown, where it cannot. What was shown before stays until then. */
export function PreviewFrame({ path, width, colours, onLink }: Props) {
  const [shown, setShown] = useState<string | null>(null)
  const [answer, setAnswer] = useState<Answer<unknown> | null>(null)
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(async () => {
      const came = await tryPage(path)
      if (!isWanted) return
      setAnswer(came)
      if (came.kind === 'here') setShown(path)
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [path])
  const dress = (frame: HTMLIFrameElement) => {
    if (!frame.contentDocument) return
    paint(frame.contentDocument, colours)
    tellLinks(frame.contentDocument, onLink)
  }
  return (
    <>
      <Refusal answer={answer === null || answer.kind === 'here' ? null : answer} />
      {shown === null && answer === null && <p role="status">The page is on its way.</p>}
      {shown !== null && (
        <div class={`preview ${width}`}>
          <iframe
            key={`${shown} ${colours}`}
            class="preview-frame"
            title="The page as it would be"
            src={`/api/v1${shown}`}
            onLoad={({ currentTarget }) => dress(currentTarget)}
          />
        </div>
      )}
    </>
  )
}
