/** Something that customers had before and have no longer, or have only for more (program.md, "Checks": notice). */
export interface Taken {
  readonly what: TakenWhat
  /** A JSON Pointer into the later document: to what is worse now, or to the list in which something is missing. */
  readonly place: string
  /** In a sentence: "Gold: spend in 12 months rises from £1,000 to £1,200." */
  readonly sentence: string
  /** What would take nothing away, as an advice without a full stop: "leave it at £1,000". */
  readonly keep: string
}

export type TakenWhat =
  | 'tier_gone'
  | 'rank_lower'
  | 'threshold_higher'
  | 'measure_added'
  | 'way_gone'
  | 'window_changed'
  | 'keep_shorter'
  | 'soft_landing_gone'
  | 'notice_shorter'
  | 'plan_gone'
  | 'plan_dearer'
  | 'perk_gone'
  | 'perk_of_another_kind'
  | 'perk_worth_less'
  | 'perk_not_in_tier'
  | 'over_higher'
  | 'categories_narrower'
  | 'limit_lower'
  | 'standard_gone'
