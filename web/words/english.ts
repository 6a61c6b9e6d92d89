import { ENGLISH_TELLING } from '#program/words/english-telling.ts'
import { andWords, capital, countWords, numberWord } from '#program/words/list-words.ts'
import { ENGLISH_WORTH } from './english-worth.ts'

const tiersIn = (count: number) => `${capital(numberWord(count))} ${count === 1 ? 'tier' : 'tiers'}`

/** The words of the public pages. Other languages have the same, or do not compile. */
export const ENGLISH_PAGES = {
  wording: ENGLISH_TELLING,
  worth: ENGLISH_WORTH,

  frame: {
    skip: 'Skip to the content',
    main: 'Main',
    languages: 'Languages',
    tiers: 'Tiers',
    perks: 'Perks',
    promise: 'Promise',
    standing: 'Your standing',
    inForce: (edition: number, since: string) => `Edition ${edition}, in force since ${since}`,
    wordingOf: (day: string) => `; wording of ${day}`,
    changes: 'Changes',
    asData: 'This program as data',
  },
  missing: {
    title: 'Page not found',
    sentence: 'There is no page at this address.',
    lead: 'It may have been a tier that the program no longer has. These pages are always there:',
    tiers: 'The tiers',
    perks: 'All perks',
  },
  home: {
    description: (tiers: number) =>
      `${tiersIn(tiers)}, what each asks for and what each adds. Every condition is on the page.`,
    title: 'Everyone gets our full care. Each tier only adds to it.',
    lead: (tiers: number, first: string, higher: readonly string[]) => {
      const rest =
        higher.length > 0
          ? ` ${andWords(higher)} can each be worked out from what you bought, by you as well as by us.`
          : ''
      return `${tiersIn(tiers)}, and nothing hidden. Everyone holds ${first}.${rest}`
    },
    seeStanding: 'See where you stand',
    compare: 'Compare every perk',
    simulator: 'What would I get?',
    way: 'The way up',
    wayNote: 'Each line is a way of its own. The furthest you have come on any of them is the tier you hold.',
    wayPart: 'Where there is no room for all tiers the picture shows the first of them; all are listed below.',
    wayPicture: (first: string, last: string, tracks: readonly string[]) =>
      `The way from ${first} to ${last}: ${andWords(tracks)}. The amounts are listed with the tiers.`,
    tiers: 'The tiers',
    counting: 'How it is counted',
    counts: 'What counts',
    refund: 'A refund counts against the month of its purchase.',
    lasts: 'How long it lasts',
    ends: 'When it ends',
    ifChanged: 'If the rules change',
    notice: (days: number) =>
      `What takes something away is published at least ${countWords(days, 'day')} before it takes effect, always on the first of a month.`,
    everyone: 'For everyone',
    noTier: 'No tier is needed for any of it.',
    whatEverybody: 'What everybody gets',
  },
  ladder: {
    anyOf: 'Any one of these',
    reach: 'How to reach it',
    join: 'Join. Everyone holds it.',
    startsWith: 'It starts with',
    adds: 'It adds',
    everybody: 'What everybody gets.',
    nothing: 'Nothing of its own: what the tier below has.',
  },
  perks: {
    title: 'Perks',
    description: 'Every perk, every tier, every condition, in one table.',
    heading: 'Every perk, with all its conditions.',
    lead: 'What the table does not say does not exist: there is no small print behind it.',
    left: 'What is left of yours',
    everybody: 'What everybody gets',
    noTier: 'No tier is needed for any of it, and no tier gets it sooner or better.',
    adds: 'What tiers add',
    worth: 'What a tier is worth a year',
    reading: 'How to read it',
    uses: 'Numbers of uses',
    usesText: (zone: string) =>
      `A month, a quarter and a year are those of the calendar, a week begins on Monday, in the time of ${zone}. What is not used is not carried over.`,
    afterChange: 'After a change of tier',
    afterChangeText: 'The number of the tier you hold now applies; what you have already used in the same span counts.',
    amounts: 'Amounts',
    amountsText: '“Or more” is meant: an order of exactly that amount has the perk.',
    worthTerm: 'Worth',
    worthText: 'What you would pay for one use without the perk.',
    caption: (program: string) => `Every perk of ${program}, by tier`,
    perk: 'Perk',
    andAbove: (tier: string) => `${tier} and above`,
    to: (from: string, to: string) => `${from} to ${to}`,
    worthEach: (amount: string) => `Worth ${amount} each time`,
  },
  promise: {
    title: 'Our promise',
    description: 'What every customer gets, whatever they spend.',
    heading: 'What everybody gets, whatever they spend.',
    lead: 'None of this depends on a tier.',
    alike: (top: string, first: string) => `${top} and ${first} are served alike.`,
    standards: 'Our standards',
    rules: 'How we treat tiers',
    principles: (noticeDays: number) => [
      {
        name: 'Added, never taken',
        text: 'A perk comes on top of our service. On a higher tier its conditions are never worse than on a lower one.',
      },
      {
        name: 'Known before you buy',
        text: 'There are no hidden tiers and no secret perks. What is not on these pages is not given to anyone.',
      },
      {
        name: 'Worked out, not granted',
        text: 'Nobody can put you on a tier or take you off it. The sum is on your page, and you can redo it.',
      },
      {
        name: 'Announced first',
        text: `A change that takes something away is published at least ${countWords(noticeDays, 'day')} before it takes effect.`,
      },
    ],
  },
  tier: {
    description: (tier: string) => `How to reach ${tier} and what it adds.`,
    place: (number: number, of: number) => `Tier ${number} of ${of}`,
    about: 'What it is',
    reach: 'How to reach it',
    everyone: 'Everyone holds it, from the first day and for good.',
    or: 'or',
    addsTo: (below: string) => `What it adds to ${below}`,
    comesWith: 'What comes with it',
    nothing: 'Nothing of its own: what the tier below has.',
    worth: 'What it is worth a year',
    stays: (below: string) => `What stays as on ${below}`,
    instead: (terms: string) => `instead of: ${terms}`,
    neighbours: 'Neighbouring tiers',
    below: 'Below',
    above: 'Above',
  },
  changes: {
    title: 'What changed',
    description: 'What changed in the program, when, and what will.',
    heading: 'What changed, and what will.',
    lead: 'Rules change on the first of a month and are announced before. Words may change at any time, and nothing else with them.',
    feed: 'Follow the changes as a feed',
    edition: (edition: number) => `Edition ${edition}`,
    revision: (edition: number, revision: number) => `Edition ${edition}, wording ${revision}`,
    dates: (published: string, from: string) => `Published on ${published}, for the time from ${from}`,
    revised: (published: string) => `Published on ${published}`,
    inForce: 'In force',
    announced: (from: string) => `Announced for ${from}`,
    withdrawn: (on: string) => `Withdrawn on ${on}. It never took effect.`,
    first: 'The first edition: everything in it is new.',
    words: 'Other words, texts or pictures. What is asked for and what is given stay as they were.',
    nothing: 'Nothing that you would notice changed.',
    notice: (day: string) => `From ${day}`,
    noticeHeading: 'What will change',
    all: 'All changes',
  },
}

export type PageWords = typeof ENGLISH_PAGES
