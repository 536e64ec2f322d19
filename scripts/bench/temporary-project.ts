import { appendFile, cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { appendRegisterRows } from '#store/content/append-only.ts';
import { ATTACHMENT_NUMBERS } from '#store/content/attachment-numbers.ts';
import { inBatches } from '#store/content/record-files.ts';
import { appendShortCodes, missingShortCodes } from '#store/content/short-codes.ts';
import { PORTALS_FOLDER } from '#store/portal/portal-folders.ts';
import { REGISTRY_FILES } from '#store/registry/read-registry.ts';
import { SAMPLE_OFFICES, type SampleCircular, sampleCircular } from './sample-circulars.ts';

const LEFT_BEHIND = new Set(['node_modules', '.git', 'dist', PORTALS_FOLDER, '.cache', '.astro']);
const MINTED = '2026-01-01';
const REGISTER = 'content/circulars/permanent-ids.csv';

/** Copies the project into a new folder below `parent` (packages are linked) and resolves to that folder. */
export const copyProject = async (root: string, parent = tmpdir()): Promise<string> => {
  const copy = await mkdtemp(join(parent, 'wian-bench-'));
  await cp(root, copy, {
    recursive: true,
    filter: (source) => !LEFT_BEHIND.has(relative(root, source).split(sep)[0] as string),
  });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  return copy;
};

const writeSample = async (root: string, { folder, files }: SampleCircular): Promise<void> => {
  await mkdir(join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, folder, name), text);
};

/** Writes the first `count` made-up circulars into a project and mints their ids. */
export const addSamples = async (root: string, count: number): Promise<void> => {
  const wanted = Array.from({ length: count }, (_, n) => n);
  const samples = await inBatches(wanted, async (n) => {
    const sample = sampleCircular(n);
    await writeSample(root, sample);
    return sample;
  });
  await appendFile(join(root, REGISTRY_FILES.offices), `${SAMPLE_OFFICES.join('\n')}\n`);
  await appendFile(join(root, REGISTER), samples.map(({ minted }) => `${minted}\n`).join(''));
  await appendShortCodes(root, await missingShortCodes(root, MINTED));
  const numbers = samples.map(({ year, id, attachment }) => ({
    circular: `${year}/${id}`,
    attachment: '1',
    file: attachment,
    minted: MINTED,
  }));
  await appendRegisterRows(root, ATTACHMENT_NUMBERS, numbers);
};

/** What the next build has to show of a change: a file of the portal, and texts in it. */
export interface ShownChange {
  readonly page: string;
  readonly shows: readonly string[];
}

/** Adds a movement to the ledger of one made-up circular, as an import does. */
export const moveSample = async (root: string, n: number): Promise<ShownChange> => {
  const { folder, year, id, movement } = sampleCircular(n);
  await appendFile(join(root, folder, 'movements.csv'), `${movement}\n`);
  const no = Number(movement.split(',', 1)[0]);
  return { page: `api/v1/tracking/${year}/${id}.json`, shows: [`"no":${no},`] };
};

/** Changes title and guidance of one made-up circular. */
export const changeSample = async (root: string, n: number): Promise<ShownChange> => {
  const { folder, year, id } = sampleCircular(n);
  const page = join(root, folder, 'index.mdx');
  const text = await readFile(page, 'utf8');
  const title = 'หัวเรื่องที่แก้ไขแล้วเพื่อการวัด';
  const sentence = 'ประโยคที่เติมเข้ามาเพื่อการวัด';
  await writeFile(page, `${text.replace(/^title: .*$/m, `title: ${title}`)}\n${sentence}\n`);
  return { page: `circulars/${year}/${id}/index.html`, shows: [title, sentence] };
};
