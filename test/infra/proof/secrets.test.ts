import { expect, test } from 'vitest'
import { all, templates } from './assembly.ts'

/** Everything that stands in a template as text, with its place. */
function* textsIn(value: unknown, place = ''): Generator<readonly [place: string, text: string]> {
  if (typeof value === 'string') yield [place, value]
  else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) yield* textsIn(one, `${place}/${name}`)
  }
}

/** Settings and properties that hold what nobody may read. */
const SECRET_NAME = /(?:_KEY|SECRET|PASSWORD|TOKEN|_PRIVATE)$/i
/** ARNs and ids of keys in KMS are no keys. */
const NOT_SECRET = ['SEAL_KEY']

test('every setting that holds a secret refers to where it is kept', () => {
  const settings = all('AWS::Lambda::Function').flatMap(({ id, Properties }) => {
    const { Variables = {} } = (Properties.Environment ?? {}) as { readonly Variables?: Record<string, unknown> }
    return Object.entries(Variables).map(([name, value]) => ({ id, name, text: JSON.stringify(value) }))
  })
  const secret = settings.filter(({ name }) => SECRET_NAME.test(name) && !NOT_SECRET.includes(name))
  expect(secret.length).toBeGreaterThan(10)
  const references = /^\{"Fn::Join":\["",\["\{\{resolve:secretsmanager:"|^\{"Fn::GetAtt":\["\w+","ClientSecret"\]\}$/
  expect(secret.filter(({ text }) => !references.test(text))).toEqual([])
})

/** Names that CDK makes for what is in the stacks: they end in hashes, and say nothing. */
const names = templates()
  .flatMap(({ Resources, Outputs }) => [...Object.keys(Resources), ...Object.keys(Outputs)])
  .toSorted((one, other) => other.length - one.length)
const withoutNames = (text: string) =>
  names.reduce((left, name) => left.replaceAll(name, ''), text.replaceAll(/\b[\w-]+-[0-9A-F]{8}\b/g, ''))

test('no text of a template looks like a key: long, and made as by chance', () => {
  const found = templates().flatMap(({ stack, Resources }) =>
    Object.entries(Resources).flatMap(([id, { Properties }]) =>
      [...textsIn(Properties)]
        .filter(([, text]) => looksRandom(withoutNames(text)))
        .map(([place, text]) => `${stack} ${id}${place}: ${text}`),
    ),
  )
  expect(found).toEqual([])
})

test('a key would be found', () => {
  expect(looksRandom('b8Kq2ZxV0nR7tYw5uJ3mLdE9sHf1GcA6oPiNvXeQrTz')).toBe(true)
  expect(looksRandom('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')).toBe(true)
  expect(looksRandom('AKIAIOSFODNN7EXAMPLE')).toBe(true)
  expect(looksRandom('-----BEGIN PRIVATE KEY-----')).toBe(true)
})

test('what a stack tells when it is deployed is no secret', () => {
  const told = templates().flatMap(({ Outputs }) => Object.entries(Outputs))
  const secret = told.filter(([, output]) => /resolve:|Secret"|ClientSecret|Password/i.test(JSON.stringify(output)))
  expect(told.length).toBeGreaterThan(0)
  expect(secret.map(([name]) => name)).toEqual([])
})

test('every secret is made where it is kept, and nobody has typed it', () => {
  for (const { Properties } of all('AWS::SecretsManager::Secret')) {
    expect(Properties).toMatchObject({ GenerateSecretString: { PasswordLength: 43, ExcludePunctuation: true } })
    expect(Properties).not.toHaveProperty('SecretString')
  }
})

/** Long, with letters of both kinds and digits, and none of them much more often than others. Hashes in hexadecimal are not. */
function looksRandom(text: string): boolean {
  if (/PRIVATE KEY|\bA[KS]IA[A-Z0-9]{16}\b/.test(text)) return true
  const words = text.match(/[A-Za-z0-9+/_-]{32,}/g) ?? []
  return words.some((word) => entropyOf(word) > 4.4 && /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word))
}

/** Bits a character, by how often each occurs. */
function entropyOf(text: string): number {
  const counts = Map.groupBy(text, (character) => character)
  return [...counts.values()].reduce(
    (bits, { length }) => bits - (length / text.length) * Math.log2(length / text.length),
    0,
  )
}
