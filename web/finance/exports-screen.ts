import type { ExportFormat, Manifest } from '#finance/export-routes.ts'
import { instantWords } from '#program/words/date-words.ts'
import { countWords } from '#program/words/list-words.ts'
import { escapeText } from '../pictures/svg.ts'
import { amountWords, numberWords } from './amount.ts'
import { dataTable } from './data-table.ts'
import { periodFields } from './filters.ts'
import { addressForm, choice, textField } from './form-parts.ts'
import { periodWords } from './place-words.ts'
import type { ProgramNames } from './program.ts'
import { type Fields, searchOf } from './query.ts'
import { facts, type Screen, section } from './screen.ts'

const FORMATS: readonly { readonly id: ExportFormat; readonly name: string }[] = [
  { id: 'csv', name: 'CSV for machines' },
  { id: 'excel-csv', name: 'CSV for Excel' },
  { id: 'xlsx', name: 'Excel workbook' },
  { id: 'parquet', name: 'Parquet' },
  { id: 'hledger', name: 'Journal for hledger and ledger' },
  { id: 'beancount', name: 'Journal for beancount' },
  { id: 'xero', name: 'Manual journal for Xero' },
]

const LOCALES = [
  { id: 'en-GB', name: 'English, United Kingdom' },
  { id: 'en-US', name: 'English, United States' },
  { id: 'de-DE', name: 'German' },
  { id: 'fr-FR', name: 'French' },
]

const LEAD = 'Every export is a period’s entries, whole, with a manifest by which whoever gets it can see that it is.'

/** What to export; once it is said, what the export holds, and the file. `manifest` is null until a format is chosen. */
export function exportsScreen(manifest: Manifest | null, fields: Fields, program: ProgramNames): Screen {
  return {
    title: 'Exports',
    lead: manifest ? manifestLead(manifest) : LEAD,
    filters: exportForm(fields),
    body: manifest ? manifestPart(manifest, fields, program) : '',
  }
}

/** The query of an export. A period of one month is written as that month. */
export function exportSearch({ format = '', from = '', to, locale, contra }: Fields): string {
  const last = to ?? from
  const period = from === last || from === '' ? last : `${from}..${last}`
  return searchOf({
    ...{ format, period },
    ...(format === 'excel-csv' && locale && { locale }),
    ...(format === 'xero' && contra && { contra }),
  })
}

function exportForm(fields: Fields): string {
  const contra = {
    name: 'contra',
    label: 'Contra account (Xero)',
    value: fields.contra,
  }
  return addressForm(
    'exports',
    choice('format', 'Format', FORMATS, fields.format ?? 'csv') +
      periodFields(fields) +
      choice('locale', 'Language (CSV for Excel)', LOCALES, fields.locale ?? 'en-GB') +
      textField(contra),
    'Prepare',
  )
}

function manifestLead({ rows, sums, period }: Manifest): string {
  const cost = sums.map(({ cost, currency }) => amountWords(cost, currency)).join(', ')
  return `${countWords(rows, 'entry').replace(/entrys$/, 'entries')} of ${periodWords(period.from, period.to)}, which come to ${cost || 'nothing'}.`
}

function manifestPart(manifest: Manifest, fields: Fields, { timeZone }: ProgramNames): string {
  const { editions, firstEvent, lastEvent, files } = manifest
  const href = `/api/v1/finance/export${exportSearch(fields)}`
  const time = (instant: string | null) => (instant === null ? 'None' : instantWords(instant, timeZone))
  const download =
    `<p class="actions"><a class="button" href="${escapeText(href)}" download>Download</a>` +
    `<a href="${escapeText(`${href}&as=zip`)}" download>With its manifest, as ZIP</a></p>`
  const held = facts([
    ['Editions', editions === null ? 'None' : editionsWords(editions)],
    ['First event', time(firstEvent)],
    ['Last event', time(lastEvent)],
  ])
  return download + section('What it holds', '', held + filesTable(files))
}

const editionsWords = ({ first, last }: { readonly first: number; readonly last: number }) =>
  first === last ? `Edition ${first}` : `Editions ${first} to ${last}`

const filesTable = (files: Manifest['files']) =>
  dataTable({
    caption: 'Files, with the digests to check them by',
    columns: [{ head: 'File' }, { head: 'Bytes', isFigure: true }, { head: 'SHA-256' }],
    kind: 'files',
    rows: files.map(({ name, bytes, sha256 }) => [{ text: name }, { text: numberWords(bytes) }, { text: sha256 }]),
  })
