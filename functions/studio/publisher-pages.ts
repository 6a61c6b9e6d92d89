import { LambdaClient } from '@aws-sdk/client-lambda'
import { lambdaPages } from './lambda-pages.ts'
import type { PublicPages } from './public-pages.ts'

/** The pages as the publisher's function makes them, called with the rights of whoever runs this. */
export const publisherPages = (functionName: string): PublicPages => lambdaPages(new LambdaClient(), functionName)
