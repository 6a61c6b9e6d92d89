import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import { PagesFault, type PublicPages } from './public-pages.ts'

/** The pages as the publisher's function makes them; each call waits for its answer. */
export function lambdaPages(client: LambdaClient, functionName: string): PublicPages {
  const ask = async (request: object): Promise<unknown> => {
    const payload = new TextEncoder().encode(JSON.stringify(request))
    const invoke = new InvokeCommand({ FunctionName: functionName, Payload: payload })
    const { FunctionError, Payload } = await client.send(invoke).catch(unreachable)
    const answer: unknown = JSON.parse(new TextDecoder().decode(Payload))
    if (FunctionError !== undefined) throw failure(answer)
    return answer
  }
  return {
    async try(publication) {
      await ask({ try: publication })
    },
    async preview(previewed) {
      return ((await ask({ preview: previewed })) as { readonly page: string | null }).page
    },
    async refresh() {
      return ((await ask({})) as { readonly site: string }).site
    },
  }
}

/** What Lambda says of a function that threw. Only what the publisher foresaw is told on; the rest is in its log. */
function failure(answer: unknown): PagesFault {
  const { errorType, errorMessage } = answer as { readonly errorType?: string; readonly errorMessage?: string }
  const isForeseen = errorType === 'PublishError' && errorMessage !== undefined
  return new PagesFault(
    isForeseen ? errorMessage : 'The pages could not be rendered; the log of the publisher says why.',
  )
}

function unreachable(cause: unknown): never {
  const why = cause instanceof Error ? cause.name : 'no answer'
  throw new PagesFault(`The publisher did not answer (${why}). Try again in a minute.`, { cause })
}
