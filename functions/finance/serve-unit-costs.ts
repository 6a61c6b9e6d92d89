import type { Context } from 'hono'
import type { Api } from '#http/create-app.ts'
import type { AppEnv } from '#http/identity.ts'
import { parsedBody } from '#http/parsed-body.ts'
import type { CostSheet } from '#ledger/books.ts'
import type { ProgramCosts } from '#program/document.ts'
import type { FinanceDeps } from './app.ts'
import { checkedProgram } from './checked-program.ts'
import { approveNextCosts, deleteNextCosts, getUnitCosts, nextCostsSchema, putNextCosts } from './invoice-routes.ts'
import { approveCosts, prepareCosts, withdrawCosts } from './unit-costs/next-costs.ts'
import { unitCostsBody } from './unit-costs/unit-costs-body.ts'

/** What a use costs: what the editions say, and the next costs, prepared by one and approved by another. */
export function serveUnitCosts({ serve }: Api, { ledger, press, books, now }: FinanceDeps): void {
  const desk = async (subject: string) => ({
    books,
    subject,
    program: await checkedProgram(ledger),
    now: now(),
  })

  const answer = async (context: Context<AppEnv>, reader: string, kept?: CostSheet | null) => {
    const program = await checkedProgram(ledger)
    const sheet = kept === undefined ? await books.costSheet() : kept
    return context.json(await unitCostsBody({ ledger, program, sheet, reader, now: now() }))
  }

  serve(getUnitCosts, async (context, { identity }) => answer(context, identity.subject))

  serve(putNextCosts, async (context, { identity, headers, body }) => {
    const at = await desk(identity.subject)
    const { effectiveFrom, costs } = parsedBody(nextCostsSchema, await body())
    // An absent field and one that is undefined are one and the same to the rules.
    const draft = { effectiveFrom, costs: costs as ProgramCosts }
    return answer(context, identity.subject, await prepareCosts(at, draft, versionIn(headers)))
  })

  serve(deleteNextCosts, async (context, { identity, headers }) => {
    await withdrawCosts(await desk(identity.subject), versionIn(headers))
    return answer(context, identity.subject, null)
  })

  serve(approveNextCosts, async (context, { identity, headers }) => {
    const head = await press.head()
    // What was withdrawn or reworded a moment ago must not come back with the costs.
    ledger.reread()
    await approveCosts({ ...(await desk(identity.subject)), press, head }, versionIn(headers))
    ledger.reread()
    return answer(context, identity.subject)
  })
}

/** `"3"` → 3. */
const versionIn = (headers: { readonly 'if-match': string }) => Number(headers['if-match'].slice(1, -1))
