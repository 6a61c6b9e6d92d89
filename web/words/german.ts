import { GERMAN_TELLING } from '#program/words/german-telling.ts'
import { capital } from '#program/words/list-words.ts'
import type { PageWords } from './english.ts'
import { GERMAN_WORTH } from './german-worth.ts'

const { and, numberWord } = GERMAN_TELLING
const tiersIn = (count: number) => `${capital(numberWord(count))} ${count === 1 ? 'Stufe' : 'Stufen'}`
const daysBefore = (count: number) => (count === 1 ? 'einen Tag' : `${count} Tage`)

export const GERMAN_PAGES: PageWords = {
  wording: GERMAN_TELLING,
  worth: GERMAN_WORTH,

  frame: {
    skip: 'Zum Inhalt',
    main: 'Hauptmenü',
    languages: 'Sprachen',
    tiers: 'Stufen',
    perks: 'Vorteile',
    promise: 'Versprechen',
    standing: 'Ihr Stand',
    inForce: (edition, since) => `Ausgabe ${edition}, in Kraft seit ${since}`,
    wordingOf: (day) => `; Wortlaut vom ${day}`,
    changes: 'Änderungen',
    asData: 'Dieses Programm als Daten',
  },
  missing: {
    title: 'Seite nicht gefunden',
    sentence: 'Unter dieser Adresse gibt es keine Seite.',
    lead: 'Vielleicht war es eine Stufe, die das Programm nicht mehr hat. Diese Seiten gibt es immer:',
    tiers: 'Die Stufen',
    perks: 'Alle Vorteile',
  },
  home: {
    description: (tiers) =>
      `${tiersIn(tiers)}, was jede verlangt und was jede hinzufügt. Jede Bedingung steht auf der Seite.`,
    title: 'Alle bekommen unsere ganze Sorgfalt. Jede Stufe fügt nur etwas hinzu.',
    lead(tiers, first, higher) {
      const rest =
        higher.length > 0
          ? ` Wer ${and(higher)} hat, folgt aus den Einkäufen. Sie können es ebenso nachrechnen wie wir.`
          : ''
      return `${tiersIn(tiers)}, und nichts verborgen. ${first} sind alle.${rest}`
    },
    seeStanding: 'Wo stehe ich?',
    compare: 'Alle Vorteile vergleichen',
    simulator: 'Was bekäme ich?',
    way: 'Der Weg nach oben',
    wayNote: 'Jede Linie ist ein eigener Weg. Wie weit Sie auf dem besten gekommen sind, das ist Ihre Stufe.',
    wayPart: 'Wo der Platz nicht für alle Stufen reicht, zeigt das Bild die ersten; unten stehen alle.',
    wayPicture: (first, last, tracks) =>
      `Der Weg von ${first} zu ${last}: ${and(tracks)}. Die Beträge stehen bei den Stufen.`,
    tiers: 'Die Stufen',
    counting: 'Wie gezählt wird',
    counts: 'Was zählt',
    refund: 'Eine Erstattung zählt gegen den Monat ihres Einkaufs.',
    lasts: 'Wie lange es gilt',
    ends: 'Wenn es endet',
    ifChanged: 'Wenn sich die Regeln ändern',
    notice: (days) =>
      `Was etwas wegnimmt, wird mindestens ${daysBefore(days)} vorher veröffentlicht und gilt immer ab dem Ersten eines Monats.`,
    everyone: 'Für alle',
    noTier: 'Für nichts davon braucht es eine Stufe.',
    whatEverybody: 'Was alle bekommen',
  },
  ladder: {
    anyOf: 'Eines davon genügt',
    reach: 'So erreichen Sie sie',
    join: 'Beitreten. Alle haben sie.',
    startsWith: 'Sie beginnt mit',
    adds: 'Sie fügt hinzu',
    everybody: 'Was alle bekommen.',
    nothing: 'Nichts Eigenes: was die Stufe darunter hat.',
  },
  perks: {
    title: 'Vorteile',
    description: 'Jeder Vorteil, jede Stufe, jede Bedingung, in einer Tabelle.',
    heading: 'Jeder Vorteil, mit allen Bedingungen.',
    lead: 'Was nicht in der Tabelle steht, gibt es nicht: Dahinter ist nichts Kleingedrucktes.',
    left: 'Was Sie noch haben',
    everybody: 'Was alle bekommen',
    noTier: 'Für nichts davon braucht es eine Stufe, und keine Stufe bekommt es früher oder besser.',
    adds: 'Was Stufen hinzufügen',
    worth: 'Was eine Stufe im Jahr wert ist',
    reading: 'So liest man die Tabelle',
    uses: 'Anzahl der Nutzungen',
    usesText: (zone) =>
      `Monat, Quartal und Jahr sind die des Kalenders, eine Woche beginnt am Montag, nach der Zeit von ${zone}. Was nicht genutzt wird, wird nicht übertragen.`,
    afterChange: 'Nach einem Wechsel der Stufe',
    afterChangeText:
      'Es gilt die Anzahl der Stufe, die Sie jetzt haben; was Sie im selben Zeitraum schon genutzt haben, zählt mit.',
    amounts: 'Beträge',
    amountsText: '„Ab“ heißt einschließlich: Eine Bestellung über genau diesen Betrag hat den Vorteil.',
    worthTerm: 'Wert',
    worthText: 'Was Sie ohne den Vorteil für eine Nutzung zahlen würden.',
    caption: (program) => `Jeder Vorteil von ${program}, nach Stufen`,
    perk: 'Vorteil',
    andAbove: (tier) => `ab ${tier}`,
    to: (from, to) => `${from} bis ${to}`,
    worthEach: (amount) => `Jedes Mal ${amount} wert`,
  },
  promise: {
    title: 'Unser Versprechen',
    description: 'Was alle Kunden bekommen, gleich wie viel sie ausgeben.',
    heading: 'Was alle bekommen, gleich wie viel sie ausgeben.',
    lead: 'Nichts davon hängt von einer Stufe ab.',
    alike: (top, first) => `${top} und ${first} werden gleich bedient.`,
    standards: 'Unsere Standards',
    rules: 'Wie wir es mit Stufen halten',
    principles: (noticeDays) => [
      {
        name: 'Hinzugefügt, nie genommen',
        text: 'Ein Vorteil kommt zu unserem Service hinzu. Auf einer höheren Stufe sind seine Bedingungen nie schlechter als auf einer niedrigeren.',
      },
      {
        name: 'Bekannt vor dem Kauf',
        text: 'Es gibt keine verborgenen Stufen und keine geheimen Vorteile. Was nicht auf diesen Seiten steht, bekommt niemand.',
      },
      {
        name: 'Errechnet, nicht gewährt',
        text: 'Niemand kann Sie auf eine Stufe heben oder von ihr nehmen. Die Rechnung steht auf Ihrer Seite, und Sie können sie nachrechnen.',
      },
      {
        name: 'Vorher angekündigt',
        text: `Eine Änderung, die etwas wegnimmt, wird mindestens ${daysBefore(noticeDays)} vorher veröffentlicht.`,
      },
    ],
  },
  tier: {
    description: (tier) => `Wie Sie ${tier} erreichen und was die Stufe hinzufügt.`,
    place: (number, of) => `Stufe ${number} von ${of}`,
    about: 'Was sie ist',
    reach: 'So erreichen Sie sie',
    everyone: 'Alle haben sie, vom ersten Tag an und auf Dauer.',
    or: 'oder',
    addsTo: (below) => `Was sie zu ${below} hinzufügt`,
    comesWith: 'Was zu ihr gehört',
    nothing: 'Nichts Eigenes: was die Stufe darunter hat.',
    worth: 'Was sie im Jahr wert ist',
    stays: (below) => `Was bleibt wie bei ${below}`,
    instead: (terms) => `statt: ${terms}`,
    neighbours: 'Benachbarte Stufen',
    below: 'Darunter',
    above: 'Darüber',
  },
  changes: {
    title: 'Was sich geändert hat',
    description: 'Was sich im Programm wann geändert hat und was sich ändern wird.',
    heading: 'Was sich geändert hat und ändern wird.',
    lead: 'Regeln ändern sich am Ersten eines Monats und werden vorher angekündigt. Worte können sich jederzeit ändern, und nichts sonst mit ihnen.',
    feed: 'Den Änderungen als Feed folgen',
    edition: (edition) => `Ausgabe ${edition}`,
    revision: (edition, revision) => `Ausgabe ${edition}, Wortlaut ${revision}`,
    dates: (published, from) => `Veröffentlicht am ${published}, für die Zeit ab ${from}`,
    revised: (published) => `Veröffentlicht am ${published}`,
    inForce: 'In Kraft',
    announced: (from) => `Angekündigt für den ${from}`,
    withdrawn: (on) => `Zurückgezogen am ${on}. Sie ist nie in Kraft getreten.`,
    first: 'Die erste Ausgabe: Alles in ihr ist neu.',
    words: 'Andere Worte, Texte oder Bilder. Was verlangt und was gegeben wird, ist dasselbe geblieben.',
    nothing: 'Nichts, was Sie bemerken würden, hat sich geändert.',
    notice: (day) => `Ab ${day}`,
    noticeHeading: 'Was sich ändern wird',
    all: 'Alle Änderungen',
  },
}
