/**
 * How a client is made that a command asks first: a connection that nobody takes is given up after three seconds, and not
 * after minutes in which nothing is said. (AWS calls this the standard mode of its SDKs; theirs is "legacy" unless told.)
 */
export const FIRST_ASKED = { defaultsMode: 'standard' } as const
