import { parse, YAMLParseError } from 'yaml'
import * as z from 'zod'
import { isCurrency } from '#program/currency.ts'
import { isTimeZone } from '#program/zone.ts'
import { columnsOfAddress, isAddressTemplate } from './address.ts'
import { ImportError } from './import-error.ts'
import { timeReader } from './time-format.ts'

const text = z.string().min(1)
const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'is a short code in lower case, such as no-customer')

/** What one column of a row must be for a rule to fit. */
const condition = z
  .strictObject({ is: z.string().optional(), startsWith: text.optional(), below: z.number().int().optional() })
  .refine((asked) => Object.keys(asked).length === 1, 'says exactly one of is, startsWith and below')

/** The first rule whose `when` fits a row decides about it; a rule without `when` fits every row. */
const rule = z
  .strictObject({
    when: z.record(text, condition).optional(),
    as: z.enum(['purchase', 'refund']).optional(),
    /** How amounts and units of such rows stand in the file. */
    sign: z.enum(['positive', 'negative']).default('positive'),
    skip: code.optional(),
  })
  .refine(({ as, skip }) => (as === undefined) !== (skip === undefined), 'says either as or skip')

const amount = z
  .strictObject({ column: text.optional(), product: z.tuple([text, text]).optional() })
  .refine(({ column, product }) => (column === undefined) !== (product === undefined), 'says either column or product')

const enrol = z.strictObject({
  email: text.refine(
    isAddressTemplate,
    'is a column in braces, such as "{Email}", or an address with one, such as "{Customer}@customers.example"',
  ),
})

const schema = z
  .strictObject({
    about: text,
    encoding: z.enum(['utf-8', 'windows-1252']).default('utf-8'),
    delimiter: z.enum([',', ';', '\t', '|']).default(','),
    decimalMark: z.enum(['.', ',']).default('.'),
    source: text.max(128),
    /** What makes one event: each row, or all rows with the same id, summed. */
    event: z.enum(['row', 'rows with the same id']).default('row'),
    id: text,
    subject: z.strictObject({ column: text, withoutEnding: text.optional() }),
    time: z.strictObject({
      column: text,
      format: text,
      zone: z.string().refine(isTimeZone, 'is not an IANA time zone, such as Europe/London').optional(),
    }),
    currency: z.string().refine(isCurrency, 'is not a currency of ISO 4217, such as GBP'),
    currencyColumn: text.optional(),
    amount,
    units: text.optional(),
    /** For refunds: the column with the id of the purchase that is given back. */
    purchase: text.optional(),
    /** Lets each customer sign in by an address made of columns. */
    enrol: enrol.optional(),
    reasons: z.record(code, text).default({}),
    rows: z.array(rule).min(1),
  })
  .check(reasonsAreExplained, timeCanBeRead)

/** How the rows of one kind of file become events; `docs/import.md` explains every field. */
export type Profile = z.infer<typeof schema>
export type Rule = z.infer<typeof rule>
export type Condition = z.infer<typeof condition>

/** A profile from its YAML; `name` is used in messages. Throws {@link ImportError} naming the field at fault. */
export function parseProfile(yaml: string, name: string): Profile {
  const result = schema.safeParse(parseYaml(yaml, name))
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || 'the profile'}: ${issue.message}`)
  throw new ImportError(
    `The profile "${name}" cannot be used. docs/import.md explains the fields.\n${faults.join('\n')}`,
  )
}

/** Every column the profile reads, each once. */
export function columnsOf(profile: Profile): readonly string[] {
  const { id, subject, time, currencyColumn, amount, units, purchase, enrol, rows } = profile
  const asked = [
    id,
    subject.column,
    time.column,
    currencyColumn,
    amount.column,
    ...(amount.product ?? []),
    units,
    purchase,
    ...columnsOfAddress(enrol?.email ?? ''),
  ]
  const conditions = rows.flatMap(({ when }) => Object.keys(when ?? {}))
  return [...new Set([...asked, ...conditions].filter((column) => column !== undefined))]
}

function parseYaml(yaml: string, name: string): unknown {
  try {
    return parse(yaml)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    throw new ImportError(`The profile "${name}" is not YAML: ${error.message}`)
  }
}

function reasonsAreExplained({
  value,
  issues,
}: z.core.ParsePayload<{ rows: Rule[]; reasons: Record<string, string> }>) {
  for (const [index, { skip }] of value.rows.entries()) {
    if (skip === undefined || value.reasons[skip] !== undefined) continue
    const message = `"${skip}" is not among the reasons; explain it there`
    issues.push({ code: 'custom', input: skip, path: ['rows', index, 'skip'], message })
  }
}

type Time = { format: string; zone?: string | undefined }

function timeCanBeRead({ value, issues }: z.core.ParsePayload<{ time: Time }>) {
  try {
    timeReader(value.time.format, value.time.zone)
  } catch (error) {
    const message = (error as Error).message
    issues.push({ code: 'custom', input: value.time.format, path: ['time', 'format'], message })
  }
}
