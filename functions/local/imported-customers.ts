/** The domain of the addresses that profiles give to customers; nobody owns it, nor ever will (RFC 2606). */
export const CUSTOMER_DOMAIN = 'customers.example'

/** What every imported customer signs in with, here and nowhere else. */
export const CUSTOMER_PASSWORD = 'demo'

/** Whether an address, in lower case, is one of an imported customer. */
export const isCustomerAddress = (email: string): boolean => /^[^\s@]+@customers\.example$/.test(email)
