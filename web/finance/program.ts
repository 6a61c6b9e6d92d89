import type { ProgramDocument } from '#program/document.ts'

/** What the page knows of the program before anything is fetched; it is written into the page as JSON. */
export interface ProgramNames {
  readonly name: string
  readonly timeZone: string
  readonly perks: readonly Named[]
  readonly tiers: readonly Named[]
}

export interface Named {
  readonly id: string
  readonly name: string
}

export const programNames = ({ name, timeZone, perks, tiers }: ProgramDocument): ProgramNames => ({
  name,
  timeZone,
  perks: perks.map(named),
  tiers: tiers.map(named),
})

const named = ({ id, name }: Named): Named => ({ id, name })

/** The name of a perk or tier; its id where the edition in force no longer has it. */
export const nameIn = (list: readonly Named[], id: string): string => list.find((one) => one.id === id)?.name ?? id
