/** Every page that anyone may read. */
export const PUBLIC_PAGES = [
  '/',
  '/perks',
  '/promise',
  '/tiers/member',
  '/tiers/silver',
  '/tiers/gold',
  '/tiers/platinum',
] as const
