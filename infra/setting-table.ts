import { regionFault } from './regions.ts'
import {
  isSo,
  numberOf,
  orNone,
  partsOf,
  type Reader,
  type Readers,
  shown,
  textOf,
  understood,
  unlessSaid,
  wholeFrom,
} from './setting-readers.ts'
import type { OwnDomain, OwnLedger, OwnProvider, StageSettings } from './stage-settings.ts'

const region: Reader<string> = (said, at) => {
  if (said === undefined) return at.fault('It is missing. Write the region that the portal is to be in: "eu-west-2".')
  if (typeof said !== 'string') return at.fault(`It is ${shown(said)}. Write a region, such as "eu-west-2".`)
  const fault = regionFault(said)
  return fault === null ? said : at.fault(`It is ${shown(said)}. ${fault}`)
}

const CERTIFICATE = /^arn:aws:acm:([a-z0-9-]+):\d{12}:certificate\/[\w-]+$/

const certificate: Reader<string> = (said, at) => {
  const write = 'Write the ARN of one in us-east-1, where CloudFront looks for it: "arn:aws:acm:us-east-1:…".'
  if (said === undefined) return at.fault(`A domain of one’s own needs a certificate. ${write}`)
  const [, where] = (typeof said === 'string' && CERTIFICATE.exec(said)) || []
  if (typeof said !== 'string' || where === undefined) return at.fault(`It is ${shown(said)}. ${write}`)
  return where === 'us-east-1' ? said : at.fault(`It is one in ${where}. ${write}`)
}

/** Lower case, as browsers send it; not an address of numbers. */
const DOMAIN_NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/

const DOMAIN: Readers<OwnDomain> = {
  name: textOf(DOMAIN_NAME, 'Write a name in lower case, without https://, such as "loyalty.shop.example".'),
  certificate,
  hostedZone: orNone(
    textOf(/^Z[A-Z0-9]{5,31}$/, 'Write the id alone, such as "Z0123456789ABCDEFGHIJ", or leave it out.'),
  ),
}

/** As browsers take them for addresses in forms, with a name of two parts at least behind the "@". */
const MAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

const PROVIDER: Readers<OwnProvider> = {
  issuer: understood(asIssuer, 'Write it as it stands in the provider’s tokens: "https://id.shop.example".'),
  clientId: textOf(/^[\x21-\x7e]{1,255}$/, 'Write what the provider knows the portal by.'),
  secretName: textOf(/^[\w/+=.@-]{1,512}$/, 'Write the name of the secret in Secrets Manager, not what it holds.'),
}

const STREAM = /^arn:aws:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]{3,255}\/stream\/[\w.:-]+$/

const LEDGER: Readers<OwnLedger> = {
  tableName: textOf(/^[\w.-]{3,255}$/, 'Write the name of the table.'),
  streamArn: textOf(STREAM, 'Write the ARN of the table’s stream: "arn:aws:dynamodb:…:table/…/stream/…".'),
}

/** A list, or, as on the command line, one text in which blanks part them. "*" is none: the list is to say who is meant. */
const offerOrigins: Reader<readonly string[]> = (said, at) => {
  const write = 'Write each as in "https://shop.example", without a path.'
  const origins: unknown = typeof said === 'string' ? said.split(/\s+/).filter((part) => part !== '') : said
  if (!Array.isArray(origins)) return at.fault(`It is ${shown(said)}. ${write}`)
  const wrong = origins.filter((origin) => !isOrigin(origin))
  return wrong.length === 0 ? origins : at.fault(`It has ${shown(wrong[0])}. ${write}`)
}

/** What may be said of a stage, how it is read, and what goes without saying. */
export const SETTINGS: Readers<Omit<StageSettings, 'stage'>> = {
  region,
  account: orNone(textOf(/^\d{12}$/, 'Write its 12 digits, in quotation marks, or leave it out.')),
  domain: orNone(partsOf(DOMAIN, 'Write {"name": "loyalty.shop.example", "certificate": "arn:aws:acm:us-east-1:…"}.')),
  provider: orNone(partsOf(PROVIDER, 'Write {"issuer": "https://…", "clientId": "…", "secretName": "…"}.')),
  ledger: orNone(partsOf(LEDGER, 'Write {"tableName": "…", "streamArn": "arn:aws:dynamodb:…"}.')),
  senderMail: orNone(textOf(MAIL, 'Write an address, such as "loyalty@shop.example", or leave it out.')),
  alarmMail: orNone(textOf(MAIL, 'Write an address, such as "ops@shop.example", or leave it out.')),
  monthlyBudgetUsd: orNone(
    numberOf((dollars) => dollars > 0 && dollars < 1e9, 'Write US dollars above 0, or leave it out.'),
  ),
  offerOrigins: unlessSaid([], offerOrigins),
  isGradual: unlessSaid(false, isSo),
  reservesConcurrency: unlessSaid(false, isSo),
  warmPortals: unlessSaid(0, wholeFrom(0, 1000)),
  requestsPerSecond: unlessSaid(500, wholeFrom(1, 10_000)),
  hasFirewall: unlessSaid(true, isSo),
}

function asIssuer(said: unknown): string | undefined {
  if (typeof said !== 'string' || !URL.canParse(said) || /[\s?#]/.test(said)) return undefined
  const { protocol, username, password } = new URL(said)
  return protocol === 'https:' && username + password === '' ? said : undefined
}

function isOrigin(said: unknown): boolean {
  return typeof said === 'string' && /^https?:/.test(said) && URL.canParse(said) && new URL(said).origin === said
}
