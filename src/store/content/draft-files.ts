import { Document, isMap, isScalar, parseDocument } from 'yaml';
import type { CircularDraft } from '#core/letter/draft/circular-draft.ts';
import type { Difference } from '#core/letter/draft/differences.ts';
import type { MovementRow } from '#core/letter/draft/movements.ts';
import { withSection } from '#core/letter/draft/section.ts';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { csvLine } from '#store/csv/table.ts';
import { bodyOf } from './page-file.ts';
import { quoteDates } from './quoted-dates.ts';

/** Texts of the files of a circular, by their names in its folder. */
export type CircularTexts = ReadonlyMap<string, string>;

const YAML = { lineWidth: 0 } as const;

const movementLine = (row: MovementRow): string =>
  csvLine(MOVEMENT_COLUMNS.map((name) => row[name]));

const pageText = (frontMatter: string, body: string): string =>
  `---\n${frontMatter.replace(/\n*$/, '\n')}---\n\n${body.trim()}\n`;

/** The front matter with a remark above each field that has one. */
const frontMatterText = ({
  frontMatter,
  remarks = {},
}: Pick<CircularDraft, 'frontMatter' | 'remarks'>): string => {
  const document = new Document(frontMatter, { aliasDuplicateObjects: false });
  for (const [path, remark] of Object.entries(remarks)) {
    const steps = path.split('.');
    const name = steps.pop();
    const parent = steps.length === 0 ? document.contents : document.getIn(steps);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === name)
      : undefined;
    if (!isScalar(pair?.key)) throw new RangeError(`the draft has no field "${path}"`);
    pair.key.commentBefore = ` ${remark}`;
  }
  return quoteDates(document).toString(YAML);
};

/** The files of a draft: its page, and the covering letters and movements where it has any. */
export const draftTexts = (draft: CircularDraft): CircularTexts => {
  const { body, coveringLetters, movements } = draft;
  const texts = new Map([['index.mdx', pageText(frontMatterText(draft), body)]]);
  if (coveringLetters.length > 0)
    texts.set(
      'covering-letters.yaml',
      quoteDates(new Document(coveringLetters, { aliasDuplicateObjects: false })).toString(YAML),
    );
  if (movements.length > 0) {
    texts.set(
      'movements.csv',
      `${[MOVEMENT_COLUMNS.join(','), ...movements.map(movementLine)].join('\n')}\n`,
    );
  }
  return texts;
};

const setFields = (yaml: string, taken: readonly Difference[]): string => {
  const document = parseDocument(yaml || '[]\n');
  for (const { path, read } of taken) {
    const [first] = path;
    if (first === -1) document.add(quoteDates(document.createNode(read)));
    else document.setIn(path, quoteDates(document.createNode(read)));
  }
  return document.toString(YAML);
};

const appendRows = (csv: string, taken: readonly Difference[]): string => {
  const text = csv.trim() === '' ? `${MOVEMENT_COLUMNS.join(',')}\n` : csv.replace(/\n*$/, '\n');
  const last = Number(/(?:^|\n)(\d+),[^\n]*\n$/.exec(text)?.[1] ?? 0);
  const rows = taken.map(({ read }, index) =>
    movementLine({ ...(read as MovementRow), no: String(last + index + 1) }),
  );
  return `${text}${rows.join('\n')}\n`;
};

/** The files that taking some fields of a new reading changes; all else in them stays as the editor left it. */
export const mergedTexts = (texts: CircularTexts, taken: readonly Difference[]): CircularTexts => {
  const merged = new Map<string, string>();
  const of = (file: Difference['file']) => taken.filter((one) => one.file === file);
  const page = of('index.mdx');
  if (page.length > 0) {
    const text = texts.get('index.mdx') ?? '';
    const body = bodyOf(text);
    const frontMatter = text
      .slice(0, text.length - body.length)
      .replace(/^\uFEFF?---[^\n]*\n/, '')
      .replace(/---[^\n]*\n?$/, '');
    const document = parseDocument(frontMatter);
    const fields = page.filter(({ section }) => section === undefined);
    const front = fields.length === 0 ? frontMatter : setFields(frontMatter, fields);
    const written = page.reduce(
      (changed, { section, read }) =>
        section === undefined ? changed : withSection(changed, section, String(read)),
      body,
    );
    if (isMap(document.contents)) {
      merged.set('index.mdx', `---\n${front.replace(/\n*$/, '\n')}---\n${written}`);
    }
  }
  const covering = of('covering-letters.yaml');
  if (covering.length > 0) {
    merged.set(
      'covering-letters.yaml',
      setFields(texts.get('covering-letters.yaml') ?? '', covering),
    );
  }
  const movements = of('movements.csv');
  if (movements.length > 0) {
    merged.set('movements.csv', appendRows(texts.get('movements.csv') ?? '', movements));
  }
  return merged;
};
