import { findPersonalData, type PersonalDataKind } from '#core/letter/personal-data.ts';
import type { Problem } from '#core/problem.ts';
import type { Place, Rule } from '../content.ts';

const NAMES: Readonly<Record<PersonalDataKind, string>> = {
  mobile: 'a mobile number',
  email: 'a private e-mail address',
  'citizen-id': "a citizen's number",
};

const placeIn = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
};

// The check's own output is kept in logs that others read: it names the place, and never repeats the data.
const found = (file: string, place: Place, what: string): Problem => ({
  file,
  ...place,
  what,
  why: 'Personal data is never published nor kept in the repository, whoever it belongs to.',
  mend: 'Remove it, from the history of the repository too; give the telephone or e-mail address of the office.',
});

/** No personal mobile number, private e-mail address or citizen's number stands in any file of content. */
export const personalData: Rule = function* ({ files }) {
  for (const { path, text, isDocument, isClean } of files) {
    if (text === null || isClean) continue;
    const all = findPersonalData(text);
    if (isDocument) {
      for (const kind of new Set(all.map((one) => one.kind))) {
        yield found(path, {}, `${NAMES[kind]} stands within this document`);
      }
    } else {
      for (const { start, kind } of all) {
        yield found(path, placeIn(text, start), `${NAMES[kind]} stands here`);
      }
    }
  }
};
