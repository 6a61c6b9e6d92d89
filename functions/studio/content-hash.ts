import { createHash } from 'node:crypto'
import type { Draft } from '#ledger/press.ts'
import { canonicalJson } from '#program/canonical-json.ts'

/** What somebody approves: the document and its month, and why its warnings may stay. */
export type DraftContent = Pick<Draft, 'title' | 'document' | 'effectiveFrom' | 'explanations' | 'base'>

/** A fingerprint of that content, the same however it is written down. */
export function contentHash(draft: DraftContent): string {
  return createHash('sha256')
    .update(canonicalJson(contentOf(draft)))
    .digest('base64url')
}

export const isSameContent = (one: DraftContent, other: DraftContent): boolean =>
  canonicalJson(contentOf(one)) === canonicalJson(contentOf(other))

const contentOf = ({ title, document, effectiveFrom, explanations, base }: DraftContent): DraftContent => ({
  ...{ title, document, effectiveFrom, explanations, base },
})
