import { describe, expect, it } from 'vitest';
import type { Circular } from '#core/letter/circular.ts';
import type { LetterFile } from '#core/letter/letter-file.ts';
import { viewLetterFile } from './letter-file.ts';

const FOLDER = '/circulars/2568/a/';
const view = (letterFile?: LetterFile) =>
  viewLetterFile(
    {
      title: 'วิธีเข้าใช้งาน',
      letterFile,
      attachments: [],
      draft: true,
      letter: { number: { value: 'มท 1/ว 1' }, references: [] },
    } as unknown as Circular,
    FOLDER,
  );

const FILE = { file: 'letter.pdf', size: 1_234_567, sha256: 'a'.repeat(64), sheets: 3 };

it('is none where the portal has no file of the letter', () => {
  expect(view()).toBe(null);
});

describe('the file of a letter', () => {
  it('says its type, size and pages before it is fetched', () => {
    expect(view(FILE)?.file).toMatchObject({
      href: `${FOLDER}letter.pdf`,
      about: 'เอกสาร PDF · 1.2 เมกะไบต์ · 3 หน้า',
      sha256: 'a'.repeat(64),
      more: null,
    });
  });

  it('has a picture of each page, described by page and letter', () => {
    expect(view(FILE)?.file?.pictures.map(({ src, alt }) => [src, alt])).toEqual([
      [`${FOLDER}letter.pdf.page-1.webp`, 'หน้า ๑ ของหนังสือ วิธีเข้าใช้งาน'],
      [`${FOLDER}letter.pdf.page-2.webp`, 'หน้า ๒ ของหนังสือ วิธีเข้าใช้งาน'],
      [`${FOLDER}letter.pdf.page-3.webp`, 'หน้า ๓ ของหนังสือ วิธีเข้าใช้งาน'],
    ]);
  });

  it('says where a long letter goes on', () => {
    const file = view({ ...FILE, sheets: 21 })?.file;
    expect(file?.pictures).toHaveLength(20);
    expect(file?.more).toBe('แสดงภาพ 20 หน้าแรก จากทั้งหมด 21 หน้า หน้าที่เหลืออยู่ในไฟล์');
  });

  it('that was taken off has no link, and says when and why', () => {
    const withdrawn = { file: 'letter.pdf', date: '2026-11-10', reason: 'privacy' } as const;
    expect(view({ sha256: 'a'.repeat(64), withdrawn })).toEqual({
      anchor: 'letter-file',
      withdrawn: 'เวียนถอนไฟล์นี้เมื่อ 10 พฤศจิกายน 2569 เพราะไฟล์มีข้อมูลส่วนบุคคล',
      file: null,
    });
  });

  it('of a draft shows where each field was seen', () => {
    const box = [100, 200, 300, 220] as const;
    const seen = [
      { field: 'letter.number', sheet: 1, box },
      { field: 'letter.to.1', sheet: 2, box },
    ];
    expect(view({ ...FILE, seen })?.file?.fields).toEqual({
      summary: 'เทียบแต่ละช่องกับภาพในหนังสือ (2 ภาพ)',
      pictures: [
        {
          name: 'เลขที่หนังสือ',
          src: `${FOLDER}letter.pdf.field.letter.number.webp`,
          alt: 'ภาพจากสำเนาหนังสือตรงที่อ่านเลขที่หนังสือ หน้า ๑',
          caption: 'ภาพจากสำเนาหนังสือ หน้า ๑',
        },
        {
          name: 'เรียน รายการที่ ๒',
          src: `${FOLDER}letter.pdf.field.letter.to.1.webp`,
          alt: 'ภาพจากสำเนาหนังสือตรงที่อ่านเรียน รายการที่ ๒ หน้า ๒',
          caption: 'ภาพจากสำเนาหนังสือ หน้า ๒',
        },
      ],
    });
    expect(view(FILE)?.file?.fields).toBe(null);
  });
});
