import { LambdaClient } from '@aws-sdk/client-lambda'
import { lambdaPages } from '#studio/lambda-pages.ts'
import type { PublicPages } from '#studio/public-pages.ts'
import type { StageThere } from './stage-there.ts'

/** The pages of a stage, as its publisher makes them. */
export const pagesThere = ({ region, outputs }: Pick<StageThere, 'region' | 'outputs'>): PublicPages =>
  lambdaPages(new LambdaClient({ region }), outputs.PublisherName)
