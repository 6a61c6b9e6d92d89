import { expect } from 'vitest'

const TAG = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/y

/** Holds XML to be well-formed: a declaration, one root, every tag closed in turn, nothing bare between them. */
export function expectWellFormed(xml: string): void {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
  expect(xml.startsWith(declaration)).toBe(true)
  expect(xml.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&')
  const open: string[] = []
  let at = declaration.length
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    if (open.length === 0) expect(xml.slice(at, next === -1 ? undefined : next).trim()).toBe('')
    if (next === -1) break
    TAG.lastIndex = next
    const [tag, closes, name = '', , isEmpty] = TAG.exec(xml) ?? []
    expect(tag, xml.slice(next, next + 80)).toBeDefined()
    if (closes) expect(open.pop()).toBe(name)
    else if (!isEmpty) open.push(name)
    at = next + (tag?.length ?? 1)
  }
  expect(open).toEqual([])
}
