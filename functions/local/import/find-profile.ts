import { readdirSync, readFileSync } from 'node:fs'
import { ImportError } from './import-error.ts'
import { type Profile, parseProfile } from './profile.ts'

const FOLDER = new URL('../profiles/', import.meta.url)

/** The names of the profiles that come with Cleartier. */
export function profileNames(): readonly string[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'))
  return files.map((file) => file.slice(0, -'.yaml'.length)).sort()
}

/** A profile by its name, or from a file of one's own whose path ends in .yaml. Throws {@link ImportError}. */
export function findProfile(name: string): Profile {
  const own = /\.ya?ml$/.test(name)
  if (!own && !profileNames().includes(name)) {
    throw new ImportError(
      `There is no profile "${name}". There are ${profileNames().join(' and ')}; or give the path of a .yaml file of your own.`,
    )
  }
  return parseProfile(read(own ? name : new URL(`${name}.yaml`, FOLDER)), name)
}

function read(file: string | URL): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ImportError(
      `The profile ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Check the path.`,
    )
  }
}
