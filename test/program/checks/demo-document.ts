import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ProgramDocument } from '#program/document.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of the document
export type Draft = any

const text = readFileSync(new URL('../../../functions/local/fairweather.yaml', import.meta.url), 'utf8')

/** The demo shop's document without its costs, changed by the test. */
export function demoDocument(change: (draft: Draft) => void = () => {}): ProgramDocument {
  const { costs: _, ...document } = parse(text)
  change(document)
  return document
}
