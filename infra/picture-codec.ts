import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs'

/** Not bundled: it looks for its machine code beside itself. */
export const CODEC = ['sharp']

/** In WebAssembly it runs on whatever machine packs it and on the function's, and nothing has to be fetched for another. */
const PACKAGES = [
  ...['sharp', '@img/colour', 'detect-libc', 'semver'],
  ...['@img/sharp-wasm32', '@emnapi/runtime', 'tslib'],
]

/** Packs the codec of pictures beside the function. */
export const withTheCodec: ICommandHooks = {
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (project, output) =>
    PACKAGES.flatMap((name) => {
      const folder = `${output}/node_modules/${name}`
      return [`mkdir -p "${folder}"`, `cp -R "${project}/node_modules/${name}/." "${folder}"`]
    }),
}
