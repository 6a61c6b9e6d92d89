/** The command cannot begin; the message says why and what to do. */
export class InvoiceFault extends Error {
  override readonly name = 'InvoiceFault'
}
