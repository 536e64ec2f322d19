import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { SHORT_CODES_FILE } from '#core/short-link/register.ts';
import { ATTACHMENT_NUMBERS } from '#store/content/attachment-numbers.ts';
import { REGISTER } from '#store/content/register.ts';
import { draftFolder, registerId } from '#store/content/write-circular.ts';
import type { PageAction } from '#store/desk/letter-tables.ts';
import type { By } from '#store/desk/members.ts';
import {
  type ChangedText,
  confirmPage,
  type PageChange,
  type PlannedPage,
  pagesOfLetter,
  plannedPages,
  planPage,
  uncommittedPages,
  voidPage,
} from '#store/desk/page-changes.ts';
import { readContentText, replaceContentFile } from '#store/files/content-file.ts';
import { applyPlan } from '../../ingest/apply.ts';
import { mintNumbers } from '../../qr/register.ts';
import type { Desk } from '../app.ts';
import type { ContentWork } from '../content-work.ts';
import { commitPages } from '../page-commits.ts';
import type { DeskPlan } from './planning.ts';
import { isDraftText, pageFile, publishedText } from './publish-draft.ts';
import {
  ChangedSince,
  folderFiles,
  isTextFile,
  keyOf,
  type LetterWork,
  REGISTERS,
  removeDraft,
  textsOf,
} from './work-parts.ts';

