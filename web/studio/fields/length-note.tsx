/** How much of the space a text takes: "41 of 200 characters". */
export function lengthNote(text: string, longest: number) {
  const length = [...text].length
  const words = `${length.toLocaleString('en-GB')} of ${longest.toLocaleString('en-GB')} characters`
  return length > longest ? <span class="edit-fault">{words}</span> : words
}
