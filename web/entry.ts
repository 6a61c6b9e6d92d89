import { createApp } from 'astro/app/entrypoint'

/** How a tier looks where its page is shared, and the face it is set in, as a data address. */
export { default as face } from './fonts/newsreader-display.ttf?inline'
export { sharePicture } from './pictures/share-picture.ts'

const app = createApp()

/** Renders the page at a path ("/perks") of a program. Pages read `Astro.locals`; nothing else comes in. */
export function render(path: string, locals: App.Locals): Promise<Response> {
  return app.render(new Request(new URL(path, 'https://pages.invalid')), { locals })
}
