/** Pages could not be rendered or put down; nothing that is served has changed. The message says what and why. */
export class PublishError extends Error {
  override readonly name = 'PublishError'
}
