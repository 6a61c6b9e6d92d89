import { useLayoutEffect, useRef } from 'preact/hooks'
import { tierMark } from '../../pictures/tier-mark.ts'

interface Props {
  readonly name: string
  readonly rank: number
  /** How many tiers the ladder has. */
  readonly of: number
}

/** A tier as customers see it named: its mark and its name. */
export function TierName({ name, rank, of }: Props) {
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (mark.current) mark.current.innerHTML = tierMark(rank, of)
  }, [rank, of])
  return (
    <span class="tier-name">
      <span class="edit-mark" ref={mark} />
      <span dir="auto">{name || 'No name yet'}</span>
    </span>
  )
}
