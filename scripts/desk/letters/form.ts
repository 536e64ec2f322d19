import { findPersonalData } from '#core/letter/personal-data.ts';
import type { AttachmentAnswer, PageAnswers } from '#core/letter/settling/page.ts';
import { answerValue, isOpen, type Question } from '#core/letter/settling/question.ts';
import { nearestOffices, officeNamed } from '#core/office/find.ts';
import { levelOfType } from '#core/office/office.ts';
import { fullOfficeName, type Registry } from '#core/office/registry.ts';
import type { AnsweredLetter, AnswersFile } from '#schema/letter-answers.ts';
import { readActions } from './actions.ts';
import { dayOf, type FormFault, type FormValue, oneLine, type Texts } from './form-values.ts';
import type { LetterView, MatterView } from './view.ts';

/** Names of the fields of the form. */
export const choiceName = (at: number, path: string): string => `c:${at}:${path}`;
/** What the form showed in the text before anybody typed. */
export const shownName = (at: number, path: string): string => `o:${at}:${path}`;
export const textName = (at: number, path: string): string => `t:${at}:${path}`;
export const fileName = (index: number): string => `file:${index}`;
export const detachName = (file: string): string => `detach:${file}`;
/** The choice of a field that is corrected, and of one that stays in doubt. */
export const OTHER = 'other';
export const KEEP = 'keep';

/** How a field is called on the page. */
export const labelOf = (t: Texts, { path }: Pick<Question, 'path'>): string => {
  const [field = '', second = '', third = ''] = path.split('.');
  const name = t.fields[field as keyof Texts['fields']] ?? field;
  const part = t.parts[(third || second) as keyof Texts['parts']];
  const nth = /^\d+$/.test(second) && second !== '0' ? ` ${Number(second) + 1}` : '';
  return [`${name}${nth}`, part].filter(Boolean).join(': ');
};

/** What the form shows of a field before anybody typed into it. */
export const storedText = (letter: LetterView, { path, kind, value, read }: Question): string =>
  letter.answered.fields[path] ?? value ?? (kind === 'text' ? oneLine(read ?? '') : '');

/** The choice of a field in doubt before anybody chose; its answer where it has one. */
export const storedChoice = (letter: LetterView, { path, choices }: Question): string => {
  const answer = letter.answered.fields[path];
  if (answer === undefined) return KEEP;
  return choices.includes(answer) ? `v:${answer}` : OTHER;
};

interface Read {
  readonly value: string | null;
  readonly fault?: string;
}

const readTyped = (
  { kind }: Pick<Question, 'kind'>,
  typed: string,
  registry: Registry,
  t: Texts,
): Read => {
  if (findPersonalData(typed).length > 0) return { value: null, fault: t.wrong.personal };
  if (kind === 'date') {
    const day = dayOf(typed);
    return day === null ? { value: null, fault: t.wrong.date } : { value: day };
  }
  if (kind === 'office') {
    const office = officeNamed(registry, typed);
    if (office) return { value: fullOfficeName(registry, office) };
    const near = nearestOffices(registry, typed).map((one) => fullOfficeName(registry, one));
    return { value: null, fault: t.wrong.office(near.join(', ')) };
  }
  const value = answerValue(kind, typed);
  return value === null ? { value, fault: t.wrong[kind] } : { value };
};

/** What was answered of one letter, and what of it cannot be taken. */
const readFields = (
  letter: LetterView,
  value: FormValue,
  registry: Registry,
  t: Texts,
): { readonly fields: Record<string, string>; readonly faults: FormFault[] } => {
  const fields: Record<string, string> = {};
  const faults: FormFault[] = [];
  for (const question of letter.questions) {
    const { path } = question;
    const [choice, typed] = [value(choiceName(letter.at, path)), value(textName(letter.at, path))];
    const take = ({ value: said, fault }: Read): void => {
      if (said !== null) fields[path] = said;
      else
        faults.push({
          name: textName(letter.at, path),
          label: labelOf(t, question),
          text: fault ?? '',
        });
    };
    if (isOpen(question)) {
      const isCorrected = typed !== '' && typed !== value(shownName(letter.at, path));
      // Who corrects a field and forgets to choose so means what they typed.
      if ((choice === KEEP || choice === '') && !isCorrected) continue;
      const said = choice.startsWith('v:') ? choice.slice(2) : typed;
      take(readTyped(question, said, registry, t));
      continue;
    }
    // A field that was read clearly is answered where somebody wrote something else.
    if (typed === '' || typed === question.value) continue;
    if (typed === value(shownName(letter.at, path)) && letter.answered.fields[path] === undefined)
      continue;
    const read = readTyped(question, typed, registry, t);
    if (read.value !== question.value) take(read);
  }
  const office = fields.issuer === undefined ? null : officeNamed(registry, fields.issuer);
  if (office) fields.level = levelOfType(office.type);
  return { fields, faults };
};

