import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { type Choice, SECTIONS } from '#core/stick/choice.ts';
import { dataPlaceOf } from '#core/stick/index-bundle.ts';
import { isIndexFile } from '#core/stick/kinds.ts';
import {
  type Attached,
  foldersOnDisk,
  isAttachment,
  LARGEST_FILE,
  leaveOut,
  onDisk,
} from '#core/stick/limit.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { listFiles, wholePortal } from '#store/portal/kept-files.ts';
import { readBuiltSite } from '#store/search/built-site.ts';
import { INDEX_FOLDER, writeIndex } from '#store/search/index-folder.ts';
import type { ChosenOffice } from './choose.ts';
import { contentsPage, countCirculars } from './contents-page.ts';
import { dataScriptSize, textScript } from './data-script.ts';
import { FolderTarget, type Written } from './folder-target.ts';
import { type MadeFile, type Replaced, StickMaker } from './make-files.ts';
import { fill, OWN } from './pieces.ts';
import { planStick, type StickPlan } from './plan.ts';
import type { BuiltPortal } from './portal.ts';
import { ZipTarget } from './zip-target.ts';

export interface StickOptions {
  readonly portal: BuiltPortal;
  /** Absolute path of a folder, or of a file that ends in .zip. */
  readonly out: string;
  /** How `out` is shown. */
  readonly shown: string;
  readonly sections: Choice['sections'];
  readonly office: ChosenOffice | null;
  /** Bytes that it may take; null for any. */
  readonly most: number | null;
  /** Day of the data where the portal names none (ISO date). */
  readonly today: string;
  readonly isDry: boolean;
}

export interface StickReport extends Written {
  readonly day: string;
  readonly circulars: number;
  /** Bytes on FAT32, where each file and folder takes whole clusters; of the file itself for a ZIP. */
  readonly diskBytes: number;
  /** Attachments for which there was no room, by their paths within the portal. */
  readonly leftOut: readonly string[];
}

interface Target {
  readonly written: Written;
  put(file: MadeFile): void;
  end(): void;
}

