import { describe, expect, it } from 'vitest';
import type { Circular } from '#core/letter/circular.ts';
import { viewFieldPictures, withCutOuts } from './cut-outs.ts';
import { viewLetterFace } from './letter-face.ts';

const FOLDER = '/circulars/2568/a/';
const UNCLEAR = {
  value: null,
  doubt: { kind: 'unclear' as const, readings: [{ read: '๗?', value: null, source: 'letter' }] },
};
const box = [100, 200, 300, 220] as const;

const circular = (draft: boolean): Circular =>
  ({
    draft,
    source: '',
    attachments: [],
    letterFile: {
      file: 'letter.pdf',
      size: 1,
      sha256: 'a'.repeat(64),
      sheets: 2,
      seen: [
        { field: 'letter.number', sheet: 1, box },
        { field: 'letter.date', sheet: 1, box },
        { field: 'letter.references.1', sheet: 2, box },
      ],
    },
    letter: {
      issuer: 'dla',
      number: UNCLEAR,
      date: { value: '2025-04-02' },
      subject: { value: 'การเข้าใช้งานระบบ' },
      to: [],
      references: [
        { number: { value: 'มท 0808.4/ว 1' }, date: { value: '2025-04-01' } },
        { number: { value: 'มท 0808.4/ว 2' }, date: UNCLEAR },
      ],
    },
  }) as unknown as Circular;

const face = (one: Circular) =>
  withCutOuts(viewLetterFace(one, new Map(), new Map(), String), one, FOLDER);

describe('cut-outs of a scan on the page of a circular', () => {
  it.each([true, false])('stand beside what is in doubt (draft: %s)', (draft) => {
    const shown = face(circular(draft));
    expect(shown.number.doubt?.pictures).toEqual([
      {
        src: `${FOLDER}letter.pdf.field.letter.number.webp`,
        alt: 'ภาพจากสำเนาหนังสือตรงที่อ่านเลขที่หนังสือ หน้า ๑',
        caption: 'ภาพจากสำเนาหนังสือ หน้า ๑',
      },
    ]);
    const [first, second] = shown.references;
    expect(second?.date?.doubt?.pictures).toMatchObject([
      { src: `${FOLDER}letter.pdf.field.letter.references.1.webp` },
    ]);
    expect([first?.name, first?.date, second?.name, shown.date].map((one) => one?.doubt)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('show the other fields of a draft, and none of them once it is published', () => {
    expect(viewFieldPictures(circular(true), FOLDER)?.pictures.map(({ name }) => name)).toEqual([
      'วันที่',
    ]);
    expect(viewFieldPictures(circular(false), FOLDER)).toBe(null);
  });
});
