/**
 * Names schemas of a module that is loaded when one of them is needed, and not before: a function that has just been
 * started answers most routes without any. `const schema = schemasIn(() => import('./schemas.ts'))`, then `schema('name')`.
 */
export const schemasIn =
  <Schemas extends object>(load: () => Promise<Schemas>) =>
  <Name extends keyof Schemas>(name: Name) =>
  async (): Promise<Schemas[Name]> =>
    (await load())[name]
