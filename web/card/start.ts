import type { CardBody } from '#program/card-code.ts'
import { fetchMine } from '../standing/fetch-mine.ts'
import { draw, place, showState, write } from '../standing/place.ts'
import { cardFace } from './card-face.ts'

/** Shows the card of whoever is signed in. */
async function start(): Promise<void> {
  place('retry').onclick = () => location.reload()
  place('print').onclick = () => print()
  const answer = await fetchMine<CardBody>('card')
  switch (answer.kind) {
    case 'here': {
      const { program = '', tiers } = place('card').dataset
      draw('card', cardFace(answer.body, program, Number(tiers)))
      return showState('ready')
    }
    case 'signed-out':
      return showState('signed-out')
    case 'offline':
      return showTrouble('There is no connection. A card that you printed before is still good.')
    case 'busy':
      return showTrouble(`Too many people are asking at once. Try again in ${answer.seconds} seconds.`)
    case 'broken':
      return showTrouble(answer.detail || 'Something went wrong on our side. Nothing of yours is lost.')
    default:
      return answer satisfies never
  }
}

function showTrouble(sentence: string): void {
  write('trouble', sentence)
  showState('failed')
}

await start()
