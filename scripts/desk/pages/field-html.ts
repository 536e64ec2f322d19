import { html } from 'hono/html';
import { countName, type PageField, rowsIn, type TextOf, textsOf } from '#core/page-form/field.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import { type Html, hidden } from '../form-parts.ts';
import { FIELD } from './model.ts';
import type { Said } from './problems.ts';

/** What the parts of a form need besides their fields. */
export interface FormWords {
  readonly t: DeskTexts['writing'];
  /** What stands in each part, by its name. */
  readonly text: TextOf;
  readonly said: Said;
  /** A choice as people of the language know it. */
  readonly optionText: (key: string, option: string, help: string) => string;
  /** Values that other pages have in a field, to choose from. */
  readonly known: (key: string) => readonly string[];
}

/** Fields whose texts are long. */
const LONG = ['summary', 'note', 'missing', 'what'];
const LONGEST_LINE = 2000;

/** What is wrong with a part of the form; empty, for a script to fill, where nothing is. */
export const faultOf = (name: string, { said }: FormWords): Html => {
  const texts = said.at.get(name) ?? [];
  return html`<span class="letter-fault" id="${name}-fault" data-fault="${name}"${texts.length === 0 ? html` hidden` : ''}>${texts.join(' ')}</span>`;
};

const invalid = (name: string, { said }: FormWords): Html | '' =>
  said.at.has(name) ? html` aria-invalid="true"` : '';

/** What a field is, without how a file has it: a form has its own ways. */
const plainHelp = ({ help, kind, key }: PageField): string => {
  if (kind === 'flag') return help.replace(/^true = /, '') || key;
  // What each choice means stands in the choice itself.
  if (kind === 'choice') return help.replace(/: .*$/, '') || key;
  if (kind === 'fact' || kind === 'day' || kind === 'date') {
    return help.replace(/,? เป็นปี ค\.ศ\..*$| ในรูปมาตรฐาน.*$/, '') || key;
  }
  return help.replace(/ ใช้แทน file$/, '') || key;
};

const labelText = (field: PageField, { t }: FormWords, isTop: boolean): Html =>
  html`${plainHelp(field)}${field.required && isTop ? html` <span class="soft">(${t.needed})</span>` : ''}`;

const leaf = (field: PageField, name: string, words: FormWords, isTop: boolean): Html => {
  const value = words.text(name);
  const label = html`<label for="${name}">${labelText(field, words, isTop)}</label>`;
  const described = html` aria-describedby="${name}-fault"${invalid(name, words)}`;
  const fault = faultOf(name, words);
  switch (field.kind) {
    case 'flag':
      return html`<p class="desk-consent"><input id="${name}" name="${name}" type="checkbox" value="1"${value === '' ? '' : html` checked`}${described}> ${label} ${fault}</p>`;
    case 'choice': {
      const options =
        field.options.includes(value) || value === '' ? field.options : [value, ...field.options];
      return html`<p class="desk-field">${label}<select id="${name}" name="${name}"${described}>
        ${field.required && isTop && value !== '' ? '' : html`<option value=""${value === '' ? html` selected` : ''}>${words.t.none}</option>`}
        ${options.map((one) => html`<option value="${one}"${one === value ? html` selected` : ''}>${words.optionText(field.key, one, field.help)}</option>`)}</select>${fault}</p>`;
    }
    case 'lines':
      return html`<p class="desk-field">${label}<textarea id="${name}" name="${name}" rows="3" autocapitalize="off" spellcheck="false"${described}>
${value}</textarea><span class="soft">${words.t.linesHelp}</span>${fault}</p>`;
    default: {
      if (field.kind === 'line' && LONG.includes(field.key)) {
        return html`<p class="desk-field">${label}<textarea id="${name}" name="${name}" rows="2" maxlength="${LONGEST_LINE}"${described}>
${value}</textarea>${fault}</p>`;
      }
      const known = isTop && field.kind === 'line' ? words.known(field.key) : [];
      const hint =
        field.kind === 'date'
          ? words.t.dateHelp
          : field.kind === 'letter-number'
            ? words.t.numberHelp
            : '';
      const type = field.kind === 'day' ? 'date' : 'text';
      const isPlain = type === 'text' || /^(?:\d{4}-\d\d-\d\d)?$/.test(value);
      return html`<p class="desk-field">${label}<input id="${name}" name="${name}" type="${isPlain ? type : 'text'}"${field.kind === 'number' ? html` inputmode="numeric"` : ''} maxlength="${LONGEST_LINE}" autocomplete="off" value="${value}"${known.length === 0 ? '' : html` list="${name}-known"`}${described}>${hint === '' ? '' : html`<span class="soft">${hint}</span>`}${known.length === 0 ? '' : html`<datalist id="${name}-known">${known.map((one) => html`<option value="${one}"></option>`)}</datalist>`}${fault}</p>`;
    }
  }
};

