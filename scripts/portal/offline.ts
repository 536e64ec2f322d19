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
import { LANGUAGES } from '#i18n/languages.ts';
import { writeMadeFiles } from '#store/files/made-files.ts';
import { FileDigests } from '#store/portal/file-digests.ts';
import type { PortalFiles } from '#store/portal/kept-files.ts';
import type { Settings } from '#store/settings.ts';
import type { OwnFiles } from './own-files.ts';

/** The page that stands in for one that is not kept. */
const FALLBACK = 'offline/index.html';

const listAll = ({ files, pathOf }: PortalFiles, digests: FileDigests): OfflineFile[] =>
  files()
    .filter(canBeKept)
    .map((path): OfflineFile => {
      const { bytes, digest } = digests.digestFile(path, pathOf(path));
      return [path, bytes, digest];
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
  const files = listAll(portal, known);
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
  const index: FileIndex = { version, day: asOf, dayText: site.asOf(format.date(asOf)), groups };
  await writeFile(join(folder, 'index.json'), JSON.stringify(index));
  await writeMadeFiles(own.icons, join(outDir, 'icons'));
  const names = new Set(files.map(([path]) => path));
  const frame = frameFiles(FALLBACK, names, (path) => readFileSync(portal.pathOf(path), 'utf8'));
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
