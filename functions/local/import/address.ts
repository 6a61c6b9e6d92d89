/** A column of the file, in the template of an address: {CustomerID}. */
const PLACE = /\{([^{}]+)\}/g

/** Only the shape, as intake has it: whether mail arrives there is the sign-in provider's business. */
const SHAPE = /^[^\s@]+@[^\s@]+$/
const LONGEST = 254

/** The columns that a template of an address names. */
export const columnsOfAddress = (template: string): readonly string[] =>
  [...template.matchAll(PLACE)].map(([, column = '']) => column)

/** Whether a template names at least one column, and what stands beside them can be part of an address. */
export function isAddressTemplate(template: string): boolean {
  return columnsOfAddress(template).length > 0 && /^[^\s{}@]*@?[^\s{}@]*$/.test(template.replaceAll(PLACE, ''))
}

/** The address that a row gives its customer; undefined when a column is empty or what comes out is no address. */
export function addressFrom(template: string, cellOf: (column: string) => string): string | undefined {
  if (columnsOfAddress(template).some((column) => cellOf(column).trim() === '')) return undefined
  const address = template.replaceAll(PLACE, (_, column: string) => cellOf(column).trim())
  return address.length <= LONGEST && SHAPE.test(address) ? address : undefined
}
