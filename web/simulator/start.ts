import { monthOf } from '#program/zone.ts'
import { narrowSteps, wideSteps } from '../pictures/steps.ts'
import { escapeText } from '../pictures/svg.ts'
import { tierMark } from '../pictures/tier-mark.ts'
import { draw, place, write } from '../standing/place.ts'
import { type Answer, answer } from './answer.ts'
import { changesTable, perksTable, stepsOf } from './answer-parts.ts'
import { bindForm } from './form.ts'
import { type Program, type ProgramData, programOf } from './program.ts'
import { fromQuery, type Question, readQuestion, toQuery } from './question.ts'

/** Makes the simulator: everything is reckoned here, and nothing leaves the page. */
function start(): void {
  const program = programOf(JSON.parse(place('program').textContent ?? '') as ProgramData)
  const month = monthOf(Date.now(), program.edition.timeZone)
  const { question, faults } = fromQuery(location.search, program)
  const form = bindForm(program, (asked) => ask(asked))
  const ask = (asked: Question) => {
    const read = readQuestion(asked, program)
    const wrong = 'faults' in read ? read.faults : new Map()
    form.showFaults(wrong)
    place('stale').hidden = wrong.size === 0
    if ('faults' in read) return
    showAnswer(answer(program, read.intent, read.habits, month), program)
    showLink(toQuery(program, asked))
  }
  form.fill(question)
  draw('link-faults', faults.map((fault) => `<p>${escapeText(fault)}</p>`).join(''))
  ask(question)
  place('simulator').hidden = false
}

function showAnswer(found: Answer, program: Program): void {
  const { tiers } = program.edition
  const { tier, next, sentence, onTheWay, holding, worth, simulation } = found
  draw('tier', `${tierMark(simulation.highest, tiers.length)} ${escapeText(tier.name)}`)
  write('sentence', sentence)
  write('holding', `${onTheWay} ${holding}`.trim())
  write('worth', worth)
  const steps = stepsOf(found, program)
  draw('steps', `<div class="wide">${wideSteps(steps)}</div><div class="narrow">${narrowSteps(steps)}</div>`)
  draw('changes', changesTable(found, program))
  draw('perks', perksTable(found, program))
  const above = place('next')
  above.hidden = next === null
  if (next)
    above.innerHTML = `<a href="/tiers/${encodeURIComponent(next.id)}">What ${escapeText(next.name)} asks for and adds</a>`
}

/** The address bar and a link to copy both carry the question; neither is sent anywhere by showing it. */
function showLink(query: string): void {
  const address = `${location.pathname}?${query}`
  history.replaceState(null, '', address)
  place('link').setAttribute('href', address)
}

start()
