/** Whom a function calls AWS as. */
interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/**
 * Stands in bundles for the SDK's package of this export (`infra/room-code.ts`), which looks for credentials in all the
 * places there are. Lambda puts a function's into its environment, and nowhere else; the other places would be a third of
 * what is loaded at start.
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new Error('The function has no credentials. Lambda sets AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.')
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  }
}
