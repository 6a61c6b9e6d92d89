import type { TierDocument } from '#program/document.ts'
import { storyHtml } from '../../markdown.ts'
import { LONGEST } from '../edit/shape.ts'
import { sayOfTier } from '../edit/tier-edits.ts'
import { LongField } from '../fields/long-field.tsx'
import { Markup } from '../frame/markup.tsx'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'
import { TierPicture } from './tier-picture.tsx'

/** The words of each tier's own page: its story and its picture. */
export function TierPagesPart() {
  const { tiers } = useEditor().content.document
  return (
    <>
      {tiers.map((tier, rank) => (
        <TierPage key={tier.id} tier={tier} rank={rank} />
      ))}
    </>
  )
}

function TierPage({ tier, rank }: { readonly tier: TierDocument; readonly rank: number }) {
  const { edit } = useEditor()
  const story = tier.story ?? ''
  return (
    <section class="section first aside" aria-labelledby={`page-${rank}`}>
      <h2 id={`page-${rank}`}>The page of {tier.name}</h2>
      <div class="prose">
        <EditInPlace
          label={`Story of ${tier.name}`}
          isAction
          path={['document', 'tiers', tier.id, 'story']}
          block={story !== '' && <Markup class="prose" html={storyHtml(story)} />}
          form={(work) => (
            <>
              <LongField
                label={`Story of ${tier.name}, in Markdown`}
                value={story}
                longest={LONGEST.words}
                rows={10}
                onText={(text) => edit(sayOfTier(tier.id, 'story', text), work)}
              />
              <h4>As customers see it</h4>
              <Markup class="prose edit-preview" html={storyHtml(story)} />
            </>
          )}
        >
          {story === '' ? 'Write a story' : 'Change the story'}
        </EditInPlace>
        <FindingsHere spot={`/tiers/${rank}/story`} />
        <TierPicture tier={tier} />
        <FindingsHere spot={`/tiers/${rank}/picture`} />
      </div>
    </section>
  )
}
