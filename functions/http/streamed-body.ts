/** What a server on Node binds to a request, as far as a body needs it. */
interface Bindings {
  readonly outgoing?: { destroy(): void }
}

/**
 * Bytes as the body of an answer, at the pace of whoever takes them. An error on the way breaks the connection, so that
 * half a file never looks like a whole one. The server's own way would be to write the error's text behind what was sent,
 * and to end the answer properly; so the connection is broken here, by the bindings of the request (`context.env`).
 */
export function streamedBody(
  bytes: AsyncIterator<Uint8Array>,
  env: unknown,
  report: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const { outgoing } = (env ?? {}) as Bindings
  let isLeft = false
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next()
        // Whoever asked has gone while the next piece was made.
        if (isLeft) return
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        report(error)
        // A server whose connection closes cancels the stream by itself.
        if (outgoing) outgoing.destroy()
        else controller.error(error)
      }
    },
    async cancel() {
      isLeft = true
      await bytes.return?.()
    },
  })
}
