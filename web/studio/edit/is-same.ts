/** Whether two pieces of JSON say the same. The order of an object's keys says nothing; what is undefined is absent. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [said(one), said(other)]
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(other, key) && isSame(value, (other as Json)[key]))
  )
}

type Json = Readonly<Record<string, unknown>>

const said = (value: object) => Object.entries(value).filter(([, part]) => part !== undefined)
