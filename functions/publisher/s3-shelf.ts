import { DeleteObjectCommand, GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import { HASHED } from './file-names.ts'
import type { Pointer } from './pointer.ts'
import type { Shelf, Shelved } from './shelf.ts'

const SITES = 'sites/'
const SHARED = 'shared/'

/** What lies in the bucket of `s3-store.ts`. What is taken away can be had back for as long as the bucket keeps versions. */
export function openS3Shelf(client: S3Client, bucket: string, pointer: Pick<Pointer, 'served'>): Shelf {
  const listed = async (prefix: string): Promise<Shelved[]> => {
    const objects: Shelved[] = []
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
      // One whose age is not known counts as new.
      for (const { Key = '', LastModified } of Contents) {
        objects.push({ name: Key, putAt: LastModified?.getTime() ?? Number.POSITIVE_INFINITY })
      }
    }
    return objects
  }
  const read = async (key: string): Promise<string> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    return (await Body?.transformToString()) ?? ''
  }
  const remove = (key: string) => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
  return {
    served: () => pointer.served(),
    sites: async () => {
      const sites = new Map<string, number>()
      for (const { name, putAt } of await listed(SITES)) {
        const site = name.slice(SITES.length).split('/')[0] ?? ''
        sites.set(site, Math.max(putAt, sites.get(site) ?? 0))
      }
      return [...sites].map(([name, putAt]) => ({ name, putAt }))
    },
    hashed: async () => {
      const files = (await Promise.all(HASHED.map((folder) => listed(SHARED + folder)))).flat()
      return files.map(({ name, putAt }) => ({ name: name.slice(SHARED.length), putAt }))
    },
    textsOf: async (site) => Promise.all((await listed(`${SITES}${site}/`)).map(({ name }) => read(name))),
    textOf: (file) => read(SHARED + file),
    removeSite: async (site) => {
      for (const { name } of await listed(`${SITES}${site}/`)) await remove(name)
    },
    removeHashed: async (file) => {
      await remove(SHARED + file)
    },
  }
}
