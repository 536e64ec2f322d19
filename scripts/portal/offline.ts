import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { basePathOf } from '#core/address/portal-address.ts';
import { requestPath } from '#core/offline/address.ts';
import {
  canBeKept,
  type FileIndex,
  type FileList,
  type OfflineFile,
  packName,
  planLists,
} from '#core/offline/file-list.ts';
import { frameFiles } from '#core/offline/frame-files.ts';
import { commonSum } from '#core/offline/scope.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { writeMadeFiles } from '#store/files/made-files.ts';
import { FileDigests } from '#store/portal/file-digests.ts';
import type { PortalFiles } from '#store/portal/kept-files.ts';
import type { Settings } from '#store/settings.ts';
import type { OwnFiles } from './own-files.ts';

/** The page that stands in for one that is not kept. */
const FALLBACK = 'offline/index.html';

const CODE_PAGE = /^q\/[^/]+\/(?:\d+\/)?index\.html$/;
const CANONICAL = /<link rel="canonical" href="([^"]+)"/;

const canonicalOf = (page: Uint8Array): string | undefined =>
  CANONICAL.exec(Buffer.from(page).toString())?.[1];

/** The folder of the page to which that of a printed code leads, by its own word; undefined where it leads nowhere. */
const targetOf = (address: string | undefined, base: string): string | undefined => {
  if (address === undefined) return undefined;
  const target = new URL(address).pathname.slice(base.length + 1).replace(/\/$/, '');
  return target.startsWith('circulars/') ? target : undefined;
};

const listAll = (
  { files, pathOf }: PortalFiles,
  digests: FileDigests,
  base: string,
): OfflineFile[] =>
  files()
    .filter(canBeKept)
    .map((path): OfflineFile => {
      const note = CODE_PAGE.test(path) ? canonicalOf : undefined;
      const file = digests.digestFile(path, pathOf(path), note);
      const { bytes, digest } = file;
      const target = targetOf(file.note, base);
      return target === undefined ? [path, bytes, digest] : [path, bytes, digest, target];
    });

/** What the offline part of a built portal is made from. */
export interface OfflineTask {
  readonly portal: PortalFiles;
  /** Folder of new files. */
  readonly outDir: string;
  readonly own: Pick<OwnFiles, 'icons' | 'worker'>;
  /** File of a cache, of digests of the files of the build before. */
  readonly digests: string;
  readonly settings: Pick<Settings, 'siteUrl' | 'language' | 'asOf'>;
}

/**
 * Writes what a portal needs to be read without a connection, behind everything else of a build: lists of its files with sizes and
 * digests, pictures of the app, and the worker.
 */
export const writeOffline = async ({ portal, outDir, own, digests, settings }: OfflineTask) => {
  const { siteUrl, language, asOf } = settings;
  const { offline, site, format } = LANGUAGES[language];
  const known = new FileDigests(digests);
  const files = listAll(portal, known, basePathOf(siteUrl));
  known.store();
  const { groups, lists } = planLists(files);
  const digest = createHash('sha256');
  for (const [name, list] of lists) digest.update(JSON.stringify([name, list]));
  const version = digest.digest('hex').slice(0, 12);
  const folder = join(outDir, 'offline/files');
  await mkdir(folder, { recursive: true });
  for (const [name, list] of lists) {
    const pack = packName(name);
    const written: FileList = { version, files: list, ...(pack === null ? {} : { pack }) };
    await writeFile(join(folder, name), JSON.stringify(written));
    if (pack === null) continue;
    const parts = list.map(([path]) => readFileSync(portal.pathOf(path)));
    await writeFile(join(folder, pack), Buffer.concat(parts));
  }
  const index: FileIndex = {
    version,
    day: asOf,
    dayText: site.asOf(format.date(asOf)),
    groups,
    common: commonSum(files),
  };
  await writeFile(join(folder, 'index.json'), JSON.stringify(index));
  await writeMadeFiles(own.icons, join(outDir, 'icons'));
  const names = new Set(files.map(([path]) => path));
  const read = (path: string): string => readFileSync(portal.pathOf(path), 'utf8');
  // Pages of codes look and work alike, so that what one needs is what all need.
  const [codePage] = files.find(([path]) => CODE_PAGE.test(path)) ?? [];
  const ofCodes = codePage === undefined ? [] : frameFiles(codePage, names, read).slice(0, -1);
  const frame = [...new Set([...ofCodes, ...frameFiles(FALLBACK, names, read)])];
  // As worker-settings.ts has them.
  const workerSettings = {
    base: basePathOf(siteUrl),
    version,
    frame: frame.map(requestPath),
    fallback: requestPath(FALLBACK),
    language,
    notes: offline.note,
  };
  const worker = `const WORKER_SETTINGS=${JSON.stringify(workerSettings)};\n${own.worker}`;
  await writeFile(join(outDir, 'sw.js'), worker);
};
