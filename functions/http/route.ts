import type { Scope } from './identity.ts'
import type { ProblemStatus } from './problem.ts'
import type { Schema } from './schema.ts'

/** Who may use a route: the holders of a right, or of any of several, a signed-in member for their own, or everyone. */
export type May = Scope | readonly Scope[] | 'member' | 'public'

/**
 * One way into an app: who may use it, what it takes and what it answers. Serving, the OpenAPI document and the matrix of
 * all routes × roles are all made from it.
 */
export interface Route<Who extends May = May, Params = unknown, Query = unknown, Headers = unknown> {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Below /api/v1, with parameters in braces: "/members/{id}/standing". */
  readonly path: string
  readonly may: Who
  readonly summary: string
  readonly params?: Schema<Params>
  /** The last parameter takes the rest of the path, slashes and all. */
  readonly takesRest?: true
  /** Unknown parameters are refused: give a strict object. Without it every parameter is unknown. */
  readonly query?: Schema<Query>
  /** The headers it needs, by their names in lower case. Others are ignored, as HTTP has it: give an object that strips. */
  readonly headers?: Schema<Headers>
  /** The body's schema by media type. */
  readonly takes?: Readonly<Record<string, Schema>>
  /** The handler reads it by `optionalBody`. */
  readonly bodyIsOptional?: true
  /** What it answers besides problems, by status. */
  readonly answers: Readonly<Record<number, Answer>>
  /** Statuses of problems of its own, besides those that follow from the rest (401, 403, 413 and so on). */
  readonly problems?: readonly ProblemStatus[]
}

export interface Answer {
  readonly description: string
  /** Left out: it has no body. */
  readonly schema?: Schema
  /** application/json unless it says otherwise; several where the request chooses. */
  readonly mediaType?: string | readonly string[]
}

/** Keeps the exact types of a route's parameters. */
export function route<Who extends May, Params = undefined, Query = undefined, Headers = undefined>(
  definition: Route<Who, Params, Query, Headers>,
): Route<Who, Params, Query, Headers> {
  return definition
}
