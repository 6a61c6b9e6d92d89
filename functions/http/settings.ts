/** Settings that are missing or wrong: the function cannot start. The message names each. */
export class SettingsFault extends Error {
  override readonly name = 'SettingsFault'
}

/**
 * The settings of a function, from its environment. Throws one {@link SettingsFault} that names all that are missing, so
 * that a deployment is mended in one go.
 */
export function settings<Name extends string>(
  environment: Readonly<Record<string, string | undefined>>,
  ...names: readonly Name[]
): Readonly<Record<Name, string>> {
  const missing = names.filter((name) => !environment[name])
  if (missing.length > 0) {
    throw new SettingsFault(`The function cannot start. Set ${missing.join(', ')} in its environment.`)
  }
  return Object.fromEntries(names.map((name) => [name, environment[name]])) as Record<Name, string>
}

/** A key written in base64url. Throws a {@link SettingsFault} for one of fewer than 32 bytes; the key is not repeated. */
export function keyOf(name: string, text: string): Uint8Array {
  const key = Buffer.from(text, 'base64url')
  if (key.length >= 32) return key
  throw new SettingsFault(`The function cannot start. ${name} has ${key.length} bytes; give it 32, in base64url.`)
}

/**
 * Origins of other sites, parted by blanks: "https://shop.example https://www.shop.example". Empty text names none. Throws
 * a {@link SettingsFault} for what is no origin; "*" is none, because an allow-list is to say who is meant.
 */
export function originsOf(name: string, text: string): readonly string[] {
  const origins = text.split(/\s+/).filter((part) => part !== '')
  const wrong = origins.find((part) => !URL.canParse(part) || new URL(part).origin !== part)
  if (wrong === undefined) return origins
  throw new SettingsFault(
    `${name} names ${JSON.stringify(wrong)}, which is no origin. Write each as in https://shop.example, parted by blanks.`,
  )
}
