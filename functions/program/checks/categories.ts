/** Whether something is covered by `lower` and not by `higher`. Terms without categories hold for all of them. */
export function areCategoriesNarrower(
  higher: readonly string[] | undefined,
  lower: readonly string[] | undefined,
): boolean {
  if (higher === undefined) return false
  return lower === undefined || lower.some((category) => !higher.includes(category))
}
