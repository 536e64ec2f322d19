import type { Difference } from '#core/letter/draft/differences.ts';
import { mergedTexts } from '#store/content/draft-files.ts';
import { draftFolder, writeDraft, writeMerged } from '#store/content/write-circular.ts';
import type { PlannedCircular } from './plan.ts';

/** Asks whether a field of the new reading is to be taken; resolves to yes or no. */
export type Ask = (difference: Difference) => Promise<boolean>;

const shortly = (value: unknown): string => {
  if (value === undefined) return '(nothing)';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
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
    const { draft } = plan;
    const files = [
      'index.mdx',
      ...(draft.coveringLetters.length > 0 ? ['covering-letters.yaml'] : []),
      ...(draft.movements.length > 0 ? ['movements.csv'] : []),
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

/** Writes one planned circular. An existing one only changes in the fields that `ask` says yes to. */
export const applyPlan = async (
  root: string,
  plan: PlannedCircular,
  { today, ask }: { readonly today: string; readonly ask: Ask | null },
): Promise<string[]> => {
  if (plan.kind === 'new') {
    await writeDraft(root, plan.draft, today);
    return [
      `written: ${draftFolder(plan.draft)}/`,
      'next: check it against the original (npm run dev shows it), then npm run qr -- --register',
    ];
  }
  const folder = `content/circulars/${plan.existing.id}/`;
  if (ask === null || plan.differences.length === 0) return [`left as it is: ${folder}`];
  const taken: Difference[] = [];
  for (const difference of plan.differences) if (await ask(difference)) taken.push(difference);
  if (taken.length === 0) return [`left as it is: ${folder}`];
  await writeMerged(root, plan.existing.id, mergedTexts(plan.existing.texts, taken));
  return [`merged into ${folder}: ${taken.map(({ name }) => name).join(', ')}`];
};