/** What the form says: answers of all letters of the matter, those of other matters as they were. */
export const readForm = (
  matter: MatterView,
  before: AnswersFile,
  value: FormValue,
  {
    registry,
    t,
    attachments,
    take,
  }: {
    readonly registry: Registry;
    readonly t: Texts;
    readonly attachments: readonly AttachmentAnswer[];
    readonly take: readonly string[];
  },
): { readonly answers: AnswersFile; readonly faults: readonly FormFault[] } => {
  const faults: FormFault[] = [];
  const letters: Record<string, AnsweredLetter> = { ...before.letters };
  const { actions, faults: wrongActions } = readActions(value, matter, t);
  for (const letter of matter.letters) {
    const read = readFields(letter, value, registry, t);
    faults.push(...read.faults);
    letters[letter.key] = { fields: read.fields, page: letter.answered.page };
  }
  faults.push(...wrongActions);
  const [original] = matter.letters;
  const texts = (['title', 'summary'] as const).map((name) => {
    const text = oneLine(value(name));
    if (findPersonalData(text).length > 0) {
      const label = name === 'title' ? t.pageTitle : t.summary;
      faults.push({ name, label, text: t.wrong.personal });
    }
    return [name, text === '' ? undefined : text] as const;
  });
  const page: PageAnswers = {
    ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
    ...(value('sample') === '' ? {} : { sample: true }),
    ...(actions.length === 0 ? {} : { actions }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
  letters[original.key] = { fields: letters[original.key]?.fields ?? {}, page };
  return { answers: { letters, take }, faults };
};

/** What a page lacks that is to be published: its summary, and a title where the subject of the letter is still in doubt. */
export const neededFor = (
  { letters: [original] }: MatterView,
  { letters }: AnswersFile,
  t: Texts,
): FormFault[] => {
  const { fields = {}, page = {} } = letters[original.key] ?? {};
  const subject = original.questions.find(({ path }) => path === 'subject');
  const isDoubted = subject !== undefined && isOpen(subject) && fields.subject === undefined;
  return [
    ...(isDoubted && page.title === undefined
      ? [{ name: 'title', label: t.pageTitle, text: t.wrong.title }]
      : []),
    ...(page.summary === undefined
      ? [{ name: 'summary', label: t.summary, text: t.wrong.summary }]
      : []),
  ];
};

/** Names of fields in which two answers differ, for people. */
export const differingFields = (
  t: Texts,
  matter: MatterView,
  before: AnswersFile,
  after: AnswersFile,
): string[] =>
  matter.letters.flatMap((letter) => {
    const [mine, theirs] = [after.letters[letter.key], before.letters[letter.key]];
    const paths = letter.questions.filter(
      ({ path }) => mine?.fields[path] !== theirs?.fields[path],
    );
    const isOther = (name: keyof PageAnswers) =>
      JSON.stringify(mine?.page[name]) !== JSON.stringify(theirs?.page[name]);
    const page = letter.isOriginal
      ? [
          ...(isOther('title') ? [`${t.pageTitle}: ${theirs?.page.title ?? '-'}`] : []),
          ...(isOther('summary') ? [`${t.summary}: ${theirs?.page.summary ?? '-'}`] : []),
          ...(isOther('actions') ? [t.actions] : []),
          ...(isOther('attachments') ? [t.files] : []),
        ]
      : [];
    return [
      ...paths.map((one) => `${labelOf(t, one)}: ${theirs?.fields[one.path] ?? t.keep}`),
      ...page,
    ];
  });
