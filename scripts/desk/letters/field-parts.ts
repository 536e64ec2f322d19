import { html } from 'hono/html';
import { isOpen, type Question } from '#core/letter/settling/question.ts';
import { impossibleSpellings } from '#core/text/impossible-spellings.ts';
import { type Html, hidden } from '../form-parts.ts';
import {
  choiceName,
  KEEP,
  labelOf,
  OTHER,
  shownName,
  storedChoice,
  storedText,
  textName,
} from './form.ts';
import type { FormValue, Texts } from './form-values.ts';
import type { FieldPlace, ShownPage } from './reading.ts';
import type { LetterView } from './view.ts';

/** What the parts of the form need besides the letter. */
export interface FieldWords {
  readonly t: Texts;
  /** Address of the letter at the desk, with a slash at the end. */
  readonly at: string;
  /** What was typed, where the form is shown again; null for what is stored. */
  readonly typed: FormValue | null;
  /** Names of fields of the form with what is wrong with them. */
  readonly faults: ReadonlyMap<string, string>;
  /** A value as people of the language write it. */
  readonly textOf: (kind: Question['kind'], value: string) => string;
}

/** Thousandths around a field that are shown with it. */
const BESIDE = { x: 30, y: 14 };

/** The part of a page on which a field stands, marked. */
const cutOut = (
  { box: [left, top, right, bottom] }: FieldPlace,
  { name, width, height }: ShownPage,
  { at, t }: FieldWords,
  label: string,
): Html => {
  const x = Math.max(0, left - BESIDE.x);
  const y = Math.max(0, top - BESIDE.y);
  const w = Math.min(1000, right + BESIDE.x) - x;
  const h = Math.min(1000, bottom + BESIDE.y) - y;
  const [sx, sy] = [width / 1000, height / 1000];
  return html`<svg class="letter-cut" role="img" aria-label="${t.shownAt(label)}" viewBox="${x * sx} ${y * sy} ${w * sx} ${h * sy}" width="${Math.round(w * sx)}" height="${Math.round(h * sy)}"><image href="${at}page/${name}" width="${width}" height="${height}"/><rect class="letter-mark" x="${left * sx}" y="${top * sy}" width="${(right - left) * sx}" height="${(bottom - top) * sy}"/></svg>`;
};

/** Lines of the text around the one that a field was read from, where there is no picture. */
const quoted = (letter: LetterView, line: number): Html => {
  const at = line - letter.reading.firstLine;
  const lines = letter.shown.lines.slice(Math.max(0, at - 1), at + 2);
  return html`<blockquote class="letter-lines">${lines.map((text) =>
    text === letter.shown.lines[at] ? html`<mark>${text}</mark><br>` : html`${text}<br>`,
  )}</blockquote>`;
};

/** Where a field was read: on the picture of its page, else in the text. */
export const whereRead = (
  letter: LetterView,
  { place, line }: { readonly place: string; readonly line: number | null },
  words: FieldWords,
  label: string,
): Html | '' => {
  const found = letter.shown.places[place]?.[0];
  const page = found && letter.shown.pictures.find(({ name }) => name === found.picture);
  if (found && page) {
    return html`<a class="letter-where" href="#${letter.at}-${page.name}" title="${words.t.wholePage}">${cutOut(found, page, words, label)}</a>`;
  }
  return line !== null && letter.shown.pictures.length === 0 ? quoted(letter, line) : '';
};

const inputOf = (
  question: Question,
  name: string,
  value: string,
  { t, faults }: FieldWords,
  label: string,
): Html => {
  const fault = faults.get(name);
  const described =
    fault === undefined ? '' : html` aria-invalid="true" aria-describedby="${name}-fault"`;
  return html`${
    question.kind === 'urgency'
      ? html`<select id="${name}" name="${name}" aria-label="${label}"${described}>${Object.entries(t.urgencies).map(([one, text]) => html`<option value="${one}"${one === value ? html` selected` : ''}>${text}</option>`)}</select>`
      : html`<input id="${name}" name="${name}" type="text" maxlength="500" autocomplete="off" aria-label="${label}" value="${value}"${described}>`
  }${fault === undefined ? '' : html`<span class="letter-fault" id="${name}-fault">${fault}</span>`}`;
};

