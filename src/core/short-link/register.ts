import type { Problem } from '#core/problem.ts';
import { isShortCode, mintShortCode } from './short-code.ts';

/** Where short codes are kept for good. */
export const SHORT_CODES_FILE = 'content/circulars/short-codes.csv';

/** One row of the register: a circular, its short code, and the day on which it was minted. */
export interface RegisteredCode {
  /** `<B.E. year>/<permanent id>`, as it was when the code was minted. */
  readonly circular: string;
  readonly code: string;
  /** ISO date. */
  readonly minted: string;
}

/** Rows to add for circulars that have no code yet, in the order given. */
export const planShortCodes = (
  register: readonly RegisteredCode[],
  circulars: readonly string[],
  today: string,
): RegisteredCode[] => {
  const taken = new Set(register.map(({ code }) => code));
  const known = new Set(register.map(({ circular }) => circular));
  const added: RegisteredCode[] = [];
  for (const circular of circulars) {
    if (known.has(circular)) continue;
    const code = mintShortCode(circular, taken);
    taken.add(code);
    known.add(circular);
    added.push({ circular, code, minted: today });
  }
  return added;
};

/** What the register is compared with. */
export interface RegisterEvidence {
  /** Every circular that there is, as `<B.E. year>/<permanent id>`. */
  readonly circulars: readonly string[];
  /** Every circular that ever was, from the register of permanent ids. */
  readonly permanentIds: readonly string[];
  /** Circulars whose address was moved, and so are still to be found. */
  readonly moved: ReadonlySet<string>;
  /** Rows that any earlier version of the file held; null where the history is not available. */
  readonly committed: readonly RegisteredCode[] | null;
  /** Those of them that are drafts, `<year>/<id>`: no paper bears a code of theirs before they are published. */
  readonly drafts: ReadonlySet<string>;
}

const FIX_MISSING = 'Run "npm run qr -- --register", and commit the file.';
const ON_PAPER = 'Codes are printed on paper, where nobody can change them.';
const RESTORE = 'Put the row back as it was.';

const rowProblems = (register: readonly RegisteredCode[]): Problem[] => {
  const problems: Problem[] = [];
  const codeOf = new Map<string, number>();
  const circularOf = new Map<string, number>();
  const taken = new Set<string>();
  register.forEach(({ circular, code }, index) => {
    const line = index + 2;
    const fault = (what: string, why: string, fix: string) =>
      problems.push({ file: SHORT_CODES_FILE, line, field: 'code', what, why, fix });
    const twin = codeOf.get(code);
    const other = circularOf.get(circular);
    if (!isShortCode(code)) {
      fault(`"${code}" is not a short code: its check character is wrong.`, ON_PAPER, RESTORE);
    } else if (twin !== undefined) {
      fault(
        `${code} is the code of two circulars (the other is on line ${twin}).`,
        'A code leads to one circular, for good.',
        'Remove the row that was added last, if it was never published, and register its circular again.',
      );
    } else if (other !== undefined) {
      fault(
        `${circular} has two codes (the other is on line ${other}).`,
        'A circular has one short address.',
        'Remove the row that was added last, if it was never published.',
      );
    } else if (mintShortCode(circular, taken) !== code) {
      fault(
        `${code} is not the code that is minted for ${circular}: one of the two was changed.`,
        ON_PAPER,
        `${RESTORE} The code of this circular is ${mintShortCode(circular, taken)}.`,
      );
    }
    codeOf.set(code, twin ?? line);
    circularOf.set(circular, other ?? line);
    taken.add(code);
  });
  return problems;
};

const vanished = (register: readonly RegisteredCode[], evidence: RegisterEvidence): Problem[] => {
  const codes = new Map(register.map(({ code, circular }) => [code, circular]));
  const registered = new Set(register.map(({ circular }) => circular));
  const lost = (evidence.committed ?? []).filter(
    ({ code, circular }) => codes.get(code) !== circular,
  );
  const here = new Set(evidence.circulars);
  const without = new Set([...evidence.circulars, ...evidence.permanentIds]);
  const reported = new Set(lost.map(({ circular }) => circular));
  return [
    ...lost.map(({ circular, code }) => ({
      file: SHORT_CODES_FILE,
      what: `The row "${circular},${code}" has vanished; an earlier version of the file has it.`,
      why: ON_PAPER,
      fix: 'Put it back. A circular that moved is listed in content/moved-addresses.csv.',
    })),
    ...[...without]
      .filter((circular) => !registered.has(circular) && !reported.has(circular))
      .filter((circular) => !evidence.drafts.has(circular))
      .map((circular) => ({
        file: SHORT_CODES_FILE,
        what: `${circular} has no short code.`,
        why: 'The QR codes of a circular lead to its short address.',
        fix: FIX_MISSING,
      })),
    ...register.flatMap(({ circular, code }, index) =>
      here.has(circular) || evidence.moved.has(circular)
        ? []
        : [
            {
              file: SHORT_CODES_FILE,
              line: index + 2,
              what: `${code} leads nowhere: there is no circular ${circular}.`,
              why: ON_PAPER,
              fix: 'Put the circular back, or say in content/moved-addresses.csv where it went.',
            },
          ],
    ),
  ];
};

/** Everything wrong with the register of short codes: a code that vanished, changed, is doubled or leads nowhere. */
export const shortCodeProblems = (
  register: readonly RegisteredCode[],
  evidence: RegisterEvidence,
): Problem[] => [...rowProblems(register), ...vanished(register, evidence)];
