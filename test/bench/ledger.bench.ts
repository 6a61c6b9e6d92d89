import type { Bench } from './figure.ts'
import { ledgerFigures } from './ledger.ts'

export const bench: Bench = { name: 'Ledger', run: ledgerFigures }
