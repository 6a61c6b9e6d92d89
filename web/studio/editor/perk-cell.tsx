import { place } from '#program/checks/finding.ts'
import type { PerkDocument, TierDocument } from '#program/document.ts'
import { termsAt } from '#program/words/terms-at.ts'
import { tintOf } from '../../pictures/tier-mark.ts'
import { termsLine } from '../edit/value-words.ts'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'
import { TermsFields } from './terms-fields.tsx'

interface Props {
  readonly perk: PerkDocument
  readonly index: number
  readonly tier: TierDocument
  readonly rank: number
}

/** What one tier has of one perk: terms of its own, those of the tier below it, or nothing. */
export function PerkCell({ perk, index, tier, rank }: Props) {
  const { document } = useEditor().content
  const own = Object.hasOwn(perk.terms, tier.id) ? (perk.terms[tier.id] ?? null) : null
  const terms = termsAt(perk, document.tiers, tier.id)
  // The tint of the tier whose terms these are, as the bar of the public table has it.
  const giver = document.tiers.slice(0, rank + 1).findLastIndex(({ id }) => Object.hasOwn(perk.terms, id))
  const below = document.tiers[giver]?.name ?? ''
  return (
    // biome-ignore lint/a11y/noRedundantRoles: set as a block on a phone, Safari forgets what it is
    <td class={`perk-cell ${terms ? `given ${tintOf(giver)}` : 'none'} ${own || !terms ? '' : 'follows'}`} role="cell">
      <span class="cell-tier">{tier.name}</span>
      <span class="cell-bar" />
      <span class="cell-terms">
        <EditInPlace
          label={`${perk.name} for ${tier.name}`}
          path={['document', 'perks', perk.id, 'terms', tier.id]}
          form={(work) => <TermsFields perk={perk} tier={tier} own={own} followed={own ? null : terms} work={work} />}
        >
          {own && termsLine(own, document)}
          {!own && (terms ? <span class="soft">As {below}</span> : 'Not included')}
        </EditInPlace>
        <FindingsHere spot={`/perks/${index}/terms${place(tier.id)}`} />
      </span>
    </td>
  )
}
