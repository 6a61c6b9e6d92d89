import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** A place in a bundle: "file:///var/task/index.mjs:4:1234". */
const PLACE = /(file:\/\/[^\s()]+\.mjs):(\d+):(\d+)/

/**
 * Lines of a stack with their places in the sources, where they lie in a bundle that has maps beside it: "at a
 * (functions/portal/app.ts:30:5)". Node would do the same for every error by itself, but then reads all maps at start,
 * which takes longer than most answers do.
 */
export function sourceFrames(frames: readonly string[]): readonly string[] {
  const maps = new Map<string, SourceMap | null>()
  const mapOf = (file: string) => {
    const map = maps.has(file) ? maps.get(file) : readMap(file)
    maps.set(file, map ?? null)
    return map ?? null
  }
  return frames.map((frame) => sourceFrame(frame, mapOf))
}

function sourceFrame(frame: string, mapOf: (file: string) => SourceMap | null): string {
  const [place, file, line, column] = PLACE.exec(frame) ?? []
  if (place === undefined || file === undefined) return frame
  // Stacks count from 1, maps from 0.
  const origin = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1)
  if (!origin || !('originalSource' in origin)) return frame
  const source = origin.originalSource.replace(/^(?:\.\.\/)+/, '')
  return frame.replace(place, `${source}:${origin.originalLine + 1}:${origin.originalColumn + 1}`)
}

function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(file)}.map`, 'utf8')))
  } catch {
    // Without a map the place in the bundle has to do: an error is being logged, and another would hide it.
    return null
  }
}
