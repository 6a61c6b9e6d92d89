/** The first thing that is wrong with an archive. */
export interface Finding {
  readonly what:
    | 'entry_changed'
    | 'entry_dropped'
    | 'entry_added'
    | 'entries_swapped'
    | 'hashes_changed'
    | 'checkpoint_changed'
    | 'chain_broken'
    | 'file_missing'
  /** Of the entry, from 1; null where it cannot be told, or is none. */
  readonly place: number | null
  /** Its id; null where it cannot be told, or is none. */
  readonly entry: string | null
  /** In words. */
  readonly detail: string
}

/** A finding that is about no entry. */
export const findingOf = (what: Finding['what'], detail: string): Finding => ({
  what,
  place: null,
  entry: null,
  detail,
})
