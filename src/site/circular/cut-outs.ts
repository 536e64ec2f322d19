import type { Circular } from '#core/letter/circular.ts';
import { type CutOut, cutOutsOf, doubtfulFields } from '#core/letter/cut-outs.ts';
import type { CutOutView, FactView } from '../fact-view.ts';
import { messages } from '../i18n.ts';
import type { LetterFaceView } from './letter-face.ts';
import type { ReferenceView } from './references.ts';

const t = messages.letterFile.cutOuts;

/** The name of a field for the reader: with its number where the letter has several of its kind. */
const nameOf = (field: string): string => {
  const [, kind = field, nth] = /^(?:letter\.)?([A-Za-z]+)(?:\.(\d+))?$/.exec(field) ?? [];
  const name = t.field[kind as keyof typeof t.field] ?? kind;
  return nth === undefined ? name : t.nth(name, messages.format.printed(String(Number(nth) + 1)));
};

const viewCutOut = ({ field, sheet, name }: CutOut, folder: string): CutOutView => ({
  src: folder + name,
  alt: t.alt(nameOf(field), messages.format.printed(String(sheet))),
  caption: t.caption(messages.format.printed(String(sheet))),
});

/**
 * The face of a letter with the cut-outs of its scan: each fact that is in doubt has the place of the letter where it was read.
 * `folder` is the address of the page.
 */
export const withCutOuts = (
  face: LetterFaceView,
  circular: Circular,
  folder: string,
): LetterFaceView => {
  const all = cutOutsOf(circular);
  if (all.length === 0) return face;
  const beside = (fact: FactView, field: string): FactView => {
    const pictures = all.filter((one) => one.field === field).map((one) => viewCutOut(one, folder));
    return fact.doubt === null || pictures.length === 0
      ? fact
      : { ...fact, doubt: { ...fact.doubt, pictures } };
  };
  const reference = (one: ReferenceView, at: number): ReferenceView => {
    const field = `letter.references.${at}`;
    if (one.name.doubt) return { ...one, name: beside(one.name, field) };
    return { ...one, date: one.date && beside(one.date, field) };
  };
  const { signatory } = face;
  return {
    ...face,
    signatory: signatory && {
      ...signatory,
      name: signatory.name && beside(signatory.name, 'letter.signatory'),
    },
    number: beside(face.number, 'letter.number'),
    date: beside(face.date, 'letter.date'),
    subject: beside(face.subject, 'letter.subject'),
    urgency: face.urgency && beside(face.urgency, 'letter.urgency'),
    references: face.references.map(reference),
  };
};

/** The cut-outs of a draft that stand beside no doubt, each with its field: an editor compares all of them with the letter. */
export const viewFieldPictures = (circular: Circular, folder: string) => {
  const beside = new Set(doubtfulFields(circular));
  const rest = cutOutsOf(circular).filter(({ field }) => !beside.has(field));
  return rest.length === 0
    ? null
    : {
        summary: t.summary(rest.length),
        pictures: rest.map((one) => ({ name: nameOf(one.field), ...viewCutOut(one, folder) })),
      };
};
