import { withdrawnExample } from '#core/letter/letter.ts';
import type { Problem } from '#core/problem.ts';

/** Where the numbers of attachments in short addresses (`/q/<code>/<n>/`) are kept for good. */
export const ATTACHMENT_NUMBERS_FILE = 'content/circulars/attachment-numbers.csv';

/**
 * One row of the register: which file a printed attachment number leads to. Rows are only ever added: an attachment
 * that was missing when its number was minted has a row without a file, and a second one once the file is found.
 */
export interface RegisteredAttachment {
  /** `<B.E. year>/<permanent id>`. */
  readonly circular: string;
  /** Place in the list of attachments, from 1, as it is in the short address. */
  readonly attachment: string;
  /** File name beside the page; empty where the portal did not have the file. */
  readonly file: string;
  /** ISO date. */
  readonly minted: string;
}

/**
 * The attachments of one published circular in their order: file names, null where the file is missing. A withdrawn
 * file is here under the name that it had, as its number goes on leading to it.
 */
export interface AttachmentList {
  readonly circular: string;
  readonly files: readonly (string | null)[];
}

/** A list that knows where its attachments are written, from 0; without a number, the list itself. */
export interface PlacedAttachmentList extends AttachmentList {
  readonly placeOf: (index?: number) => Pick<Problem, 'file' | 'line' | 'column' | 'field'>;
}

const keyOf = (circular: string, attachment: string | number): string =>
  `${circular} ${attachment}`;

/** The file of each number as the last row has it; '' where it was missing. */
const latest = (register: readonly RegisteredAttachment[]): Map<string, string> =>
  new Map(register.map(({ circular, attachment, file }) => [keyOf(circular, attachment), file]));

/** Rows to add for attachments that have no number yet, or whose file was missing and is there now. */
export const planAttachmentNumbers = (
  register: readonly RegisteredAttachment[],
  lists: readonly AttachmentList[],
  today: string,
): RegisteredAttachment[] => {
  const known = latest(register);
  return lists.flatMap(({ circular, files }) =>
    files.flatMap((file, index) => {
      const attachment = String(index + 1);
      const before = known.get(keyOf(circular, attachment));
      const isNew = before === undefined || (before === '' && file !== null);
      return isNew ? [{ circular, attachment, file: file ?? '', minted: today }] : [];
    }),
  );
};

const ON_PAPER = 'The number of an attachment is printed on paper, in its QR code.';

const fileOf = (file: string): string => (file === '' ? 'no file' : `"${file}"`);

const contradictions = (register: readonly RegisteredAttachment[]): Problem[] => {
  const seen = new Map<string, { readonly line: number; readonly file: string }>();
  return register.flatMap(({ circular, attachment, file }, index) => {
    const line = index + 2;
    const place = { file: ATTACHMENT_NUMBERS_FILE, line, field: 'attachment', why: ON_PAPER };
    if (!/^[1-9]\d*$/.test(attachment)) {
      return [{ ...place, what: `"${attachment}" is not a number from 1 on.`, fix: 'Fix it.' }];
    }
    const before = seen.get(keyOf(circular, attachment));
    seen.set(keyOf(circular, attachment), { line, file });
    if (!before || (before.file === '' && file !== '')) return [];
    return [
      {
        ...place,
        what: `attachment ${attachment} of ${circular} has ${fileOf(before.file)} on line ${before.line} and ${fileOf(file)} here.`,
        fix: 'Remove the row that was added last, if it was never published.',
      },
    ];
  });
};

const vanishedRows = (
  register: readonly RegisteredAttachment[],
  committed: readonly RegisteredAttachment[],
): Problem[] => {
  const there = new Set(
    register.map((row) => `${keyOf(row.circular, row.attachment)} ${row.file}`),
  );
  return committed
    .filter((row) => !there.has(`${keyOf(row.circular, row.attachment)} ${row.file}`))
    .map(({ circular, attachment, file }) => ({
      file: ATTACHMENT_NUMBERS_FILE,
      what: `The row "${circular},${attachment},${file}" has vanished; an earlier version of the file has it.`,
      why: ON_PAPER,
      fix: 'Put it back.',
    }));
};

const moved = (
  { files, placeOf }: PlacedAttachmentList,
  attachment: string,
  printed: string,
): Problem | null => {
  const index = Number(attachment) - 1;
  if (index >= files.length) {
    return {
      ...placeOf(),
      what: `attachment ${attachment} (${fileOf(printed)}) has vanished`,
      why: ON_PAPER,
      fix: 'Put it back in its place. One that holds no longer stays in the list, and says so.',
    };
  }
  const now = files[index] ?? '';
  if (printed === '' || now === printed) return null;
  if (now === '') {
    return {
      ...placeOf(index),
      what: `attachment ${attachment} was ${fileOf(printed)} when its number was printed, and now is no file`,
      why: 'Readers of the printed number and of the old address must hear that the file was taken off, when and why.',
      fix: `Instead of "missing", write ${withdrawnExample(printed)} and the "sha256" that it had; put a new version at the end of the list.`,
    };
  }
  return {
    ...placeOf(index),
    what: `attachment ${attachment} was ${fileOf(printed)} when its number was printed, and now is ${fileOf(now)}`,
    why: ON_PAPER,
    fix: 'Keep the order. A new version goes to the end of the list, and the old one says "replacedBy".',
  };
};

/**
 * Everything that would let a printed attachment number lead to another file, or to none. `committed` holds every row
 * that an earlier version of the register had; null where there is no history.
 */
export const attachmentNumberProblems = (
  register: readonly RegisteredAttachment[],
  lists: readonly PlacedAttachmentList[],
  committed: readonly RegisteredAttachment[] | null,
): Problem[] => {
  const byCircular = new Map(lists.map((list) => [list.circular, list]));
  const printed = new Map(
    register.map((row) => [keyOf(row.circular, row.attachment), row] as const),
  );
  const problems = [...contradictions(register), ...vanishedRows(register, committed ?? [])];
  if (problems.length > 0) return problems;
  return [
    ...[...printed.values()].flatMap(({ circular, attachment, file }) => {
      const list = byCircular.get(circular);
      return (list && moved(list, attachment, file)) ?? [];
    }),
    ...planAttachmentNumbers(register, lists, '').map(({ circular, attachment, file }) => ({
      file: ATTACHMENT_NUMBERS_FILE,
      what: `attachment ${attachment} of ${circular} (${fileOf(file)}) is not in the register.`,
      why: ON_PAPER,
      fix: 'Run "npm run qr -- --register", and commit the file.',
    })),
  ];
};
