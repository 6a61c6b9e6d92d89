/** Why a string is no id, as a sentence, or null when it is one: 1 to 128 characters, NFC, well-formed, no controls. */
export function idFault(text: string): string | null {
  if (text === '') return 'It is empty. Give it 1 to 128 characters.'
  const fault = textFault(text, 128)
  if (fault) return fault
  if (text !== text.normalize('NFC')) return 'It is not in Unicode normal form C. Normalise it to NFC.'
  return /\p{Cc}/u.test(text) ? 'It contains control characters. Leave them out.' : null
}

/** Why a string is no text of at most `longest` characters, or null. Line breaks and tabs are text, other controls not. */
export function textFault(text: string, longest: number): string | null {
  if (!text.isWellFormed()) return 'It contains half a character (a lone surrogate). Send complete Unicode.'
  if (text.length > longest && [...text].length > longest) return `It is longer than ${longest} characters. Shorten it.`
  return /[^\P{Cc}\n\t]/u.test(text) ? 'It contains control characters. Leave them out.' : null
}

/** A name from outside, short enough and whole enough to stand in a sentence. */
export function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60).toWellFormed()}…` : name
}
