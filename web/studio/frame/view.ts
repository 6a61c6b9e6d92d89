import type { FunctionComponent } from 'preact'

export interface ViewProps {
  /** The id of the draft that the address names; null for none. */
  readonly draft: string | null
}

/** One screen of the studio, chosen by the address: /studio?view=log, /studio?view=impact&draft=ID. */
export interface View {
  readonly name: string
  /** As it is called in the navigation. */
  readonly title: string
  /** Whether it is about one draft, and offered once one is open. */
  readonly isOfDraft: boolean
  readonly show: FunctionComponent<ViewProps>
}
