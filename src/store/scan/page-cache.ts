import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDamagedSecrecyLine, isSecrecyLine } from '#core/letter/secrecy.ts';
import type { FilePage } from '#core/scan/scanned-page.ts';
import { digestOfFiles } from '../content/code-digest.ts';
import { readSealed, writeSealed } from '../files/cache-file.ts';

/** What decides how a page is read; a change of any of it makes pages be read anew. */
const SOURCES = ['src/core/scan', 'src/store/scan', 'src/core/letter/reading/redact.ts'];

const FOLDER = '.cache/scans';

/** Pages that were read already, so that a run which was ended goes on where it was. */
export interface PageCache {
  readonly get: (digest: string, number: number) => FilePage | null;
  readonly put: (digest: string, page: FilePage) => void;
  /** Forgets a file, such as one whose letter turned out to be secret. */
  readonly forget: (digest: string) => void;
}

/** Whether a page may be kept: nothing of secret letters is written anywhere. */
const mayKeep = (one: FilePage): boolean =>
  one.kind === 'blank' ||
  (one.kind === 'scan' &&
    !one.page.lines.some(({ text }) => isSecrecyLine(text) || isDamagedSecrecyLine(text)));

/** The cache of pages of a project. Personal data is taken out of a page before it comes here. */
export const pageCache = async (root: string, code: string): Promise<PageCache> => {
  const version = (await digestOfFiles(code, SOURCES)).slice(0, 16);
  const folderOf = (digest: string): string => join(root, FOLDER, digest);
  const fileOf = (digest: string, number: number): string =>
    join(folderOf(digest), `${number}-${version}.json`);
  return {
    get: (digest, number) => {
      const bytes = readSealed(fileOf(digest, number));
      return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as FilePage);
    },
    put: (digest, page) => {
      if (mayKeep(page)) {
        writeSealed(fileOf(digest, page.number), Buffer.from(JSON.stringify(page)));
      }
    },
    forget: (digest) => rmSync(folderOf(digest), { recursive: true, force: true }),
  };
};
