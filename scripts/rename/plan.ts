import { MOVED_ADDRESSES_FILE } from '#core/address/moved.ts';
import { registerLine } from '#core/check/rules/permanent-ids.ts';
import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { BUDDHIST_ERA_OFFSET } from '#core/letter/date.ts';
import { mintPermanentId } from '#core/letter/permanent-id.ts';
import { correctMovements, renameRecord, settlesCitation } from '#core/letter/rename/correct.ts';
import { planShortCodes } from '#core/short-link/register.ts';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { ATTACHMENT_NUMBERS } from '#store/content/attachment-numbers.ts';
import { REGISTER, REGISTER_COLUMNS } from '#store/content/register.ts';
import { MOVED_ADDRESS_COLUMNS, SHORT_CODES } from '#store/content/short-codes.ts';
import { csvLine } from '#store/csv/table.ts';
import type { AskedDraft, Rows } from './read.ts';

/** Everything that renaming a draft writes. Paths are relative to the project. */
export interface RenamePlan {
  readonly from: string;
  readonly to: string;
  /** Whole new texts by path, the draft's own files under its old folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** What changes, for people. */
  readonly changes: readonly string[];
  /** What is still in doubt and only a person can settle. */
  readonly open: readonly string[];
}

const table = (columns: readonly string[], rows: readonly Rows[]): string =>
  `${[columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))].map(csvLine).join('\n')}\n`;

/** Whether a run that was ended early registered the id: it is of the same letter, and no folder bears it. */
const isLeftBehind = (
  row: Rows,
  { circular: { letter }, circulars }: Pick<AskedDraft, 'circular' | 'circulars'>,
): boolean =>
  row.issuer === letter.issuer &&
  row.number === letter.number.value &&
  row.date === letter.date.value &&
  !circulars.has(`${row.year}/${row.id}`);

/** The folder and id that a draft gets by what its page says now. */
export const nameNow = ({
  year,
  id,
  circular,
  circulars,
  ids,
}: AskedDraft): { year: string; id: string } => {
  const { date } = circular.letter;
  const now =
    date.value === null ? year : String(Number(date.value.slice(0, 4)) + BUDDHIST_ERA_OFFSET);
  const others = ids.filter(
    (row) =>
      row.year === now &&
      !(row.year === year && row.id === id) &&
      !isLeftBehind(row, { circular, circulars }),
  );
  return {
    year: now,
    id: mintPermanentId(circular.letter, new Set(others.map((row) => row.id ?? ''))),
  };
};

const movementsText = (draft: AskedDraft): string | null => {
  if (!draft.movements) return null;
  const letters = [{ key: 'letter', ...draft.circular.letter }, ...draft.coveringLetters];
  const corrected = correctMovements(draft.movements, letters);
  return JSON.stringify(corrected) === JSON.stringify(draft.movements)
    ? null
    : table(MOVEMENT_COLUMNS, corrected);
};

/** Fields of covering letters that the corrected letter settles, and those that it does not. */
export const citationsOf = (circular: Circular, letters: readonly CoveringLetter[]) => {
  const fields = letters.flatMap(({ key, passesOn, cites }, index) =>
    passesOn !== 'letter' || !cites
      ? []
      : (['number', 'date'] as const)
          .filter((field) => cites[field].doubt)
          .map((field) => ({
            key,
            index,
            field,
            value: circular.letter[field].value,
            isSettled: settlesCitation(cites[field], key, circular.letter[field]),
          })),
  );
  return {
    settled: fields.filter(({ isSettled }) => isSettled),
    open: fields.filter(({ isSettled }) => !isSettled),
  };
};

