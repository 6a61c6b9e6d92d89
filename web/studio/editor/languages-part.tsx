import { useState } from 'preact/hooks'
import { languageName } from '../edit/place-words.ts'
import { addLanguage } from '../edit/translation-edits.ts'
import { languageTag } from '../edit/wordings.ts'
import { TextField } from '../fields/text-field.tsx'
import { AddThing } from './add-thing.tsx'
import { useEditor } from './editor.ts'
import { OneLanguage } from './one-language.tsx'

/** The same words in other languages, beside the original. */
export function LanguagesPart() {
  const { content, edit } = useEditor()
  const { translations = {}, language = 'en' } = content.document
  const [typed, setTyped] = useState('')
  const tag = languageTag(typed)
  const isNew = tag !== null && tag !== language && !Object.hasOwn(translations, tag)
  const add = () => {
    if (tag !== null) edit(addLanguage(tag))
    setTyped('')
  }
  return (
    <section class="section first" aria-labelledby="languages">
      <h2 id="languages" tabIndex={-1}>
        Languages
      </h2>
      <p class="soft">
        The program is written in {languageName(language)}. What is not said in another language is shown in this one.
      </p>
      {Object.keys(translations).map((each) => (
        <OneLanguage key={each} language={each} />
      ))}
      <AddThing words="Add a language" onAdd={isNew ? add : null} onGiveUp={() => setTyped('')}>
        <div>
          <TextField label="Tag of the language, as in de or fr-CA" value={typed} onText={setTyped} />
          <p class="soft">{tag === null ? '' : isNew ? languageName(tag) : 'This language is there already.'}</p>
        </div>
      </AddThing>
    </section>
  )
}
