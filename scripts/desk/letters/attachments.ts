import { dirname, join } from 'node:path';
import { findPersonalData } from '#core/letter/personal-data.ts';
import type { AttachedFile, AttachmentAnswer } from '#core/letter/settling/page.ts';
import { ProblemError } from '#core/problem.ts';
import {
  answersPath,
  type FileFacts,
  keepAttachment,
  keepFacts,
  type LetterUpload,
  readFacts,
  removeAttachment,
} from '#store/desk/letter-uploads.ts';
import type { Desk } from '../app.ts';
import { emptyFile, filesOf, sentAttachment } from './files.ts';
import { detachName, fileName } from './form.ts';
import { inProcess } from './in-process.ts';
import type { MatterView } from './view.ts';

const pathOf = (data: string, id: string, file: string): string =>
  join(dirname(answersPath(data, id)), file);

const personal = (file: string): ProblemError =>
  new ProblemError([
    {
      file,
      what: 'its title holds personal data',
      why: 'Personal data is never published.',
      fix: 'Give it another title.',
    },
  ]);

/** The attachments of a matter with their size and SHA-256, as they will be published. */
export const attachedOf = (data: string, id: string, matter: MatterView): AttachedFile[] =>
  (matter.letters[0].answered.page.attachments ?? []).map((item) => ({
    ...item,
    ...readFacts(data, id, item.file),
  }));

interface Sent {
  readonly item: AttachmentAnswer;
  readonly bytes: Uint8Array;
}

/** The files of the form that were chosen, each with its title. */
const sentIn = async (
  listed: readonly string[],
  body: Readonly<Record<string, unknown>>,
): Promise<Sent[]> => {
  const all: Sent[] = [];
  for (let index = 0; index <= listed.length; index += 1) {
    const [file] = filesOf(body[fileName(index)]);
    if (!file) continue;
    if (file.size === 0) throw emptyFile(file.name);
    const { name, bytes } = await sentAttachment(file, index);
    const isListed = index < listed.length;
    const typed = typeof body['attach-title'] === 'string' ? body['attach-title'].trim() : '';
    const title = (isListed ? listed[index] : typed) || name;
    if (findPersonalData(title).length > 0) throw personal(name);
    all.push({ item: { title, file: name, ...(isListed ? { at: index } : {}) }, bytes });
  }
  return all;
};

/**
 * The attachments of a matter as the form leaves them; those that were sent are kept, where they may be published. Rejects with a
 * ProblemError where one may not, and then keeps none of them.
 */
export const attachmentsOf = async (
  { root, settings: { data } }: Pick<Desk, 'root' | 'settings'>,
  { upload: { id }, matter }: { readonly upload: LetterUpload; readonly matter: MatterView },
  body: Readonly<Record<string, unknown>>,
): Promise<AttachmentAnswer[]> => {
  const [original] = matter.letters;
  const listed = original.reading.attachments.map(({ field }) => field.value ?? '');
  const before = (original.answered.page.attachments ?? []).filter(
    ({ file }) => typeof body[detachName(file)] !== 'string',
  );
  const sent = await sentIn(listed, body);
  if (sent.length === 0) return before;
  const items = sent.map(({ item, bytes }) => ({
    ...item,
    file: keepAttachment(data, id, { name: item.file, bytes }),
  }));
  try {
    const facts = await inProcess<FileFacts[]>({
      kind: 'attach',
      root,
      today: '',
      folder: '',
      inputs: items.map(({ file }) => ({ path: pathOf(data, id, file), name: file })),
    });
    for (const [at, one] of facts.entries())
      keepFacts(data, id, (items[at] as AttachmentAnswer).file, one);
  } catch (error) {
    for (const { file } of items) removeAttachment(data, id, file);
    throw error;
  }
  const replaced = new Set(items.map(({ at }) => at).filter((at) => at !== undefined));
  return [...before.filter(({ at }) => at === undefined || !replaced.has(at)), ...items];
};
