/** The mean of the processor's time in microseconds, of this process alone, once everything is warm. */
export async function cpuOf(rounds: number, work: () => Promise<unknown>): Promise<number> {
  for (let round = 0; round < rounds; round++) await work()
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round++) await work()
  const { user, system } = process.cpuUsage(before)
  return Math.round((user + system) / rounds)
}