/** Whether a part of the form, or one within it, has something in it or something wrong with it. */
export const isFilled = (
  name: string,
  { text, said }: FormWords,
  names: readonly string[],
): boolean =>
  names.some(
    (one) =>
      (one === name || one.startsWith(`${name}.`) || one.startsWith(`${name}[`)) &&
      !one.endsWith('#') &&
      text(one) !== '',
  ) || [...said.at.keys()].some((one) => one.startsWith(name));

/** Fields of a file that are reckoned from it, or that other buttons write. */
const OF_THE_FILE = ['file', 'size', 'sha256', 'sheets', 'seen', 'replacedBy', 'withdrawn'];

/** What a file is, for people, with all that the form keeps of it. */
const filePart = (fields: readonly PageField[], own: string, { t, text }: FormWords): Html => {
  const kept = fields.flatMap((one) => [
    ...textsOf(one, undefined, `${own}.${one.key}`, rowsIn(`${own}.${one.key}`, text)).keys(),
  ]);
  const file = text(`${own}.file`) || text(`${own}.withdrawn.file`);
  const kilobytes = Math.ceil(Number(text(`${own}.size`)) / 1024);
  return html`${kept.map((name) => hidden(name, text(name)))}<p class="soft">${file === '' ? t.fileLater : t.fileHere(file, kilobytes)}</p>`;
};

const rowsHtml = (
  field: Extract<PageField, { kind: 'group' | 'rows' }>,
  name: string,
  words: FormWords,
  names: readonly string[],
): Html => {
  const count = rowsIn(name, words.text);
  const { t } = words;
  const act = (does: string, label: string): Html =>
    html`<button class="desk-act" type="submit" name="row" value="${does}" formaction="#${name}">${label}</button>`;
  return html`${hidden(countName(name), count)}${Array.from({ length: count }, (_, at) => {
    const own = `${name}[${at}]`;
    const isOpen = isFilled(own, words, names);
    const isFile = field.key === 'attachments';
    const isShown = ({ key }: PageField): boolean => !isFile || !OF_THE_FILE.includes(key);
    const shown = field.fields.filter(isShown);
    // The place of a file in its list is its number on paper.
    const acts =
      !isOpen || isFile
        ? ''
        : html`<p class="desk-acts">${at > 0 ? act(`up:${own}`, t.rowUp(at + 1)) : ''}${act(`remove:${own}`, t.rowRemove(at + 1))}</p>`;
    return html`<details class="desk-kind"${isOpen ? html` open` : ''}><summary>${isOpen ? t.row(at + 1) : t.newRow}</summary><div class="stack">${faultOf(own, words)}${shown.map((one) => partHtml(one, `${own}.${one.key}`, words, names, false))}${
      isFile
        ? filePart(
            field.fields.filter((one) => !isShown(one)),
            own,
            words,
          )
        : ''
    }${acts}</div></details>`;
  })}<p class="desk-acts">${act(`add:${name}`, t.addRow)}</p>`;
};

const partHtml = (
  field: PageField,
  name: string,
  words: FormWords,
  names: readonly string[],
  isTop: boolean,
): Html => {
  const legend = html`<legend>${labelText(field, words, isTop)}</legend>`;
  switch (field.kind) {
    case 'choices':
      return html`<fieldset class="letter-field">${legend}${field.options.map((one) => {
        const own = `${name}=${one}`;
        return html`<p class="letter-choice"><input id="${own}" name="${own}" type="checkbox" value="1"${words.text(own) === '' ? '' : html` checked`}> <label for="${own}">${words.optionText(field.key, one, field.help)}</label></p>`;
      })}${faultOf(name, words)}</fieldset>`;
    case 'group':
      return html`<fieldset class="letter-field">${legend}${faultOf(name, words)}${field.fields.map((one) => partHtml(one, `${name}.${one.key}`, words, names, false))}</fieldset>`;
    case 'rows':
      return html`<fieldset class="letter-field" id="${name}">${legend}${faultOf(name, words)}${rowsHtml(field, name, words, names)}</fieldset>`;
    case 'fact': {
      const isDoubtful = field.fields.some((one) => isFilled(`${name}.${one.key}`, words, names));
      return html`<fieldset class="letter-field">${legend}${leaf({ ...field.value, help: words.t.value }, name, words, false)}
        <details class="desk-more"${isDoubtful ? html` open` : ''}><summary>${words.t.doubt}</summary><div class="stack">${field.fields.map((one) => partHtml(one, `${name}.${one.key}`, words, names, false))}</div></details></fieldset>`;
    }
    default:
      return leaf(field, name, words, isTop);
  }
};

/** A field of a page as a part of its form; `names` are those of all parts. */
export const fieldHtml = (field: PageField, words: FormWords, names: readonly string[]): Html =>
  partHtml(field, FIELD + field.key, words, names, true);
