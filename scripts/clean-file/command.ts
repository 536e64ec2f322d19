import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { NamingMetadata } from '#core/check/content.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { DocumentProblem } from '#store/document/document-problem.ts';
import { cleanFile } from '#store/document/metadata/clean-file.ts';
import { metadataOf } from '#store/document/metadata/metadata-of.ts';
import { readTextNow } from '#store/files/read-file.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import {
  type FileVersion,
  fileVersion,
  readSteady,
  requireVersion,
} from '#store/files/steady-file.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { languageOf } from '../lib/language.ts';
import { type Cleaned, withDigest } from './plan.ts';

interface Planned {
  /** As the user named it. */
  readonly name: string;
  readonly path: string;
  readonly naming: readonly NamingMetadata[];
  readonly bytes: Uint8Array;
  readonly from: Cleaned;
  readonly to: Cleaned;
  /** Pages and lists of covering letters that name the file, as they will be, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was read of each file that is written anew. */
  readonly versions: ReadonlyMap<string, FileVersion | null>;
}

const digestOf = (bytes: Uint8Array): Cleaned => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
});

/** The versions of a file and of those that may name it, taken before any is read. */
const versionsBeside = async (path: string): Promise<Map<string, FileVersion | null>> => {
  const versions = new Map([[path, await fileVersion(path)]]);
  for (const name of readdirSync(dirname(path)).filter((one) => /\.(?:mdx|yaml)$/.test(one))) {
    const beside = join(dirname(path), name);
    versions.set(beside, await fileVersion(beside));
  }
  return versions;
};

const textsBeside = (path: string, from: Cleaned, to: Cleaned): Map<string, string> => {
  const texts = new Map<string, string>();
  if (from.sha256 === to.sha256) return texts;
  const folder = dirname(path);
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:mdx|yaml)$/.test(name)) continue;
    const text = withDigest(readTextNow(join(folder, name)), from, to);
    if (text !== null) texts.set(join(folder, name), text);
  }
  return texts;
};

const plan = async (cwd: string, name: string): Promise<Planned> => {
  const path = resolve(cwd, name);
  const versions = await versionsBeside(path);
  const original = new Uint8Array(await readSteady(path, name));
  const { naming } = await metadataOf(original, name);
  const bytes = await cleanFile(original, name);
  const [from, to] = [digestOf(original), digestOf(bytes)];
  return { name, path, naming, bytes, from, to, texts: textsBeside(path, from, to), versions };
};

const problemOf = (name: string, error: unknown): readonly Problem[] => {
  if (error instanceof ProblemError) return error.problems;
  if (error instanceof DocumentProblem) return [{ file: name, ...error.problem }];
  if (error instanceof Error && !('syscall' in error)) {
    const fix = 'Open it in the program that made it, save it again, and give that.';
    return [{ file: name, what: 'the file cannot be read', why: error.message, fix }];
  }
  throw error;
};

const linesOf = ({ name, naming, from, to, texts }: Planned, cwd: string): string[] => {
  if (naming.length === 0) return [`${name}: names nobody; left as it is`];
  const properties = naming.map(({ property }) => property).join(', ');
  return [
    `${name}: taken out: ${properties}`,
    `  size ${from.size} -> ${to.size}, sha256 ${to.sha256}`,
    ...[...texts.keys()].map((path) => `  written anew: ${relative(cwd, path)}`),
  ];
};

/**
 * The file first: where the machine stops in between, the check tells that its page has another digest. What somebody has
 * changed since it was read is not written over.
 */
const apply = async (
  { name, path, bytes, from, to, texts, versions }: Planned,
  cwd: string,
): Promise<void> => {
  if (from.sha256 === to.sha256) return;
  for (const file of [path, ...texts.keys()]) {
    await requireVersion(
      file,
      versions.get(file) ?? null,
      file === path ? name : relative(cwd, file),
    );
  }
  replaceFile(path, bytes);
  for (const [page, text] of texts) replaceFile(page, text);
};

const run = async (names: readonly string[], isDry: boolean, io: CommandIo): Promise<number> => {
  let code: number = EXIT.ok;
  for (const name of names) {
    try {
      const planned = await plan(io.cwd, name);
      for (const line of linesOf(planned, io.cwd)) io.out(line);
      if (!isDry) await apply(planned, io.cwd);
    } catch (error) {
      code = EXIT.failed;
      for (const problem of problemOf(name, error)) io.err(languageOf(io.env).print(problem));
    }
  }
  if (isDry) io.out('nothing written (--dry-run)');
  return code;
};

/** `npm run clean-file` */
export const cleanFileCommand: Command = {
  help: `
npm run -s clean-file -- FILE... [--dry-run]

Takes out of files what their metadata says of who made them, where and with whose device: writers and properties of Office
and OpenDocument files, of PDF (document information, XMP, writers of notes), and of pictures (Exif with the place, IPTC, XMP,
comments), also of pictures within documents. What is shown stays. Each file is written anew in its place; size and SHA-256
follow in the page or the covering letters beside it. See docs/personal-data.md.

  --dry-run   tells what would be taken out, writes nothing

Exit code: 0 when it is done or nothing needs to be done, 1 when a file was refused.
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new UsageError('Which files?');
    return run(positionals, values['dry-run'], io);
  },
};
