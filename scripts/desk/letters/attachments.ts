import { dirname, join } from 'node:path';
import { findPersonalData } from '#core/letter/personal-data.ts';
import type { AttachedFile, AttachmentAnswer } from '#core/letter/settling/page.ts';
import { ProblemError } from '#core/problem.ts';
import { answersPath, keepAttachment, type LetterUpload } from '#store/desk/letter-uploads.ts';
import { attachedFile } from '../../ingest/attach.ts';
import { filesOf, sentAttachment } from './files.ts';
import { detachName, fileName } from './form.ts';
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
export const attachedOf = async (
  data: string,
  id: string,
  matter: MatterView,
): Promise<AttachedFile[]> => {
  const items = matter.letters[0].answered.page.attachments ?? [];
  const all: AttachedFile[] = [];
  for (const item of items) {
    const { size, sha256 } = await attachedFile(pathOf(data, id, item.file), item.file);
    all.push({ ...item, size, sha256 });
  }
  return all;
};

/** The attachments of a matter as the form leaves them; those that were sent are kept, where they may be published. */
export const attachmentsOf = async (
  data: string,
  { upload, matter }: { readonly upload: LetterUpload; readonly matter: MatterView },
  body: Readonly<Record<string, unknown>>,
): Promise<AttachmentAnswer[]> => {
  const [original] = matter.letters;
  const listed = original.reading.attachments.map(({ field }) => field.value ?? '');
  let items = [...(original.answered.page.attachments ?? [])].filter(
    ({ file }) => typeof body[detachName(file)] !== 'string',
  );
  for (let index = 0; index <= listed.length; index += 1) {
    const [file] = filesOf(body[fileName(index)]);
    if (!file) continue;
    const sent = await sentAttachment(file, index);
    const name = keepAttachment(data, upload.id, sent);
    await attachedFile(pathOf(data, upload.id, name), name);
    const isListed = index < listed.length;
    const typed = typeof body['attach-title'] === 'string' ? body['attach-title'].trim() : '';
    const title = (isListed ? listed[index] : typed) || sent.name;
    if (findPersonalData(title).length > 0) throw personal(name);
    items = isListed ? items.filter(({ at: place }) => place !== index) : items;
    items.push({ title, file: name, ...(isListed ? { at: index } : {}) });
  }
  return items;
};
