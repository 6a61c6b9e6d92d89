import type { DraftBody } from '../draft-body.ts'
import { Sentences } from '../frame/sentences.tsx'
import { viewHref } from '../frame/view-href.ts'

/** What customers will read about it, in short. */
export const WhatChanges = ({ draft: { id, diff } }: { readonly draft: DraftBody }) => (
  <section class="section first aside" aria-labelledby="changes">
    <h2 id="changes">What it changes</h2>
    <div class="prose">
      <Sentences items={diff} none="No rule changes." />
      <p>
        <a href={viewHref('changes', id)}>Place by place, with everything that was found</a>
      </p>
    </div>
  </section>
)
