import type { Difference } from '#core/letter/draft/differences.ts';
import { type CircularTexts, mergedTexts } from '#store/content/draft-files.ts';
import {
  draftFolder,
  registerId,
  writeBeside,
  writeDraft,
  writeMerged,
} from '#store/content/write-circular.ts';
import { type KeptFile, withLetterFile } from './keep-file.ts';
import type { PlannedCircular } from './plan.ts';

/** Asks whether a field of the new reading is to be taken; resolves to yes or no. */
export type Ask = (difference: Difference) => Promise<boolean>;

const shortly = (value: unknown): string => {
  if (value === undefined) return '(nothing)';
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('\n', '; ');
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
};

/** A difference as lines for a terminal. */
export const differenceLines = ({ name, existing, read }: Difference): string[] => [
  `  ${name}`,
  `    there: ${shortly(existing)}`,
  `    read:  ${shortly(read)}`,
];

/** What a plan would do, line by line. */
export const planLines = (plan: PlannedCircular): string[] => {
  if (plan.kind === 'new') {
    const { draft, beside } = plan;
    const files = [
      'index.mdx',
      ...(draft.coveringLetters.length > 0 ? ['covering-letters.yaml'] : []),
      ...(draft.movements.length > 0 ? ['movements.csv'] : []),
      ...beside.keys(),
    ];
    return [`new draft: ${draftFolder(draft)}/ (${files.join(', ')})`];
  }
  const { existing, differences } = plan;
  const title = `there already: content/circulars/${existing.id}/`;
  return differences.length === 0
    ? [`${title} says the same`]
    : [
        `${title} differs in ${differences.length} ${differences.length === 1 ? 'field' : 'fields'}`,
        ...differences.flatMap(differenceLines),
      ];
};

type Known = Extract<PlannedCircular, { kind: 'known' }>;

/** Adds the letter's own file to a circular that the portal has; `texts` are those of its files as they stand now. */
const addFile = (
  root: string,
  { existing }: Known,
  texts: CircularTexts,
  { bytes, letterFile }: KeptFile,
): string => {
  const field: Difference = {
    file: 'index.mdx',
    name: 'letterFile',
    path: ['letterFile'],
    existing: undefined,
    read: letterFile,
  };
  writeBeside(root, existing.id, letterFile.file, bytes);
  writeMerged(root, existing.id, mergedTexts(texts, [field]));
  return `file of the letter added to content/circulars/${existing.id}/: ${letterFile.file}`;
};

const merge = async (
  root: string,
  { existing, differences }: Known,
  ask: Ask | null,
): Promise<{ readonly line: string; readonly texts: CircularTexts }> => {
  const folder = `content/circulars/${existing.id}/`;
  const taken: Difference[] = [];
  if (ask) {
    for (const difference of differences) if (await ask(difference)) taken.push(difference);
  }
  if (taken.length === 0) return { line: `left as it is: ${folder}`, texts: existing.texts };
  const merged = mergedTexts(existing.texts, taken);
  writeMerged(root, existing.id, merged);
  return {
    line: `merged into ${folder}: ${taken.map(({ name }) => name).join(', ')}`,
    texts: new Map([...existing.texts, ...merged]),
  };
};

/**
 * Writes one planned circular, with the letter's own file where one is kept. An existing one only changes in the fields that
 * `ask` says yes to, and by that file.
 */
export const applyPlan = async (
  root: string,
  plan: PlannedCircular,
  {
    today,
    ask,
    kept,
  }: { readonly today: string; readonly ask: Ask | null; readonly kept: KeptFile | null },
): Promise<string[]> => {
  if (plan.kind === 'new') {
    const { draft, beside } = plan;
    if (kept === null) await writeDraft(root, draft, today, beside);
    else {
      const frontMatter = withLetterFile(draft.frontMatter, kept.letterFile);
      const files = new Map([...beside, [kept.letterFile.file, kept.bytes]]);
      await writeDraft(root, { ...draft, frontMatter }, today, files);
    }
    return [
      `written: ${draftFolder(plan.draft)}/`,
      'next: check it against the original (npm run dev shows it), then npm run qr -- --register',
    ];
  }
  const [year = '', id = ''] = plan.existing.id.split('/');
  const minted = await registerId(root, { year, id, key: plan.draft.key }, today);
  const { line, texts } = await merge(root, plan, ask);
  return [
    ...(minted ? [`registered, which an ingest that was ended early had left undone: ${id}`] : []),
    line,
    ...(kept === null ? [] : [addFile(root, plan, texts, kept)]),
  ];
};
