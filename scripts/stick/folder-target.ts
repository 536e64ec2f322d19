import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Problem, ProblemError } from '#core/problem.ts';
import { type Checked, printChecksums, readChecksums } from '#core/stick/checksums.ts';
import { nameKey } from '#core/stick/safe-name.ts';
import { type FormerStick, goneFrom, isOurs, type Lying, stepFor } from '#core/stick/update.ts';
import { naming } from '#store/files/read-file.ts';
import { replaceFile, saveToDisk } from '#store/files/replace-file.ts';
import type { MadeFile } from './make-files.ts';
import { OWN } from './pieces.ts';

/** SHA-256 of bytes in lower-case hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** What came of a run. */
export interface Written {
  files: number;
  bytes: number;
  written: number;
  writtenBytes: number;
  kept: number;
  removed: number;
  /** Files that are not on the new stick, and were changed by somebody: they stay. */
  readonly changed: string[];
}

/** Nothing written yet. */
export const newWritten = (): Written => ({
  files: 0,
  bytes: 0,
  written: 0,
  writtenBytes: 0,
  kept: 0,
  removed: 0,
  changed: [],
});

const damagedList = (file: string, line: number): ProblemError =>
  new ProblemError([
    {
      file,
      line,
      what: 'this line of the list of digests is damaged',
      why: 'Without the list nobody can tell which files are ours, and which were put there by somebody.',
      fix: 'Move what is yours off the stick, empty it, and run the command again.',
    },
  ]);

const readList = (path: string, shown: string): readonly Checked[] => {
  if (!existsSync(path)) return [];
  const read = readChecksums(readFileSync(path, 'utf8'));
  if ('line' in read) throw damagedList(shown, read.line);
  return read.files;
};

/** What an earlier run left in a folder. */
export const readFormer = (folder: string): FormerStick => {
  const files = readList(join(folder, OWN.checksums), OWN.checksums);
  const begun = readList(join(folder, OWN.begun), OWN.begun);
  return {
    files: new Map(files.map(({ path, sha256 }) => [path, sha256])),
    begun: new Set(begun.map(({ path }) => path)),
  };
};

/** Files that are not there yet have no digest. */
const NO_DIGEST = '0'.repeat(64);
const MOST_NAMED = 10;

/** A folder on a stick, which holds nothing, things of other people, or an older stick. */
export class FolderTarget {
  readonly #folder: string;
  readonly #former: FormerStick;
  readonly #isDry: boolean;
  /** The files and folders that the stick has, by the key of the path; `path` is as the stick spells it. */
  readonly #lying = new Map<string, { readonly path: string; readonly isFile: boolean }>();
  readonly #listTime: number;
  readonly #made = new Set<string>();
  readonly #digests = new Map<string, string>();
  readonly written = newWritten();

