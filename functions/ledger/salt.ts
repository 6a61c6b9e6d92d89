import { randomBytes } from 'node:crypto'

/** 128 random bits in hexadecimal. With them hashed in, nobody finds out by trying what a hash stands for. */
export const newSalt = (): string => randomBytes(16).toString('hex')
