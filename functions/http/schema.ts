import type * as z from 'zod'

/** A schema, or where it is to be had: those that few need are loaded when they are (`schemas-in.ts`). */
export type Schema<T = unknown> = z.ZodType<T> | (() => Promise<z.ZodType<T>>)

/** The schema itself. */
export async function loaded<T>(schema: Schema<T>): Promise<z.ZodType<T>> {
  return typeof schema === 'function' ? schema() : schema
}