  /** Reads what is in a folder. `tops`: names in it that the stick will have. */
  constructor(folder: string, tops: ReadonlySet<string>, isDry: boolean) {
    this.#folder = folder;
    this.#isDry = isDry;
    this.#former = readFormer(folder);
    const list = join(folder, OWN.checksums);
    this.#listTime = existsSync(list) ? lstatSync(list).mtimeMs : 0;
    const keys = new Set([...tops].map(nameKey));
    for (const path of this.#former.files.keys()) keys.add(nameKey(path.split('/')[0] ?? ''));
    for (const path of this.#former.begun) keys.add(nameKey(path.split('/')[0] ?? ''));
    if (existsSync(folder)) this.#look('', keys);
  }

  #look(below: string, only: ReadonlySet<string> | null): void {
    for (const entry of readdirSync(join(this.#folder, below), { withFileTypes: true })) {
      if (only !== null && !only.has(nameKey(entry.name))) continue;
      const path = below + entry.name;
      this.#lying.set(nameKey(path), { path, isFile: entry.isFile() });
      if (entry.isDirectory()) this.#look(`${path}/`, null);
    }
  }

  /** Why some paths can't be written, if something else is there. */
  #conflicts(paths: readonly string[]): string[] {
    const found = new Set<string>();
    const folders = new Set(paths.map((path) => dirname(path)).filter((path) => path !== '.'));
    const { files, begun } = this.#former;
    const own = this.#lying.get(nameKey(OWN.folder));
    if (own && files.size + begun.size === 0) found.add(own.path);
    for (const path of folders) {
      const there = this.#lying.get(nameKey(path));
      if (there && (there.isFile || !lstatSync(join(this.#folder, there.path)).isDirectory()))
        found.add(there.path);
    }
    for (const path of paths) {
      const there = this.#lying.get(nameKey(path));
      if (there && !(there.isFile && there.path === path && isOurs(this.#former, path)))
        found.add(there.path);
    }
    return [...found];
  }

  /** Throws where the folder holds other things under names of the stick; then says in the folder what will be written. */
  begin(paths: readonly string[], shown: string): void {
    const conflicts = this.#conflicts(paths);
    if (conflicts.length > 0) {
      const problems: Problem[] = conflicts.slice(0, MOST_NAMED).map((path) => ({
        file: `${shown}/${path}`,
        what: 'this is not a file of an older stick, and a new one has a file or folder of that name',
        fix: 'Move it elsewhere, or give another folder.',
      }));
      const others = conflicts.length - problems.length;
      if (others > 0) {
        problems.push({ file: null, what: `and ${others} more`, fix: 'Give an empty folder.' });
      }
      throw new ProblemError(problems);
    }
    if (this.#isDry) return;
    mkdirSync(this.#folder, { recursive: true });
    const all = [...new Set([...paths, ...this.#former.begun])].sort();
    const list = all.map((path) => ({ path, sha256: NO_DIGEST }));
    replaceFile(join(this.#folder, OWN.begun), printChecksums(list));
  }

  #lyingAt(path: string): Lying | null {
    const there = this.#lying.get(nameKey(path));
    if (!there?.isFile) return null;
    const { size, mtimeMs } = lstatSync(join(this.#folder, there.path));
    // FAT keeps times in steps of two seconds.
    return { size, isNewer: mtimeMs > this.#listTime + 2000 };
  }

  /** Puts a file on the stick, if it is not there already. */
  put({ path, bytes }: MadeFile): void {
    const sha256 = sha256Of(bytes);
    this.#digests.set(path, sha256);
    this.written.files++;
    this.written.bytes += bytes.length;
    const target = join(this.#folder, path);
    let step = stepFor(this.#former, path, { size: bytes.length, sha256 }, this.#lyingAt(path));
    if (step === 'read') step = sha256Of(readFileSync(target)) === sha256 ? 'keep' : 'write';
    if (step === 'keep') {
      this.written.kept++;
      return;
    }
    this.written.written++;
    this.written.writtenBytes += bytes.length;
    if (this.#isDry) return;
    const folder = dirname(target);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    try {
      writeFileSync(target, bytes);
    } catch (error) {
      throw naming(target, error);
    }
  }

  #remove(path: string): void {
    const target = join(this.#folder, path);
    const there = this.#lying.get(nameKey(path));
    if (!there?.isFile || there.path !== path) return;
    const digest = this.#former.files.get(path);
    // Only what a run that broke off began has no digest; nobody else had that name then.
    if (digest !== undefined && sha256Of(readFileSync(target)) !== digest) {
      if (!this.#former.begun.has(path)) {
        this.written.changed.push(path);
        return;
      }
    }
    this.written.removed++;
    if (!this.#isDry) rmSync(target);
  }

  #removeEmpty(folders: Iterable<string>): void {
    for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
      const target = join(this.#folder, folder);
      if (existsSync(target) && readdirSync(target).length === 0) rmdirSync(target);
    }
  }

  /** Removes what was ours and is no more, saves everything, and writes the list of digests. */
  end(): void {
    const gone = goneFrom(
      this.#former,
      new Set(this.#digests.keys()),
      [...this.#lying.values()].map(({ path }) => path),
    );
    for (const path of gone) this.#remove(path);
    if (this.#isDry) return;
    const folders = new Set<string>();
    for (const path of gone) {
      for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(at);
    }
    this.#removeEmpty(folders);
    // The list says that everything is there: it must not reach the stick before the rest.
    if (process.platform !== 'win32') spawnSync('sync', ['-f', this.#folder]);
    const list = [...this.#digests].map(([path, sha256]) => ({ path, sha256 }));
    const path = join(this.#folder, OWN.checksums);
    replaceFile(path, printChecksums(list.sort((a, b) => (a.path < b.path ? -1 : 1))));
    rmSync(join(this.#folder, OWN.begun), { force: true });
    saveToDisk(this.#folder);
  }
}
