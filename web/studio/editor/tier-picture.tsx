import { useState } from 'preact/hooks'
import type { Picture, TierDocument } from '#program/document.ts'
import { sendFile } from '../ask.ts'
import { pictureFault } from '../edit/picture-fault.ts'
import { LONGEST } from '../edit/shape.ts'
import { showPicture } from '../edit/tier-edits.ts'
import { Field } from '../fields/field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'

type Uploaded = Omit<Picture, 'alt'>

/** The picture of a tier's page, with what it shows for those who do not see it. */
export function TierPicture({ tier }: { readonly tier: TierDocument }) {
  const { edit } = useEditor()
  const { picture } = tier
  return (
    <EditInPlace
      label={`Picture of ${tier.name}`}
      isAction
      path={['document', 'tiers', tier.id, 'picture']}
      block={picture && <Shown picture={picture} />}
      form={(work, close) => (
        <>
          <Upload
            onPicture={(uploaded) => edit(showPicture(tier.id, { ...uploaded, alt: picture?.alt ?? '' }), work)}
          />
          {picture && (
            <>
              <Shown picture={picture} />
              <TextField
                label="What it shows, for those who do not see it"
                value={picture.alt}
                longest={LONGEST.alt}
                onText={(alt) => edit(showPicture(tier.id, { ...picture, alt }), work)}
              />
              <button
                class="edit-action"
                type="button"
                onClick={() => {
                  close()
                  edit(showPicture(tier.id, null))
                }}
              >
                Take the picture out
              </button>
            </>
          )}
        </>
      )}
    >
      {picture ? 'Change the picture' : 'Add a picture'}
    </EditInPlace>
  )
}

const Shown = ({ picture: { file, alt, width, height } }: { readonly picture: Picture }) => (
  <img class="edit-picture" src={`/api/v1/studio/pictures/${file}`} alt={alt} width={width} height={height} />
)

/** Sends a picture as soon as it is chosen; what cannot be one is said before it is sent. */
function Upload({ onPicture }: { readonly onPicture: (picture: Uploaded) => void }) {
  const [said, say] = useState('')
  const choose = async (file: File | undefined) => {
    if (!file) return
    const fault = pictureFault(file)
    if (fault) return say(fault)
    say('Sending the picture.')
    const answer = await sendFile<Uploaded>('/studio/pictures', file)
    if (answer.kind === 'here') {
      say('')
      onPicture(answer.body)
    } else say(answer.kind === 'signed-out' ? 'You are signed out. Sign in and choose it again.' : answer.detail)
  }
  return (
    <Field label="A picture: PNG, JPEG or WebP, up to 5 MB" fault={said}>
      {(id, describedBy) => (
        <input
          id={id}
          aria-describedby={describedBy}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
      )}
    </Field>
  )
}
