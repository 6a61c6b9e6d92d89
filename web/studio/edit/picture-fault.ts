const TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp'])
const MOST_BYTES = 5_000_000

/** Why a file cannot be uploaded as a picture, as a sentence; null when it may be tried. */
export function pictureFault({ type, size }: { readonly type: string; readonly size: number }): string | null {
  if (!TYPES.has(type)) return 'This is no picture of the kinds that can be shown. Choose a PNG, JPEG or WebP file.'
  if (size > MOST_BYTES)
    return `This has ${(size / 1_000_000).toFixed(1)} MB of at most 5. Make it smaller and choose it again.`
  return size === 0 ? 'This file is empty. Choose another.' : null
}
