import { compile } from '@mdx-js/mdx';
import { draftOfChain } from '#core/letter/draft/circular-draft.ts';
import { joinLetters } from '#core/letter/joining/join.ts';
import { readingToJson } from '#core/letter/joining/to-json.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { readDocument } from '#core/letter/reading/document.ts';
import { circular, coveringLetters } from '#schema/circular.ts';
import { movement } from '#schema/movement.ts';
import { readBody } from '#store/content/body.ts';
import { draftTexts } from '#store/content/draft-files.ts';
import { readPage } from '#store/content/page-file.ts';
import { readRows } from '#store/content/rows.ts';
import { readYamlFile } from '#store/content/yaml-file.ts';

const KNOWN = {
  officeOf: (name: string) =>
    name.startsWith('กรม') ? 'dla' : name.startsWith('จังหวัด') ? 'p50' : undefined,
  recordOf: () => undefined,
  recordOfTitle: () => undefined,
};

const SLOW_MS = 1000;

/** Faults of the files of one draft: whatever does not pass the schemas, or is no valid MDX. */
const faultsOfFiles = async (
  texts: ReadonlyMap<string, string>,
  id: string,
  compileToo: boolean,
): Promise<string[]> => {
  const faults: string[] = [];
  const page = readPage(texts.get('index.mdx') ?? '', 'index.mdx');
  faults.push(...page.frontMatter.problems.map(({ what }) => `front matter: ${what}`));
  const record = circular.safeParse(page.frontMatter.data);
  if (!record.success) faults.push(`front matter: ${record.error.message}`);
  else if (!record.data.draft) faults.push('the draft is not marked as one');
  faults.push(...readBody(page.body, page.bodyLine).problems.map(({ what }) => `body: ${what}`));
  if (compileToo) await compile(page.body);
  const covering = texts.get('covering-letters.yaml');
  if (covering !== undefined) {
    const parsed = coveringLetters.safeParse(readYamlFile(covering, 'covering-letters.yaml').data);
    if (!parsed.success) faults.push(`covering letters: ${parsed.error.message}`);
  }
  for (const row of readRows(texts.get('movements.csv') ?? '')) {
    const parsed = movement.safeParse(row);
    if (!parsed.success) faults.push(`movements: ${parsed.error.message}`);
  }
  const personal = [...texts.values()].flatMap((text) =>
    // A permanent id is all digits and hyphens and may look like anything.
    findPersonalData(text.replaceAll(id, '')).filter(({ kind }) => kind !== 'citizen-id'),
  );
  if (personal.length > 0) faults.push('personal data was written');
  return faults;
};

/** What went wrong with one text while it became a draft; empty where nothing did. Throws whatever the reader throws. */
export const faultsOf = async (text: string, compileToo: boolean): Promise<string[]> => {
  const before = process.cpuUsage();
  const reading = readDocument(text);
  if ('refusal' in reading) return [];
  const joined = joinLetters(reading.letters);
  JSON.stringify(readingToJson(joined, reading.redactions));
  const files = joined.letters.map(() => 'letter.txt');
  const taken = new Set<string>();
  const drafts = joined.chains.map((chain) => {
    const draft = draftOfChain(joined, chain, { known: KNOWN, taken, files, today: '2026-11-21' });
    taken.add(draft.id);
    return draft;
  });
  const faults: string[] = [];
  // Time of the processor, as nightly runs share their machine.
  const { user, system } = process.cpuUsage(before);
  const time = (user + system) / 1000;
  if (time > SLOW_MS) faults.push(`reading took ${Math.round(time)} ms`);
  for (const draft of drafts) {
    faults.push(...(await faultsOfFiles(draftTexts(draft), draft.id, compileToo)));
  }
  return faults;
};
