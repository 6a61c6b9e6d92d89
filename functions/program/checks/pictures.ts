import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

/** A name made from its content, as the store of pictures gives it: "3f9ac1d07be4.webp". */
const FILE = /^[a-z0-9][a-z0-9-]{0,79}\.(?:webp|png|jpe?g|avif)$/

/** Every picture is one that was uploaded, and is told to those who do not see it. */
export function checkPictures({ document }: Subject): Finding[] {
  return document.tiers.flatMap(({ name, picture }, rank) => {
    if (!picture) return []
    const at = place('tiers', rank, 'picture')
    return [
      ...(picture.alt.trim() === '' ? [untold(at + place('alt'), name)] : []),
      ...(FILE.test(picture.file) ? [] : [noPicture(at + place('file'), picture.file)]),
    ]
  })
}

const untold = (at: string, tier: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'no_alt' },
  message: `Nothing says what the picture of ${tier} shows.`,
  mend: 'Say it in a sentence, for those who do not see it.',
})

const noPicture = (at: string, file: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'unknown_picture' },
  message: `${JSON.stringify(file.slice(0, 60).toWellFormed())} is not the name of a picture.`,
  mend: 'Upload the picture here again, or take it out.',
})
