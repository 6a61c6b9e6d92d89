import { createApp } from 'astro/app/entrypoint'

const app = createApp()

/** Renders the page at a path ("/perks") of a program. Pages read `Astro.locals`; nothing else comes in. */
export function render(path: string, locals: App.Locals): Promise<Response> {
  return app.render(new Request(new URL(path, 'https://pages.invalid')), { locals })
}
