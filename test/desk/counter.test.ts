import { describe, expect, test } from 'vitest'
import { deskApp } from '#desk/app.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { spokenCode } from '#program/card-code.ts'
import { checked } from '../http/checked.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { enrolment } from '../ledger/events.ts'
import { freshLedger, NOW } from '../ledger/fresh-ledger.ts'

const till = { headers: as('till') }

async function freshCounter() {
  const { ledger } = await freshLedger()
  const send = checked(deskApp({ ledger, identify: identifyRole, now: () => NOW, report }))
  return { ledger, send }
}

describe('a counter', () => {
  test('learns the currency and the categories that perks ask for', async () => {
    const { ledger, send } = await freshCounter()
    await publishDemoProgram(ledger)
    expect(await send('/till', till)).toMatchObject({
      status: 200,
      body: { edition: 2, signedInAs: 'till', currency: 'GBP', categories: ['coats', 'dresses', 'shirts', 'suits'] },
    })
  })

  test('is told when there is no program yet', async () => {
    expect(await (await freshCounter()).send('/till', till)).toMatchObject({
      status: 409,
      body: { code: 'no_program' },
    })
  })

  test('finds the member by the code of their card, however it is written', async () => {
    const { ledger, send } = await freshCounter()
    await publishDemoProgram(ledger)
    await ledger.record([enrolment('e-1', { name: 'Anna Berg' })])
    const code = await ledger.giveCard('m-1')
    for (const typed of [code, spokenCode(code), code.toLowerCase()]) {
      expect(await send(`/cards/${typed}`, till)).toMatchObject({
        status: 200,
        body: { member: 'm-1', name: 'Anna Berg' },
      })
    }
  })

  test('is told what is wrong with a code that leads to nobody', async () => {
    const { send } = await freshCounter()
    const detailOf = async (code: string) => (await send(`/cards/${code}`, till)).body
    expect(await detailOf('000000000000')).toMatchObject({ status: 404, code: 'not_found' })
    expect(await detailOf('000000000001')).toMatchObject({ status: 422, code: 'bad_card_code' })
    expect((await detailOf('m-1')).detail).toBe("A card's code has 12 characters, this has 2. Scan or type it again.")
  })
})
