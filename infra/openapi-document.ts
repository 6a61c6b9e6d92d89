import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs'

/** Where the function finds the document that {@link withTheDocument} packs. */
export const OPENAPI_FILE = '/var/task/openapi.json'

/** Packs the OpenAPI document of all routes beside the function, which itself has only those of its own audience. */
export const withTheDocument: ICommandHooks = {
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (project, output) => [
    `"${process.execPath}" "${project}/functions/local/write-openapi.ts" "${output}/openapi.json"`,
  ],
}
