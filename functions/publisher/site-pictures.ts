import type { ProgramDocument } from '#program/document.ts'
import { smallerFile } from '#program/picture-files.ts'
import type { SiteFiles } from './page-store.ts'
import type { PictureSource } from './picture-source.ts'
import { PublishError } from './publish-error.ts'

/** The pictures that a document uses, in both sizes, by their names in a site. Throws PublishError for one that is missing. */
export async function sitePictures({ tiers }: ProgramDocument, source: PictureSource): Promise<SiteFiles> {
  const files = new Map<string, Uint8Array>()
  for (const { name, picture } of tiers) {
    if (!picture) continue
    for (const file of [picture.file, smallerFile(picture.file)]) {
      const bytes = await source(file)
      if (!bytes) throw missing(name, picture.file)
      files.set(`pictures/${file}`, bytes)
    }
  }
  return files
}

const missing = (tier: string, file: string) =>
  new PublishError(`The picture of ${tier}, ${file}, is not there. Upload it again in the studio, or take it out.`)
