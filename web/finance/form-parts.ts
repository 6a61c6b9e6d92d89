import { escapeText } from '../pictures/svg.ts'
import type { Named } from './program.ts'

/** Pieces of forms, as markup. Each field has its words around it, and a place for what is wrong with it. */
export interface FieldOptions {
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly type?: 'text' | 'month' | 'url'
  /** What to write, where that is not plain. */
  readonly hint?: string
  readonly isRequired?: boolean
  /** Amounts: the keyboard of digits, set to the right. */
  readonly isFigure?: boolean
  readonly fault?: string | undefined
}

export function textField({ name, label, value = '', type = 'text', hint, isRequired, isFigure, fault }: FieldOptions) {
  const id = `field-${name.replaceAll(/[^\w-]/g, '-')}`
  const noted = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    `<div class="field"><label for="${id}">${escapeText(label)}</label>` +
    `<input id="${id}" name="${escapeText(name)}" type="${type}" value="${escapeText(value)}" autocomplete="off"` +
    `${isRequired ? ' required' : ''}${isFigure ? ' inputmode="decimal" class="figure"' : ''}` +
    `${noted ? ` aria-describedby="${noted}"` : ''}${fault ? ' aria-invalid="true"' : ''}>` +
    `${hint ? `<span class="field-hint" id="${id}-hint">${escapeText(hint)}</span>` : ''}` +
    `${fault ? `<span class="field-fault" id="${id}-fault">${escapeText(fault)}</span>` : ''}</div>`
  )
}

/** A choice; `all` is what nothing chosen is called. A value that is none of the options is offered all the same. */
export function choice(name: string, label: string, options: readonly Named[], value = '', all = ''): string {
  const id = `field-${name.replaceAll(/[^\w-]/g, '-')}`
  const known =
    value === '' || options.some((option) => option.id === value) ? options : [...options, { id: value, name: value }]
  const items = (all === '' ? known : [{ id: '', name: all }, ...known]).map(
    (option) =>
      `<option value="${escapeText(option.id)}"${option.id === value ? ' selected' : ''}>${escapeText(option.name)}</option>`,
  )
  return (
    `<div class="field"><label for="${id}">${escapeText(label)}</label>` +
    `<select id="${id}" name="${escapeText(name)}">${items.join('')}</select></div>`
  )
}

/** Boxes to tick, of which any number may be. */
export function ticks(name: string, legend: string, options: readonly Named[], chosen: readonly string[]): string {
  const boxes = options.map(
    ({ id, name: words }) =>
      `<label class="tick"><input type="checkbox" name="${name}" value="${id}"${chosen.includes(id) ? ' checked' : ''}>${words}</label>`,
  )
  return `<fieldset class="ticks"><legend>${escapeText(legend)}</legend><div>${boxes.join('')}</div></fieldset>`
}

/** A form whose fields live in the address. */
export const addressForm = (view: string, fields: string, button: string): string =>
  `<form class="filters" method="get" action="/finance" data-address><input type="hidden" name="view" value="${view}">` +
  `${fields}<button class="button quiet" type="submit">${escapeText(button)}</button></form>`
