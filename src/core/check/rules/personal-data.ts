import {
  type FoundPersonalData,
  findPersonalData,
  type PersonalDataKind,
} from '#core/letter/personal-data.ts';
import { isOperatorEmail, OPERATOR_FILE, type Operator } from '#core/operator/operator.ts';
import type { Problem } from '#core/problem.ts';
import type { ContentFile, Place, Rule, TextPart } from '../content.ts';

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
  fix: 'Remove it, from the history of the repository too; give the telephone or e-mail address of the office.',
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

/** Parts of a document, or its text as one. */
const partsOf = ({ text, parts }: ContentFile): readonly TextPart[] =>
  parts ?? (text === null ? [] : [{ place: '', text }]);

function* inDocument(file: ContentFile): Iterable<Problem> {
  for (const { place, text } of partsOf(file)) {
    const where = place === '' ? '' : ` (${place})`;
    for (const kind of new Set(findPersonalData(text).map((one) => one.kind))) {
      yield found(file.path, {}, `${NAMES[kind]} stands within this document${where}`);
    }
  }
}

function* inName(path: string, is: 'file' | 'folder'): Iterable<Problem> {
  for (const { kind } of findPersonalData(path.slice(path.lastIndexOf('/') + 1))) {
    yield { ...found(path, {}, `${NAMES[kind]} stands in the name of this ${is}`), fix: RENAME };
  }
}

/** Each name is checked by itself: a folder may be called by a number, and a file within it by the next. */
function* inNames(files: readonly ContentFile[]): Iterable<Problem> {
  const seen = new Set<string>(['']);
  for (const { path } of files) {
    yield* inName(path, 'file');
    let folder = path;
    do {
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
      if (seen.has(folder)) break;
      seen.add(folder);
      yield* inName(folder, 'folder');
    } while (folder !== '');
  }
}

const RENAME = 'Give it another name, in the history of the repository too.';

/** No personal mobile number, private e-mail address or citizen's number is in any file of content, nor in its name. */
export const personalData: Rule = function* ({ files, operator }) {
  yield* inNames(files);
  for (const file of files) {
    const { path, text, isDocument, isClean } = file;
    if (text === null || isClean) continue;
    if (isDocument) yield* inDocument(file);
    else {
      const all = findPersonalData(text).filter((one) => !isOfOperator(one, file, operator));
      for (const { start, kind } of all) {
        yield found(path, placeIn(text, start), `${NAMES[kind]} stands here`);
      }
    }
  }
};
