/** Where finished pictures are kept, published or not, by names that are made from their content. */
export interface PictureStore {
  /** Doing it again does no harm: a name never stands for other bytes. */
  put(file: string, bytes: Uint8Array): Promise<void>
  /** Undefined for one that is not there, and for what is no name of a picture. */
  read(file: string): Promise<Uint8Array | undefined>
}

/** The name of a finished picture, or of its smaller twin: no other name is ever looked up. */
const NAME = /^[0-9a-f]{24}(?:-800)?\.webp$/

export const isPictureName = (file: string): boolean => NAME.test(file)
