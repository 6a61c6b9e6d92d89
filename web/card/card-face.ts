import { type CardBody, spokenCode } from '#program/card-code.ts'
import { dayWords } from '#program/words/date-words.ts'
import { qrPicture } from '../pictures/qr-picture.ts'
import { escapeText } from '../pictures/svg.ts'
import { tierMark } from '../pictures/tier-mark.ts'

/** What stands on a card, of a ladder of so many tiers; the picture and the code beside it say the same. */
export function cardFace({ name, tier, code }: CardBody, program: string, tiers: number): string {
  const kept = tier.until === null ? '' : `<span class="card-until">kept until ${dayWords(tier.until)}</span>`
  return (
    `<div class="card-face"><p class="card-program">${escapeText(program)}</p>` +
    `<div class="card-person">${name === null ? '' : `<p class="card-name">${escapeText(name)}</p>`}` +
    `<p class="card-tier">${tierMark(tier.rank, tiers)} ${escapeText(tier.name)} ${kept}</p></div>` +
    `<p class="card-code">${spokenCode(code)}</p>` +
    qrPicture(code, `The code ${spokenCode(code)}, to be scanned.`) +
    '</div>'
  )
}