/** Makes the one that letters go into the content by. */
export const letterWork = (
  { root, database, report }: Pick<Desk, 'root' | 'database' | 'report'>,
  work: ContentWork,
): LetterWork => {
  const { db } = database;
  const textOf = (file: string): string | null => readContentText(root, file) ?? null;
  const isAt = (texts: readonly ChangedText[], side: 'before' | 'after'): boolean =>
    texts.every(({ file, [side]: text }) => textOf(file) === text);

  const commitAll = (): Promise<void> => commitPages({ root, database, report });

  /** Plans, writes, confirms and commits; nothing counts of what fails before all texts are written. */
  const change = async (
    planned: PlannedPage,
    by: By,
    write: () => Promise<void> | void,
  ): Promise<void> => {
    const id = await planPage(db, planned, by);
    try {
      await write();
    } catch (error) {
      if (isAt(planned.texts, 'after') && planned.texts.length > 0)
        await confirmPage(db, id, by.now);
      else await voidPage(db, id);
      throw error;
    }
    await confirmPage(db, id, by.now);
    await commitAll();
  };

  const write = ({ file, after }: ChangedText): void => {
    if (after !== null) replaceContentFile(root, file, after);
    else rmSync(join(root, file), { force: true });
  };

  /** Writes the texts of a letter anew that the desk wrote before; throws where somebody else has changed them since. */
  const replace = async (planned: DeskPlan, letter: string, by: By): Promise<string> => {
    const { plan, kept } = planned;
    if (plan.kind !== 'new') throw new ChangedSince();
    const circular = `${plan.draft.year}/${plan.draft.id}`;
    const folder = draftFolder(plan.draft);
    const written = new Map(
      (await pagesOfLetter(db, letter.split(' ')[0] as string))
        .filter((one) => one.circular === circular)
        .flatMap(({ texts }) => texts.map(({ file, after }) => [file, after] as const)),
    );
    if ([...written].some(([file, text]) => textOf(file) !== text)) throw new ChangedSince();
    const after = new Map(textsOf(planned).map((one) => [one.file, one.after]));
    const texts = [...new Set([...written.keys(), ...after.keys()])]
      .map((file) => ({ file, before: textOf(file), after: after.get(file) ?? null }))
      .filter((one) => one.before !== one.after);
    const bytes = [
      ...plan.beside,
      ...(kept === null ? [] : [[kept.letterFile.file, kept.bytes] as const]),
    ].map(([name, content]) => [`${folder}/${name}`, content] as const);
    if (texts.length === 0) return circular;
    const files = [...texts.map(({ file }) => file), ...bytes.map(([file]) => file)];
    const base = { letter, circular, undoes: null, action: 'replace-letter' as const };
    await change({ ...base, texts, files }, by, () => {
      for (const [file, content] of bytes) replaceContentFile(root, file, content);
      texts.forEach(write);
    });
    return circular;
  };

  const take: LetterWork['take'] = (planned, letter, { today, take: names, replaces }, by) =>
    work.inTurn(async () => {
      if (replaces !== null) return replace(planned, letter, by);
      const { plan, kept } = planned;
      const taken = new Set(names);
      const ask = async ({ name }: { readonly name: string }) =>
        taken.has('all') || taken.has(name);
      if (plan.kind === 'new') {
        const circular = `${plan.draft.year}/${plan.draft.id}`;
        const folder = draftFolder(plan.draft);
        const texts = textsOf(planned);
        const names = [
          ...texts.map(({ file }) => file),
          ...[...plan.beside.keys()].map((name) => `${folder}/${name}`),
          ...(kept === null ? [] : [`${folder}/${kept.letterFile.file}`]),
        ];
        // The mint of the id is part of the change: it goes when the draft is taken back.
        const files = [...names, REGISTER];
        const base = { letter, circular, undoes: null, action: 'take-letter' as const };
        await change({ ...base, texts, files }, by, async () => {
          await applyPlan(root, plan, { today, ask, kept });
        });
        return circular;
      }
      const { existing } = plan;
      const folder = `content/circulars/${existing.id}`;
      const before = [...existing.texts].map(
        ([name, text]) => [`${folder}/${name}`, text] as const,
      );
      if (before.some(([file, text]) => textOf(file) !== text)) throw new ChangedSince();
      const known = before.map(([file, text]) => ({ file, before: text, after: text }));
      const files = [...known.map(({ file }) => file), REGISTER];
      const more = kept === null ? [] : [`${folder}/${kept.letterFile.file}`];
      // What the merge makes of the texts is known once it is made: a start after a kill compares with what was before.
      const base = { letter, circular: existing.id, undoes: null, action: 'merge-letter' as const };
      const id = await planPage(db, { ...base, texts: known, files: [...files, ...more] }, by);
      try {
        await applyPlan(root, plan, { today, ask, kept });
      } finally {
        await settleMerge(id, existing.id, known, by.now);
      }
      await commitAll();
      return existing.id;
    });

  /** Notes what a merge has made of the texts; it is void where that is nothing. */
  const settleMerge = async (
    id: number,
    circular: string,
    known: readonly ChangedText[],
    now: Date,
  ): Promise<void> => {
    const old = new Map(known.map(({ file, before }) => [file, before]));
    const files = new Set([...old.keys(), ...folderFiles(root, circular).filter(isTextFile)]);
    const texts = [...files].map((file) => ({
      file,
      before: old.get(file) ?? null,
      after: textOf(file),
    }));
    const changed = texts.filter(({ before, after }) => before !== after);
    if (changed.length === 0) return voidPage(db, id);
    await db
      .updateTable('page_change')
      .set({ texts: JSON.stringify(changed) })
      .where('id', '=', id)
      .where('state', '=', 'planned')
      .execute();
    await confirmPage(db, id, now);
  };

  const publish: LetterWork['publish'] = (circular, letter, today, by) =>
    work.inTurn(async () => {
      const file = pageFile(circular);
      const before = textOf(file);
      if (before === null || !isDraftText(before)) return false;
      const after = publishedText(before, today);
      const files = [
        ...folderFiles(root, circular),
        ...REGISTERS.filter((one) => existsSync(join(root, one))),
      ];
      const planned = {
        action: 'publish' as const,
        letter,
        circular,
        texts: [{ file, before, after }],
        files: [...new Set([...files, SHORT_CODES_FILE, ATTACHMENT_NUMBERS.file])],
        undoes: null,
      };
      await change(planned, by, async () => {
        replaceContentFile(root, file, after);
        await mintNumbers(root, today);
      });
      return true;
    });

  const undo: LetterWork['undo'] = (id, by) =>
    work.inTurn(async () => {
      const all = await pagesOfLetter(db, id);
      const undone = new Set(all.map(({ undoes }) => undoes));
      const last = all.findLast((one) => one.action !== 'undo' && !undone.has(one.id));
      if (!last) return null;
      if (!isAt(last.texts, 'after')) throw new ChangedSince();
      const { circular, letter } = last;
      // An id that was published is printed: its page stays, as a draft.
      const isNew = last.action === 'take-letter';
      if (isNew && all.some((one) => one.circular === circular && one.action === 'publish'))
        throw new ChangedSince();
      const texts = last.texts.map(({ file, before, after }) => ({
        file,
        before: after,
        after: before,
      }));
      const files = [...new Set([...last.files, ...folderFiles(root, circular)])];
      const planned = {
        action: 'undo' as PageAction,
        letter,
        circular,
        texts,
        files,
        undoes: last.id,
      };
      await change(planned, by, () => (isNew ? removeDraft(root, circular) : texts.forEach(write)));
      return circular;
    });

  const finish = async ({ id, action, circular, texts, undoes }: PageChange): Promise<void> => {
    const now = new Date();
    if (action === 'merge-letter') return settleMerge(id, circular, texts, now);
    if (isAt(texts, 'after')) {
      const key = action === 'take-letter' ? await keyOf(root, circular) : null;
      if (key) await registerId(root, key, key.today);
      if (action === 'undo' && undoes !== null && texts.every(({ after }) => after === null))
        removeDraft(root, circular);
      if (action === 'publish') await mintNumbers(root, now.toISOString().slice(0, 10));
      await confirmPage(db, id, now);
    } else await voidPage(db, id);
  };

  return {
    take,
    publish,
    undo,
    recover: async () => {
      const [planned, uncommitted] = [
        await plannedPages(db, 'letters'),
        await uncommittedPages(db),
      ];
      if (planned.length + uncommitted.length === 0) return;
      await work.inTurn(async () => {
        for (const one of planned) {
          try {
            await finish(one);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            report(`desk: page ${one.id} was interrupted: ${error.message}`);
          }
        }
        await commitAll();
      });
    },
  };
};