/** The index of search over the pages that go along. */
const indexOf = async (plan: StickPlan): Promise<Map<string, Buffer>> => {
  const { portal, kinds } = plan;
  const whole = wholePortal(portal.folder);
  const pages = whole.pages().filter((file) => kinds.get(file) === 'page');
  const documents = await readBuiltSite({ ...whole, pages: () => pages });
  const aside = mkdtempSync(join(tmpdir(), 'wian-stick-'));
  try {
    const folder = join(aside, INDEX_FOLDER);
    await writeIndex(documents, folder);
    const files = new Map<string, Buffer>();
    for (const name of listFiles(folder).sort())
      files.set(`${INDEX_FOLDER}/${name}`, await readFile(join(folder, name)));
    return files;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
};

/** Every file of a stick in the order in which it is written, but the list of digests. */
async function* allFiles(
  plan: StickPlan,
  replaced: Replaced,
  options: StickOptions,
  leftOut: readonly string[],
): AsyncGenerator<MadeFile> {
  const { portal, sections, office, today } = options;
  const day = portal.day ?? today;
  const maker = new StickMaker(plan, replaced);
  // First, as its scripts are bundled with those of the others; its lists are known at the end.
  const { stick, format } = LANGUAGES[portal.language];
  yield* maker.files();
  const left = {
    sections: sections === null ? [] : SECTIONS.filter((one) => !sections.has(one)),
    office,
    files: leftOut,
  };
  const html = contentsPage(plan, left, maker.listNames, day);
  yield { path: OWN.page, bytes: maker.page(html, OWN.page, OWN.page) };
  const text = fill(stick.dataOf, { date: format.date(day) });
  yield { path: OWN.day, bytes: Buffer.from(textScript('day', text)) };
}

/** Roughly what the stick will take, from the sizes of the portal's files. */
const roughSize = (plan: StickPlan): number => {
  let bytes = 2_000_000 + foldersOnDisk(plan.places.values());
  for (const file of plan.places.keys()) {
    const kind = plan.kinds.get(file);
    const { size } = statSync(join(plan.portal.folder, file));
    if (kind === 'data') bytes += onDisk(dataScriptSize(file, size));
    else bytes += onDisk(kind === 'page' ? size * 1.2 + 4000 : size);
  }
  return bytes;
};

/** Pages grow by what their links grow; where there is room for half as much again, nothing has to be counted. */
const SURELY_ENOUGH = 1.5;

/** Bytes of a line of the list of digests: digest, two spaces, path and end of line. */
const lineBytes = (path: string): number => 67 + Buffer.byteLength(path);

/** Bytes of what a page says in place of a link to a file that was left out, on the pages that have one. */
const NOTE_BYTES = 2 * 4096;

const tooLarge = (shown: string, least: number, most: number): ProblemError =>
  new ProblemError([
    {
      file: shown,
      what: `even without attachments of circulars the stick takes ${least} bytes, more than the ${most} of --max`,
      fix: 'Choose some sections (--section circulars,faq) or one office (--office ID), or a larger --max.',
    },
  ]);

/** Attachments to leave out so that a stick fits. */
const withoutFor = async (
  plan: StickPlan,
  replaced: Replaced,
  options: StickOptions,
): Promise<readonly Attached[]> => {
  const { most, shown } = options;
  if (most === null || roughSize(plan) * SURELY_ENOUGH <= most) return [];
  let total = 0;
  let listBytes = 0;
  const sizes = new Map<string, number>();
  for await (const { path, bytes } of allFiles(plan, replaced, options, [])) {
    total += onDisk(bytes.length);
    listBytes += lineBytes(path);
    sizes.set(path, bytes.length);
  }
  total += onDisk(listBytes) + foldersOnDisk(sizes.keys());
  if (total <= most) return [];
  const attachments = [...plan.places].flatMap(([path, place]) => {
    const size = sizes.get(place);
    return size !== undefined && isAttachment(path) ? [{ path, size: onDisk(size) }] : [];
  });
  const left = leaveOut(attachments, total, most, NOTE_BYTES);
  if (left !== null) return left;
  const all = attachments.reduce((sum, { size }) => sum + size, 0);
  throw tooLarge(shown, total - all, most);
};

const requireSmall = ({ path, bytes }: MadeFile, shown: string): void => {
  if (bytes.length <= LARGEST_FILE) return;
  throw new ProblemError([
    {
      file: `${shown}/${path}`,
      what: `the file has ${bytes.length} bytes`,
      why: 'FAT32 takes no file of 4 GiB or more.',
      fix: 'Leave it out of the portal, or part it.',
    },
  ]);
};

/** Paths that a plan may write, but those in the stick's own folder. */
const pathsOf = (plan: StickPlan, { index }: Replaced): string[] => {
  const isReplaced = (file: string): boolean => index !== null && isIndexFile(file);
  const own = [...plan.places].flatMap(([file, place]) => (isReplaced(file) ? [] : [place]));
  const data = [...plan.dataPlaces].flatMap(([file, place]) => (isReplaced(file) ? [] : [place]));
  const made = [...(index?.keys() ?? [])].map((file) => `${dataPlaceOf(file)}.js`);
  return [...new Set([...own, ...data, ...made])];
};

const topsOf = (paths: Iterable<string>): Set<string> => {
  const tops = new Set<string>([OWN.folder]);
  for (const path of paths) tops.add(path.split('/')[0] ?? '');
  return tops;
};

/** Writes a portal to a folder, where an older stick is brought up to date, or into a ZIP file. */
export const buildStick = async (options: StickOptions): Promise<StickReport> => {
  const { portal, out, shown, sections, office, most, isDry } = options;
  const choice: Choice = { sections, office };
  const whole = planStick(portal, choice, new Set());
  const replaced = { index: whole.isPartial ? await indexOf(whole) : null };
  const leftOut = (await withoutFor(whole, replaced, options)).map(({ path }) => path);
  const plan = leftOut.length === 0 ? whole : planStick(portal, choice, new Set(leftOut));
  const target: Target = out.endsWith('.zip')
    ? new ZipTarget(out, isDry)
    : openFolder(out, shown, plan, replaced, isDry);
  let diskBytes = 0;
  let listBytes = 0;
  const written: string[] = [];
  try {
    for await (const file of allFiles(plan, replaced, options, leftOut)) {
      requireSmall(file, shown);
      target.put(file);
      diskBytes += onDisk(file.bytes.length);
      listBytes += lineBytes(file.path);
      written.push(file.path);
    }
    diskBytes += onDisk(listBytes) + foldersOnDisk(written);
    target.end();
  } catch (error) {
    if (target instanceof ZipTarget) target.abandon();
    throw error;
  }
  if (target instanceof ZipTarget) diskBytes = target.written.writtenBytes;
  if (most !== null && diskBytes > most) throw tooLarge(shown, diskBytes, most);
  const day = portal.day ?? options.today;
  return { ...target.written, day, circulars: countCirculars(plan), diskBytes, leftOut };
};

const openFolder = (
  out: string,
  shown: string,
  plan: StickPlan,
  replaced: Replaced,
  isDry: boolean,
): FolderTarget => {
  const paths = pathsOf(plan, replaced);
  const target = new FolderTarget(out, topsOf(paths), isDry);
  target.begin(paths, shown);
  return target;
};
