import { previewPage } from '#publisher/preview-page.ts'
import { PublishError } from '#publisher/publish-error.ts'
import { type Publisher, publishInForce, tryPublication } from '#publisher/publish-in-force.ts'
import { PagesFault, type PublicPages } from '#studio/public-pages.ts'

/** The pages of this machine, rendered in this very process. */
export const localPages = (publisher: Publisher): PublicPages => ({
  try: (publication) => orFault(tryPublication(publisher, publication)),
  preview: (previewed) => orFault(previewPage(publisher, previewed)),
  refresh: () => orFault(publishInForce(publisher)),
})

async function orFault<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw error instanceof PublishError ? new PagesFault(error.message, { cause: error }) : error
  }
}
