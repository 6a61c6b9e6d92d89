import fc from 'fast-check'
import type { LimitWindow, PerkTerms, RowDocument } from '#program/document.ts'
import type { Content, Edit } from '../../../web/studio/edit/content.ts'
import { newId } from '../../../web/studio/edit/new-id.ts'
import { addPerk, changePerk, describePerk, removePerk, setTerms } from '../../../web/studio/edit/perk-edits.ts'
import {
  callDraft,
  callProgram,
  countBy,
  explain,
  giveNotice,
  takeEffect,
} from '../../../web/studio/edit/program-edits.ts'
import {
  addPlan,
  addStandard,
  changePlan,
  changeStandard,
  removePlan,
  removeStandard,
} from '../../../web/studio/edit/promise-edits.ts'
import {
  addTier,
  callTier,
  removeTier,
  removeWay,
  sayOfTier,
  setWay,
  showPicture,
} from '../../../web/studio/edit/tier-edits.ts'
import { addLanguage, removeLanguage, translate } from '../../../web/studio/edit/translation-edits.ts'

/** Texts as people and their clipboards have them. */
export const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('', 'Gold', '<script>alert(1)</script>', '[x](javascript:alert(1))', '\u202Eשלום', '👩‍👩‍👧‍👦'),
)
const amount = fc.constantFrom('0', '25.00', '1000.00', '12.345', 'ten', '-5', '1e3')
const count = fc.integer({ min: 0, max: 999_999_999 })
const number = fc.nat({ max: 14 })
const language = fc.constantFrom('de', 'fr-CA', 'ar')
const id = fc.constantFrom('member', 'silver', 'gold', 'platinum', 'nobody', '__proto__', 'lounge', 'plus', 'answer')

const row: fc.Arbitrary<RowDocument> = fc.record(
  { spend: amount, orders: count, units: count, lifetimeSpend: amount, balance: amount, months: count, plan: id },
  { requiredKeys: [] },
)

const terms: fc.Arbitrary<PerkTerms> = fc.record(
  {
    over: amount,
    categories: fc.array(fc.constantFrom('suits', 'shirts'), { minLength: 1, maxLength: 2 }),
    limit: fc.record({ count, per: fc.constantFrom<LimitWindow[]>('order', 'week', 'ever') }),
  },
  { requiredKeys: [] },
)

/** The id of a thing by its number, whatever is there when the edit is made; sometimes of none. */
const at =
  (list: 'tiers' | 'perks' | 'standards' | 'plans', index: number, then: (id: string) => Edit): Edit =>
  (content) =>
    then(content.document[list]?.[index]?.id ?? 'nobody')(content)

const added =
  (then: (content: Content) => Edit): Edit =>
  (content) =>
    then(content)(content)

/** Any edit that the editor can make, also of things that are gone by then. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  text.map(callDraft),
  text.map(callProgram),
  fc.option(fc.constantFrom('2027-01', '2027-04')).map(takeEffect),
  fc.tuple(text, text).map(([warning, why]) => explain(warning, why)),
  fc.record({ months: count, keep: count, softLanding: fc.boolean() }, { requiredKeys: [] }).map(countBy),
  count.map(giveNotice),
  fc.tuple(number, text).map(([n, name]) => at('tiers', n, (tier) => callTier(tier, name))),
  fc.tuple(number, text).map(([n, said]) => at('tiers', n, (tier) => sayOfTier(tier, 'headline', said))),
  fc
    .tuple(number, text)
    .map(([n, alt]) =>
      at('tiers', n, (tier) => showPicture(tier, alt === '' ? null : { file: 'a.png', alt, width: 4, height: 3 })),
    ),
  fc.tuple(number, number, row).map(([n, way, asked]) => at('tiers', n, (tier) => setWay(tier, way, asked))),
  fc.tuple(number, number).map(([n, way]) => at('tiers', n, (tier) => removeWay(tier, way))),
  fc
    .tuple(text, number)
    .map(([name, rank]) => added(({ document }) => addTier({ id: newId(name, 'tier', document.tiers), name }, rank))),
  fc.tuple(number, id).map(([n, heir]) => at('tiers', n, (tier) => removeTier(tier, heir))),
  fc.tuple(number, text).map(([n, name]) => at('perks', n, (perk) => changePerk(perk, { name }))),
  fc.tuple(number, text).map(([n, said]) => at('perks', n, (perk) => describePerk(perk, said))),
  fc.tuple(number, id, fc.option(terms)).map(([n, tier, own]) => at('perks', n, (perk) => setTerms(perk, tier, own))),
  text.map((name) =>
    added(({ document }) =>
      addPerk({ id: newId(name, 'perk', document.perks), name, kind: 'service', worth: '0', terms: {} }),
    ),
  ),
  number.map((n) => at('perks', n, removePerk)),
  text.map((name) =>
    added(({ document }) => addStandard({ id: newId(name, 'p', document.standards), name, text: '' })),
  ),
  fc.tuple(number, text).map(([n, said]) => at('standards', n, (one) => changeStandard(one, { text: said }))),
  number.map((n) => at('standards', n, removeStandard)),
  text.map((name) => addPlan({ id: newId(name, 'plan', []), name, price: '1', per: 'year' })),
  fc.tuple(number, amount).map(([n, price]) => at('plans', n, (plan) => changePlan(plan, { price }))),
  number.map((n) => at('plans', n, removePlan)),
  language.map(addLanguage),
  language.map(removeLanguage),
  fc
    .tuple(language, id, text)
    .map(([tag, tier, said]) => translate(tag, { list: 'tiers', id: tier, what: 'name' }, said)),
  fc.tuple(language, text).map(([tag, said]) => translate(tag, null, said)),
  fc
    .tuple(language, text)
    .map(([tag, said]) => translate(tag, { list: 'categories', id: 'suits', what: 'name' }, said)),
)
