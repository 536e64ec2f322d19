import {
  type FoundPersonalData,
  findPersonalData,
  type PersonalDataKind,
} from '#core/letter/personal-data.ts';
import { isOperatorEmail, OPERATOR_FILE, type Operator } from '#core/operator/operator.ts';
import type { Problem } from '#core/problem.ts';
import type { ContentFile, Place, Rule } from '../content.ts';

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

/** Whether what was found is the address under which the operator asks to be reached, which is an office's own. */
const isOfOperator = (
  { kind, start, end }: FoundPersonalData,
  { path, text }: ContentFile,
  operator: Operator | null,
): boolean =>
  kind === 'email' &&
  path === OPERATOR_FILE &&
  operator !== null &&
  isOperatorEmail(text?.slice(start, end) ?? '', operator);

/** No personal mobile number, private e-mail address or citizen's number stands in any file of content. */
export const personalData: Rule = function* ({ files, operator }) {
  for (const file of files) {
    const { path, text, isDocument, isClean } = file;
    if (text === null || isClean) continue;
    const all = findPersonalData(text).filter((one) => !isOfOperator(one, file, operator));
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
