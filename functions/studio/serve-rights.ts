import type { Api } from '#http/create-app.ts'
import type { Scope } from '#http/identity.ts'
import { getRights } from './rights-route.ts'

/** Who the reader is here, and what they may do. */
export function serveRights({ serve }: Api): void {
  serve(getRights, async (context, { identity }) => {
    const may = (right: Scope) => identity.kind !== 'member' && identity.scopes.has(right)
    return context.json({
      subject: identity.subject,
      mayWrite: may('program:write'),
      mayApprove: may('program:approve'),
    })
  })
}
