import { describe, expect, it } from 'vitest';
import type { Attachment } from '#core/letter/letter.ts';
import { archiveHref, viewAttachments } from './attachments.ts';

const FOLDER = '/circulars/2568/a/';
const file = (given: Partial<Attachment> = {}): Attachment => ({
  title: 'คู่มือ',
  file: 'guide.pdf',
  size: 1_234_567,
  sha256: 'a'.repeat(64),
  ...given,
});

describe('an attachment', () => {
  it.each([
    ['guide.pdf', /PDF/],
    ['form.docx', /Word/],
    ['list.XYZ', /XYZ/],
  ])('is named by its kind: %s', (name, type) => {
    expect(viewAttachments([file({ file: name })], FOLDER)[0]?.file?.type).toMatch(type);
  });

  it('leads to its file beside the page', () => {
    const [view] = viewAttachments([file()], FOLDER);
    expect(view).toMatchObject({
      anchor: 'attachment-1',
      withdrawn: null,
      file: { href: `${FOLDER}guide.pdf`, replacedBy: null },
    });
  });

  it('leads from a replaced one to what takes its place', () => {
    const views = viewAttachments(
      [file({ replacedBy: 'new.pdf' }), file({ title: 'คู่มือใหม่', file: 'new.pdf' })],
      FOLDER,
    );
    expect(views[0]?.file?.replacedBy).toEqual({ href: '#attachment-2', title: 'คู่มือใหม่' });
    expect(views[1]?.file?.replacedBy).toBe(null);
  });

  it('without a file says why, and has no link', () => {
    const [view] = viewAttachments([{ title: 'แบบ', missing: 'ยังไม่มีไฟล์' }], FOLDER);
    expect(view).toMatchObject({ file: null, missing: 'ยังไม่มีไฟล์', withdrawn: null });
  });

  it('that was taken off says when and why, and leads to a newer one', () => {
    const views = viewAttachments(
      [
        {
          title: 'แบบเก่า',
          withdrawn: { file: 'old.pdf', date: '2026-03-01', reason: 'replaced' },
          replacedBy: 'new.pdf',
        } as Attachment,
        file({ file: 'new.pdf' }),
      ],
      FOLDER,
    );
    expect(views[0]?.file).toBe(null);
    expect(views[0]?.withdrawn).toContain('1 มีนาคม 2569');
    expect(views[0]?.successor).toEqual({ href: '#attachment-2', title: 'คู่มือ' });
  });
});

it.each([
  ['a file', [file()], true],
  ['no file', [{ title: 'แบบ', missing: 'ยังไม่มี' }], false],
  ['nothing', [], false],
])('offers an archive of %s only where it would hold one', (_, attachments, offered) => {
  expect(archiveHref(attachments, FOLDER) !== null).toBe(offered);
});
