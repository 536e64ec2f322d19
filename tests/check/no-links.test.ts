import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CircularDraft } from '#core/letter/draft/circular-draft.ts';
import { appendRegisterRows } from '#store/content/append-only.ts';
import { readCirculars, readMintedIds } from '#store/content/existing-circulars.ts';
import { readDocuments } from '#store/content/read-documents.ts';
import { listCirculars, listDocuments, readRecordTexts } from '#store/content/record-files.ts';
import { SHORT_CODES } from '#store/content/short-codes.ts';
import { writeBeside, writeDraft, writeMerged } from '#store/content/write-circular.ts';
import { readLedger } from '#store/ledger/read-ledger.ts';
import { ledgerFolder } from '#store/ledger/summarize.ts';
import { readCircularRecords, readRouteRules } from '#store/ledger/tracked.ts';
import { appendMovements } from '#store/ledger/write-ledger.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import {
  CIRCULAR,
  GOOD,
  LAW,
  MANUAL,
  MOVEMENTS,
  OFFICES,
  PAGE,
  REGISTER,
  TODAY,
  withProject,
} from './good-content.ts';

const ID = CIRCULAR.slice('content/circulars/'.length);
const draft: CircularDraft = {
  year: '2568',
  id: 'dla-0808-4-w16-0403',
  key: { issuer: 'dla', number: { value: 'มท 0808.4/ว 16' }, date: { value: '2025-04-03' } },
  frontMatter: { title: 'ก' },
  body: 'ก',
  coveringLetters: [],
  movements: [],
  letters: [0],
};
const NO_REGISTRY = { byId: new Map(), offices: [] } as unknown as Parameters<
  typeof ledgerFolder
>[1];

type Act = (root: string) => unknown;

/** What reads or writes content, with the file or folder that stands elsewhere, and a link in its place. */
const acts: readonly (readonly [what: string, path: string, act: Act])[] = [
  ['the list of circulars', CIRCULAR, listCirculars],
  ['the list of years', dirname(CIRCULAR), listCirculars],
  ['the list of pages', MANUAL, (root) => listDocuments(root, 'manuals')],
  ['the list of pages of a folder', dirname(MANUAL), (root) => listDocuments(root, 'manuals')],
  ['the pages of laws', LAW, readDocuments],
  [
    'the texts of a circular',
    PAGE,
    (root) => readRecordTexts(root, { id: ID, page: PAGE, folder: CIRCULAR }),
  ],
  ['the movements among the texts of a circular', MOVEMENTS, readCirculars],
  ['ingest, of ids minted', REGISTER, readMintedIds],
  ['ingest, of a new circular', REGISTER, (root) => writeDraft(root, draft, TODAY)],
  ['ingest, into a year', dirname(CIRCULAR), (root) => writeDraft(root, draft, TODAY)],
  ['ingest, of fields', PAGE, (root) => writeMerged(root, ID, new Map([['index.mdx', 'ก']]))],
  [
    'ingest, of a file beside a page',
    CIRCULAR,
    (root) => writeBeside(root, ID, 'letter.pdf', new Uint8Array(1)),
  ],
  ['the reader of ledgers', MOVEMENTS, (root) => readLedger(root, MOVEMENTS)],
  ['track record and import', MOVEMENTS, (root) => appendMovements(root, MOVEMENTS, () => [])],
  ['the circulars of track', CIRCULAR, readCircularRecords],
  ['a page as track reads it', PAGE, readCircularRecords],
  ['qr --register', SHORT_CODES.file, (root) => appendRegisterRows(root, SHORT_CODES, [])],
  ['the registry', OFFICES, readRegistry],
  ['the folder of the registry', dirname(OFFICES), readRegistry],
  ['the routes', 'content/registry/routes', readRouteRules],
];

/** Moves a part of a project out of content/, and puts a link in its place. */
const moveOut = async (root: string, path: string): Promise<string> => {
  const elsewhere = join(root, 'elsewhere', basename(path));
  await mkdir(dirname(elsewhere), { recursive: true });
  await rename(join(root, path), elsewhere);
  symlinkSync(elsewhere, join(root, path));
  return elsewhere;
};

const withRoutes = new Map(GOOD).set('content/registry/routes/dla.yaml', 'x');

describe('where a link stands in the place of a file or folder of content', () => {
  it.each(acts)('%s is refused', async (_, path, act) => {
    await withProject(withRoutes, async (root) => {
      const elsewhere = await moveOut(root, path);
      const before = path.includes('.')
        ? readFileSync(elsewhere, 'utf8')
        : await readdir(elsewhere);
      const outcome = (async () => act(root))();
      await expect(outcome).rejects.toThrow(`${path}: this is a symbolic link to "${elsewhere}"`);
      const after = path.includes('.') ? readFileSync(elsewhere, 'utf8') : await readdir(elsewhere);
      expect(after).toEqual(before);
    });
  });

  it('the figures of track are refused', async () => {
    await withProject(GOOD, async (root) => {
      await moveOut(root, MOVEMENTS);
      const rules = [{ issuers: ['dla'], steps: [] }] as unknown as Parameters<
        typeof ledgerFolder
      >[2];
      const fold = ledgerFolder(root, NO_REGISTRY, rules);
      const job = { file: MOVEMENTS, issuer: 'dla', to: [] } as unknown as Parameters<
        typeof fold
      >[0];
      expect(() => fold(job, TODAY)).toThrow(`${MOVEMENTS}: this is a symbolic link to`);
    });
  });

  it('the check tells the link once, and no rule takes the file for missing', async () => {
    for (const path of new Set(acts.map(([, path]) => path))) {
      if (!path.includes('.')) continue;
      await withProject(GOOD, async (root) => {
        await moveOut(root, path);
        const { problems } = await checkProject(root, TODAY);
        const places = problems.map(({ file, what }) => [file, what.slice(0, 23)]);
        const links = places.filter(([, what]) => what === 'this is a symbolic link');
        expect(links).toEqual([[path, 'this is a symbolic link']]);
        // What stands on a page is not known where the page is a link.
        if (!path.endsWith('.mdx')) expect(places).toEqual(links);
      });
    }
  });
});

it('names each link of many, broken and turning in circles', async () => {
  await withProject(GOOD, async (root) => {
    await mkdir(join(root, 'content/news'));
    for (const [name, target] of [
      ['a.mdx', 'b.mdx'],
      ['b.mdx', 'a.mdx'],
      ['c.mdx', '/none'],
      ['d', '..'],
    ]) {
      symlinkSync(target as string, join(root, 'content/news', name as string));
    }
    rmSync(join(root, '.cache'), { recursive: true, force: true });
    const { problems } = await checkProject(root, TODAY);
    expect(problems.map(({ file }) => file)).toEqual(
      ['a.mdx', 'b.mdx', 'c.mdx', 'd'].map((name) => `content/news/${name}`),
    );
  });
});
