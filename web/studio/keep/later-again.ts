/** A timer for one thing at a time: whatever is put off last is what is done. */
export function laterAgain(): (work: () => void, afterMs: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (work, afterMs) => {
    clearTimeout(timer)
    timer = setTimeout(work, afterMs)
  }
}
