import { stringify } from 'yaml'
import type { ProgramCosts, PublishedEdition } from '#program/document.ts'

/**
 * An edition as a file that this command reads again, with what its perks cost at the end. `schema` is the path of the JSON
 * Schema, as seen from the file: editors complete and check by it.
 */
export function programYaml(
  { edition, effectiveFrom, document }: PublishedEdition,
  costs: ProgramCosts,
  schema: string,
) {
  const head = [
    `# yaml-language-server: $schema=${schema}`,
    `# Edition ${edition} of ${document.name.replaceAll(/\s+/g, ' ')}, in force from ${effectiveFrom}.`,
  ]
  const hasCosts = Object.keys(costs).length > 0
  const text = stringify(
    { ...document, ...(hasCosts && { costs }) },
    { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false },
  )
  return `${head.join('\n')}\n${text}`
}
