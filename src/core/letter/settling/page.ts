import type { ActionRole } from '../circular.ts';
import type { IsoDate } from '../date.ts';
import type { CircularDraft } from '../draft/circular-draft.ts';
import { openQuestions } from '../draft/draft-body.ts';
import { literalText } from '../draft/literal-text.ts';
import { ASKED } from '../draft/skeleton.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import type { DueDay } from '../recurrence.ts';

/** What somebody has to do by a letter, as the page of its circular says it. */
export interface ActionAnswer {
  readonly role: ActionRole;
  readonly what: string;
  /** Last day, known to the day; left out where the letter states none. */
  readonly deadline?: IsoDate | undefined;
  /** How often it is to be done, in place of a last day: `P1M`, and the day of each round where the letter states one. */
  readonly every?: string | undefined;
  readonly due?: DueDay | undefined;
  /** The words of the letter where the day is still in doubt: the page then shows it as such. */
  readonly doubtful?: string | undefined;
}

/** A file that comes with a letter, beside its page. */
export interface AttachmentAnswer {
  readonly title: string;
  /** Place of the attachment among those that the letter lists, from 0; left out for one that it does not list. */
  readonly at?: number | undefined;
  /** Name under which it is published. */
  readonly file: string;
}

/** An attachment with what is known of its bytes. */
export interface AttachedFile extends AttachmentAnswer {
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** What an editor writes on the page of a circular. */
export interface PageAnswers {
  readonly title?: string | undefined;
  /** One sentence of plain Thai; without it the page stays the draft of a machine. */
  readonly summary?: string | undefined;
  /** Made up, for trying things out. */
  readonly sample?: boolean | undefined;
  readonly actions?: readonly ActionAnswer[] | undefined;
  readonly attachments?: readonly AttachmentAnswer[] | undefined;
}

/** Heading of what could not be settled, on the page that readers see. */
export const STILL_OPEN = 'ข้อที่อ่านจากต้นฉบับได้ไม่แน่ชัด';

/** Keys of dates are letters alone: `due-a`, `due-b`, … `due-ba`. */
const keyOf = (at: number): string => {
  const letters = at
    .toString(26)
    .replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 26)));
  return `due-${letters}`;
};

const rawAction = (
  { role, what, deadline, every, due, doubtful }: ActionAnswer,
  at: number,
): Record<string, unknown> => ({
  ...(deadline === undefined && every === undefined ? {} : { key: keyOf(at) }),
  role,
  what,
  ...(every === undefined ? {} : { every }),
  ...(due === undefined ? {} : { due }),
  ...(deadline === undefined
    ? {}
    : {
        deadline:
          doubtful === undefined
            ? deadline
            : {
                value: deadline,
                doubt: 'unclear',
                readings: [{ read: doubtful, value: deadline, source: 'letter' }],
              },
      }),
  source: 'letter',
});

const withFiles = (listed: unknown, files: readonly AttachedFile[]): Record<string, unknown>[] => {
  const items = (listed as Record<string, unknown>[]).map((item, at) => {
    const file = files.find((one) => one.at === at);
    if (!file) return item;
    const { missing: _, ...rest } = item;
    return { ...rest, file: file.file, size: file.size, sha256: file.sha256 };
  });
  const own = files.filter(({ at }) => at === undefined || at >= items.length);
  return [...items, ...own.map(({ title, file, size, sha256 }) => ({ title, file, size, sha256 }))];
};

const bodyOf = (summary: string, letter: LetterReading): string => {
  const open = openQuestions(letter);
  const parts = [`## ${ASKED.summary.heading}`, '', literalText(summary)];
  return [...parts, ...(open.length === 0 ? [] : ['', `## ${STILL_OPEN}`, '', ...open])].join('\n');
};

/**
 * A draft with what an editor wrote of it. With a summary its body is that of a page that can be published: what is still in
 * doubt and has no field of its own is listed there. `letter` is the original letter as it was settled.
 */
export const withPage = (
  draft: CircularDraft,
  { title, summary, sample, actions = [] }: PageAnswers,
  files: readonly AttachedFile[],
  letter: LetterReading,
): CircularDraft => {
  const { id, draft: isDraft, ...rest } = draft.frontMatter as { id: unknown; draft: unknown };
  const before = rest as Record<string, unknown>;
  const { cancels, source, published, ...front } = before;
  return {
    ...draft,
    frontMatter: {
      id,
      draft: isDraft,
      ...(sample ? { sample: true } : {}),
      ...front,
      ...(title === undefined ? {} : { title }),
      ...(summary === undefined ? {} : { summary, force: { status: 'unknown' } }),
      attachments: withFiles(before.attachments, files),
      cancels,
      ...(actions.length === 0 ? {} : { actions: actions.map(rawAction) }),
      source,
      published,
    },
    body: summary === undefined ? draft.body : bodyOf(summary, letter),
  };
};
