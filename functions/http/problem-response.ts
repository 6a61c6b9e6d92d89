import { type Problem, problemBody } from './problem.ts'

/** What every response of every app carries. */
export const commonHeaders = (requestId: string) => ({
  'X-Request-Id': requestId,
  'X-Content-Type-Options': 'nosniff',
})

/** A problem as a response: application/problem+json, never kept by any cache. */
export function problemResponse(problem: Problem, requestId: string): Response {
  return new Response(JSON.stringify(problemBody(problem, requestId)), {
    status: problem.status,
    headers: {
      ...commonHeaders(requestId),
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...problem.extras.headers,
    },
  })
}
