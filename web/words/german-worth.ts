import { GERMAN_TELLING } from '#program/words/german-telling.ts'
import { capital } from '#program/words/list-words.ts'
import type { ENGLISH_WORTH } from './english-worth.ts'

const { and, count, numberWord } = GERMAN_TELLING

export const GERMAN_WORTH: typeof ENGLISH_WORTH = {
  buyer: (orders, average) =>
    `wer im Jahr ${numberWord(orders)} ${orders === 1 ? 'Bestellung' : 'Bestellungen'}${average ? ` von durchschnittlich ${average}` : ''} aufgibt`,
  ladder: (buyer, tier, worth) =>
    `${capital(buyer)}, hat mit ${tier} Vorteile im Wert von ${worth} im Jahr. Dieselben Bestellungen auf jeder Stufe, damit man die Stufen vergleichen kann.`,
  tier: (buyer, tier, worth, more) =>
    `${capital(buyer)}, hat mit ${tier} Vorteile im Wert von ${worth} im Jahr${more ? `, ${more.by} mehr als mit ${more.than}` : ''}.`,
  ladderPicture: (sums) => `Was die Vorteile jeder Stufe im Jahr wert sind: ${and(sums)}.`,
  tierPicture: (tier, sums) => `Was ${tier} im Jahr wert ist, nach Vorteilen: ${and(sums)}.`,
  ladderLegend: 'Umrandet: was die Stufe darunter hat. Gefüllt: was jede Stufe hinzufügt.',
  tierLegend: 'Umrandet: was die Stufe darunter hat. Gefüllt: was diese hinzufügt.',
  asTable: 'Als Tabelle, und wie gerechnet wird',
  ladderCaption: 'Was die Vorteile jeder Stufe im Jahr wert sind',
  tierCaption: (tier) => `Was ${tier} im Jahr wert ist, Vorteil für Vorteil`,
  columns: {
    tier: 'Stufe',
    worth: 'Wert im Jahr',
    added: 'Mehr als die Stufe darunter',
    perk: 'Vorteil',
    uses: 'Nutzungen',
    each: 'Wert je Nutzung',
  },
  inAll: 'Insgesamt',
  otherwise: 'Sie kaufen anders?',
  reckon: 'Rechnen Sie selbst (auf Englisch)',

  about: { orders: 'Bestellungen', amounts: 'Beträge', categories: 'Waren', use: 'Nutzung', worth: 'Wert' },
  orders: (orders) => `${capital(numberWord(orders))} im Jahr, gleichmäßig von Januar bis Dezember verteilt.`,
  noAmounts: 'Ihre Höhe spielt keine Rolle: Kein Vorteil verlangt einen Betrag.',
  amounts: (average, basis, least, most) =>
    `Durchschnittlich ${average}: ${basis}. Die Beträge steigen gleichmäßig von ${least} auf ${most}, im Wechsel ein kleiner und ein großer.`,
  byBoth: (tier, spend, orders) =>
    `${tier} verlangt ${spend} oder ${count(orders, 'order')}, das ist etwa so viel für jede`,
  byValue: (tier) => `etwa der Anteil eines Monats an dem, was ${tier} verlangt`,
  byOver: 'die größte Bestellung, die ein Vorteil verlangt',
  categories: (percent) =>
    `${percent} % der Bestellungen, kleine wie große, enthalten Waren, auf die ein Vorteil beschränkt ist.`,
  use: 'Jeder Vorteil wird bei jeder Bestellung, die ihn hat, einmal genutzt, so oft seine Grenze es erlaubt.',
  worth: 'Jede Nutzung zählt mit dem, was Sie ohne den Vorteil dafür zahlen würden.',
}
