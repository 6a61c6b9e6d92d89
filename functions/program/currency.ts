/**
 * How many decimals a currency has, from ISO 4217 (list one). Not from `Intl`, which follows everyday use instead and
 * differs for HUF, IDR, IQD and others (api.md, "Money").
 */
const WITHOUT_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const WITH_THREE = 'BHD IQD JOD KWD LYD OMR TND'
const WITH_FOUR = 'CLF UYW'
const WITH_TWO =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP ' +
  'COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR ' +
  'JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN ' +
  'NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL ' +
  'THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG'

const decimalsOf = new Map<string, number>()
const list = (codes: string, decimals: number) => {
  for (const code of codes.split(' ')) decimalsOf.set(code, decimals)
}
list(WITHOUT_DECIMALS, 0)
list(WITH_TWO, 2)
list(WITH_THREE, 3)
list(WITH_FOUR, 4)

/** Whether a code is a currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  return decimalsOf.has(code)
}

/** The decimals of a currency: 2 for GBP, 0 for JPY, 3 for KWD. Throws a RangeError for a code ISO 4217 does not have. */
export function currencyDecimals(code: string): number {
  const decimals = decimalsOf.get(code)
  if (decimals === undefined) throw new RangeError(`"${code}" is not a currency of ISO 4217. Use a code such as GBP.`)
  return decimals
}
