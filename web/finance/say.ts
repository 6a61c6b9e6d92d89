import { write } from '../standing/place.ts'

/** What is going on, or what came of it, in a sentence that screen readers say in their own time. */
export const say = (sentence: string): void => write('said', sentence)

/** What went wrong and what to do; screen readers say it at once. Empty when all is well. */
export const alarm = (sentence: string): void => write('alarm', sentence)
