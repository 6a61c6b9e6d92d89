import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hrefOf, readQuery, VIEWS } from '../../../web/finance/query.ts'

const asked = (search: string) => readQuery(new URLSearchParams(search))

describe('an address of finance’s page', () => {
  test('without anything is this month', () => {
    expect(asked('')).toEqual({ view: 'overview', fields: {} })
    expect(hrefOf('overview')).toBe('/finance')
  })

  test('says the view and all that narrows it, and can be read by people', () => {
    const fields = { perk: 'free-delivery', from: '2026-05', to: '2026-05', by: 'tier,month' }
    const href = '/finance?view=costs&by=tier,month&from=2026-05&to=2026-05&perk=free-delivery'
    expect(hrefOf('costs', fields)).toBe(href)
    expect(asked(href.slice('/finance'.length))).toEqual({ view: 'costs', fields })
  })

  test('takes boxes that were ticked one by one', () => {
    expect(asked('?view=costs&by=perk&by=month').fields).toEqual({ by: 'perk,month' })
  })

  test('leaves out what the view does not know and what says nothing', () => {
    expect(asked('?view=tiers&perk=lounge&from=&to=%20&x=1')).toEqual({ view: 'tiers', fields: {} })
    expect(asked('?view=nothing').view).toBe('overview')
  })

  test('comes back as it was sent, whatever is in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), fc.string(), fc.string(), (view, source, id) => {
        const first = asked(hrefOf(view, { source, id }).split('?')[1] ?? '')
        expect(first.view).toBe(view)
        expect(hrefOf(first.view, first.fields)).toBe(hrefOf(view, first.fields))
        if (view === 'use') expect(first.fields.id ?? '').toBe(id.trim())
      }),
    )
  })
})
