import { packPackages } from './room-code.ts'

/** In WebAssembly it runs on whatever machine packs it and on the function's, and nothing has to be fetched for another. */
const PACKAGES = [
  ...['sharp', '@img/colour', 'detect-libc', 'semver'],
  ...['@img/sharp-wasm32', '@emnapi/runtime', 'tslib'],
]

/** Packs the codec of pictures beside the function. */
export function packTheCodec(folder: string): void {
  packPackages(PACKAGES, folder)
}