const editable = ({ kind }: Question, value: string, { textOf }: FieldWords): string =>
  kind === 'date' && value !== '' ? textOf(kind, value) : value;

const shownBefore = (letter: LetterView, question: Question, words: FieldWords): Html =>
  hidden(
    shownName(letter.at, question.path),
    editable(question, storedText(letter, question), words),
  );

/** A choice of a field; of one that no Thai word is spelled with it says so, as all readings may be wrong. */
const useLabel = ({ kind }: Question, value: string, { t, textOf }: FieldWords): Html | string => {
  const label = t.use(textOf(kind, value));
  const [impossible] = kind === 'text' ? impossibleSpellings(value) : [];
  if (!impossible) return label;
  const part = value.slice(Math.max(0, impossible.start - 1), impossible.end);
  return html`${label} <strong class="letter-fault">${t.impossible(part)}</strong>`;
};

/** A field in doubt: where it was read, why it is in doubt, and the choices. */
export const openField = (letter: LetterView, question: Question, words: FieldWords): Html => {
  const { t, typed } = words;
  const label = labelOf(t, question);
  const [choice, text] = [choiceName(letter.at, question.path), textName(letter.at, question.path)];
  const chosen = typed ? typed(choice) || KEEP : storedChoice(letter, question);
  const own = typed ? typed(text) : storedText(letter, question);
  const option = (value: string, label: Html | string): Html =>
    html`<p class="letter-choice"><input type="radio" id="${choice}:${value}" name="${choice}" value="${value}"${value === chosen ? html` checked` : ''}> <label for="${choice}:${value}">${label}</label></p>`;
  return html`
  <fieldset class="letter-field">
    <legend>${label}</legend>
    ${shownBefore(letter, question, words)}${whereRead(letter, question, words, label)}
    ${question.doubts.length === 0 ? '' : html`<p class="soft">${question.doubts.join(' · ')}</p>`}
    ${question.read === null ? '' : html`<p>${t.readAs(question.read)}</p>`}
    ${question.choices.map((value) => option(`v:${value}`, useLabel(question, value, words)))}
    ${option(OTHER, t.other)}
    <p class="desk-field letter-other">${inputOf(question, text, typed ? own : editable(question, own, words), words, `${t.other}: ${label}`)}</p>
    ${option(KEEP, t.keep)}
  </fieldset>`;
};

/** A field that was read clearly, which can still be changed. */
export const clearField = (letter: LetterView, question: Question, words: FieldWords): Html => {
  const { t, typed } = words;
  const label = labelOf(t, question);
  const name = textName(letter.at, question.path);
  const value = typed ? typed(name) : editable(question, storedText(letter, question), words);
  return html`
  <div class="desk-field letter-clear">
    <span class="letter-label">${label}</span>${shownBefore(letter, question, words)}
    ${inputOf(question, name, value, words, label)}
    ${whereRead(letter, question, words, label)}
  </div>`;
};

/** The pages of a letter with all places of its fields marked; those in doubt stand out. */
export const pagesOf = (letter: LetterView, { t, at }: FieldWords): Html => {
  const open = new Set(letter.questions.filter(isOpen).map(({ place }) => place));
  const marks = Object.entries(letter.shown.places).flatMap(([place, places]) =>
    places.map((one) => ({ ...one, isOpen: open.has(place) })),
  );
  const { pictures, lines } = letter.shown;
  if (pictures.length === 0) {
    return html`<details class="letter-text"><summary>${t.text}</summary><pre>${lines.join('\n')}</pre></details>`;
  }
  return html`${pictures.map(({ name, width, height }, index) => {
    const [sx, sy] = [width / 1000, height / 1000];
    return html`<svg class="letter-page" id="${letter.at}-${name}" role="img" aria-label="${t.pageAlt(index + 1)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><image href="${at}page/${name}" width="${width}" height="${height}"/>${marks
      .filter(({ picture }) => picture === name)
      .map(
        ({ box: [left, top, right, bottom], isOpen: doubted }) =>
          html`<rect class="letter-mark${doubted ? ' letter-open' : ''}" x="${left * sx}" y="${top * sy}" width="${(right - left) * sx}" height="${(bottom - top) * sy}"/>`,
      )}</svg>`;
  })}`;
};