const registers = (draft: AskedDraft, now: { year: string; id: string }, today: string) => {
  const [from, to] = [`${draft.year}/${draft.id}`, `${now.year}/${now.id}`];
  const isThere = draft.ids.some((row) => row.year === now.year && row.id === now.id);
  const line = isThere ? '' : `${registerLine(now, draft.circular.letter, today)}\n`;
  const ids = draft.ids.filter((row) => row.year !== draft.year || row.id !== draft.id);
  // A row that was committed stays, as nothing ever leaves these registers: its address leads on.
  const isKept = draft.committedCodes.has(from);
  const codes = draft.codes.filter((row) => isKept || row.circular !== from);
  const added = planShortCodes(codes as never, [to], today);
  const numbers = draft.numbers.map((row) =>
    row.circular === from && !draft.committedNumbers.has(from) ? { ...row, circular: to } : row,
  );
  const texts = new Map([
    [REGISTER, `${table(REGISTER_COLUMNS, ids)}${line}`],
    [SHORT_CODES.file, table(SHORT_CODES.columns, [...codes, ...(added as never as Rows[])])],
  ]);
  if (draft.numbers.some((row) => row.circular === from)) {
    texts.set(ATTACHMENT_NUMBERS.file, table(ATTACHMENT_NUMBERS.columns, numbers));
  }
  return { texts, isKept };
};

/** The draft's own files with what the page settles, under its old folder; those that do not change are left out. */
const ownTexts = (draft: AskedDraft, lettersText: string | null, changes: string[]) => {
  const folder = `content/circulars/${draft.year}/${draft.id}`;
  const texts = new Map<string, string>();
  const movements = movementsText(draft);
  if (movements !== null) {
    texts.set(`${folder}/movements.csv`, movements);
    changes.push('movements.csv: number and date of the letter as the page has them');
  }
  if (lettersText !== null) texts.set(`${folder}/covering-letters.yaml`, lettersText);
  return texts;
};

const renamedTexts = (
  draft: AskedDraft,
  now: { readonly year: string; readonly id: string },
  own: ReadonlyMap<string, string>,
  today: string,
  changes: string[],
): Map<string, string> => {
  const [from, to] = [`circulars/${draft.year}/${draft.id}`, `circulars/${now.year}/${now.id}`];
  const page = `content/${from}/index.mdx`;
  const renamed = renameRecord(draft.page, from, to).replace(/^id:.*$/m, `id: ${now.id}`);
  const texts = new Map([...own, [page, renamed]]);
  for (const [path, text] of draft.others) {
    const after = renameRecord(own.get(path) ?? text, from, to);
    if (after === text) continue;
    texts.set(path, after);
    if (!own.has(path)) changes.push(`${path}: names the new path`);
  }
  const { texts: registered, isKept } = registers(draft, now, today);
  for (const [path, text] of registered) texts.set(path, text);
  changes.push(`${REGISTER} and ${SHORT_CODES.file}: the new id and its short code`);
  if (isKept) {
    const before = texts.get(MOVED_ADDRESSES_FILE) ?? draft.moved ?? csvLine(MOVED_ADDRESS_COLUMNS);
    const row = csvLine([`/${from}/`, `/${to}/`, today, 'แก้เลขที่หรือวันที่ของฉบับร่าง']);
    const isMoved = before.includes(`\n/${from}/,/${to}/,`);
    if (!isMoved) texts.set(MOVED_ADDRESSES_FILE, `${before.replace(/\n*$/, '\n')}${row}\n`);
    changes.push(`${MOVED_ADDRESSES_FILE}: the old path leads on, as its short code was committed`);
  }
  return texts;
};

/** What renaming does. Pure; `lettersText` is covering-letters.yaml with the settled citations, where there are any. */
export const planRename = (
  draft: AskedDraft,
  now: { readonly year: string; readonly id: string },
  lettersText: string | null,
  today: string,
): RenamePlan => {
  const [from, to] = [`circulars/${draft.year}/${draft.id}`, `circulars/${now.year}/${now.id}`];
  const { settled, open } = citationsOf(draft.circular, draft.coveringLetters);
  const changes = from === to ? [] : [`content/${from}/ becomes content/${to}/`];
  const own = ownTexts(draft, lettersText, changes);
  for (const { key, field, value } of settled) {
    changes.push(`covering-letters.yaml: the citation of "${key}" has the ${field} ${value}`);
  }
  const texts = from === to ? own : renamedTexts(draft, now, own, today, changes);
  return {
    from,
    to,
    texts,
    changes,
    open: open.map(
      ({ key, field }) =>
        `covering-letters.yaml: the ${field} that "${key}" cites is still in doubt; compare it with that letter`,
    ),
  };
};
