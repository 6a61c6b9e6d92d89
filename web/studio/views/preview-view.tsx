import type { DraftBody } from '../draft-body.ts'
import { Answered } from '../frame/answered.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import type { ViewProps } from '../frame/view.ts'
import { Preview } from '../preview/preview.tsx'

/** The pages as they would be with a draft. */
export function PreviewView({ draft }: ViewProps) {
  const opened = useAnswer<DraftBody>(`/studio/drafts/${encodeURIComponent(draft ?? '')}`)
  return (
    <Answered answer={opened} what="The draft">
      {(body) => <Preview draft={body} />}
    </Answered>
  )
}
