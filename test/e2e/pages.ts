/** Every page that anyone may read. */
export const PUBLIC_PAGES = [
  '/',
  '/perks',
  '/promise',
  '/tiers/member',
  '/tiers/silver',
  '/tiers/gold',
  '/tiers/platinum',
  '/changes',
  '/de',
  '/de/perks',
  '/de/promise',
  '/de/tiers/gold',
  '/de/changes',
] as const
