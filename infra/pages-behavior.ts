import { fileURLToPath } from 'node:url'
import {
  AccessLevel,
  type BehaviorOptions,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  type FunctionProps,
  FunctionRuntime,
  type KeyValueStore,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/**
 * How pages are answered: from the bucket, which only the distribution reads, in the site that the pointer names. They are
 * kept at the edge as long as the publisher said with each file, and compressed there.
 */
export function pagesBehavior(scope: Construct, bucket: Bucket, pointer: KeyValueStore): BehaviorOptions {
  return {
    // The library's own class and interface differ in a detail of their types.
    origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket, {
      // Without LIST S3 answers 403 instead of 404 for a hashed file that is not there.
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    }),
    compress: true,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    // Custom error responses would serve all of the distribution, and put a page in the place of the API's problems.
    functionAssociations: [
      {
        eventType: FunctionEventType.VIEWER_REQUEST,
        function: edgeFunction(scope, 'FindPage', 'find-page.js', { keyValueStore: pointer }),
      },
      {
        eventType: FunctionEventType.VIEWER_RESPONSE,
        function: edgeFunction(scope, 'AnswerMissing', 'answer-missing.js'),
      },
    ],
  }
}

const edgeFunction = (scope: Construct, id: string, file: string, props?: Pick<FunctionProps, 'keyValueStore'>) =>
  new EdgeFunction(scope, id, {
    code: FunctionCode.fromFile({ filePath: fileURLToPath(new URL(file, import.meta.url)) }),
    runtime: FunctionRuntime.JS_2_0,
    ...props,
  })
