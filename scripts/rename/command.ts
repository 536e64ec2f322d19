import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { ProblemError } from '#core/problem.ts';
import { replaceContentFile } from '#store/files/content-file.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { citationsOf, nameNow, planRename, type RenamePlan } from './plan.ts';
import { type AskedDraft, readDraft } from './read.ts';

/** covering-letters.yaml with the citations that the page settles; null where there are none. */
const settledLetters = ({ lettersText, circular, coveringLetters }: AskedDraft): string | null => {
  const { settled } = citationsOf(circular, coveringLetters);
  if (lettersText === null || settled.length === 0) return null;
  const document = parseDocument(lettersText);
  for (const { index, field, value } of settled) document.setIn([index, 'cites', field], value);
  return document.toString({ lineWidth: 0 });
};

/**
 * Writes what names the draft, then its own files, and moves its folder at last: until then it is found by its former id,
 * and who runs the command again after a crash comes to the same end.
 */
const apply = (root: string, { from, to, texts }: RenamePlan): void => {
  const isOwn = (path: string): boolean => path.startsWith(`content/${from}/`);
  const write = (some: readonly (readonly [string, string])[]): void => {
    for (const [path, text] of some) replaceContentFile(root, path, text);
  };
  const all = [...texts];
  write(all.filter(([path]) => !isOwn(path)));
  write(all.filter(([path]) => isOwn(path)));
  if (from !== to) {
    const target = join(root, 'content', to);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(root, 'content', from), target);
  }
};

const isThere = (path: string): ProblemError =>
  new ProblemError([
    {
      file: `content/${path}`,
      what: 'there is a folder of that name already',
      fix: 'Compare both circulars: they may be of one letter.',
    },
  ]);

/** `npm run rename` */
export const rename: Command = {
  help: `
npm run -s rename -- CIRCULAR [--dry-run] [--json]

Gives a draft the id that its page has earned: after an editor has corrected the number or the date of a letter that could
not be read (dla-x-wx-1112), before the page is public. Folder, id, registers and every page that names the draft follow;
what its movements and the citations in its covering letters mark as doubtful is corrected where the page is certain. A
circular that is public, or once was, is refused.

  CIRCULAR   the draft: dla-x-wx-1112, or 2568/dla-x-wx-1112
  --dry-run  shows what would change, writes nothing

  npm run -s rename -- dla-x-wx-1112 --dry-run

Exit code: 0 when it is done or nothing needs to be done, 1 when it is refused.
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [asked, ...more] = positionals;
    if (asked === undefined || more.length > 0) throw new UsageError('Give one circular.');
    const isDryRun = values['dry-run'] === true;
    const run = async (): Promise<RenamePlan> => {
      const draft = await readDraft(io.cwd, asked);
      const planned = planRename(draft, nameNow(draft), settledLetters(draft), io.today);
      const { from, to } = planned;
      if (from !== to && existsSync(join(io.cwd, 'content', to))) throw isThere(to);
      if (!isDryRun) apply(io.cwd, planned);
      return planned;
    };
    const { from, to, texts, changes, open } = await (isDryRun
      ? run()
      : whileLockedFor(io.cwd, run));
    const isWritten = !isDryRun && texts.size > 0;
    if (values.json) {
      io.out(JSON.stringify({ from, to, written: isWritten, changes, open }, null, 2));
      return EXIT.ok;
    }
    for (const line of changes) io.out(line);
    for (const line of open) io.out(`still open: ${line}`);
    if (texts.size === 0) io.out(`${from} has the id that its page gives; nothing was written`);
    else io.out(isWritten ? 'written; next: npm run check' : 'nothing was written');
    return EXIT.ok;
  },
};
