import { languageName, placeWords } from '../edit/place-words.ts'
import { LENGTHS, LONGEST } from '../edit/shape.ts'
import { removeLanguage, translate, translated } from '../edit/translation-edits.ts'
import { type Original, wordingsOf } from '../edit/wordings.ts'
import { LongField } from '../fields/long-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { focusOn } from '../frame/focus.ts'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'

/** Every text beside what it is called in one language; what is missing is marked. */
export function OneLanguage({ language }: { readonly language: string }) {
  const { content, edit } = useEditor()
  const { document } = content
  const translation = document.translations?.[language] ?? {}
  const texts = wordingsOf(document)
  const missing = texts.filter(({ wording }) => translated(translation, wording) === '').length
  const name = languageName(language)
  const remove = () => {
    edit(removeLanguage(language))
    focusOn('languages')
  }
  return (
    <details class="language">
      <summary>
        {name}: {missing === 0 ? 'everything is said' : `${missing} of ${texts.length} texts are missing`}
      </summary>
      <FindingsHere spot={`/translations/${language}`} />
      {texts.map((original) => (
        <OneText key={JSON.stringify(original.wording)} language={language} original={original} />
      ))}
      <p>
        <button class="edit-action" type="button" onClick={remove}>
          Take {name} out
        </button>
      </p>
    </details>
  )
}

function OneText({ language, original }: { readonly language: string; readonly original: Original }) {
  const { content, edit, end } = useEditor()
  const { document } = content
  const { wording, text } = original
  const said = translated(document.translations?.[language] ?? {}, wording)
  const what = wording?.what ?? 'name'
  const path = wording ? ['document', wording.list, wording.id, wording.what] : ['document', 'name']
  const label = placeWords(path, document)
  const longest = LENGTHS[what] ?? LONGEST.words
  const shared = {
    label: `${label}, in ${languageName(language)}${said === '' ? ' (missing)' : ''}`,
    value: said,
    lang: language,
    // There are many of them: the length is said where it begins to matter.
    longest: said.length > longest / 2 ? longest : undefined,
    onText: (typed: string) => edit(translate(language, wording, typed), `${language} ${label}`),
    onLeave: end,
  }
  return (
    <div class={said === '' ? 'translation missing' : 'translation'}>
      <div>
        <p class="edit-label">{label}</p>
        <p class="translation-original" dir="auto" lang={document.language ?? 'en'}>
          {text}
        </p>
      </div>
      {what === 'story' || what === 'text' ? (
        <LongField {...shared} rows={what === 'story' ? 6 : 2} />
      ) : (
        <TextField {...shared} />
      )}
    </div>
  )
}
