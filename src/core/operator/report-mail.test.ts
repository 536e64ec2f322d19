import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_REPORT, type ReportedPage, reportMail } from './report-mail.ts';

const TEXTS = {
  subject: (about: string) => `แจ้งข้อผิดพลาด: ${about}`,
  page: 'หน้า',
  address: 'ที่อยู่',
  number: 'เลขที่หนังสือ',
  request: 'สิ่งที่ผิด:',
};
const PAGE: ReportedPage = {
  title: 'ซักซ้อมการใช้ระบบ & แบบ 100%',
  url: 'https://wian.made-up.go.th/circulars/2568/dla-0899-9-w12-0402/',
  number: 'มท 0899.9/ว 12',
};
const TO = 'wian@made-up.go.th';

/** What a mail app reads in the address. */
const read = (uri: string) => {
  const [, to = '', query = ''] = /^mailto:([^?]*)\?(.*)$/.exec(uri) ?? [];
  const fields = query.split('&').map((field) => field.split('='));
  return {
    to: decodeURIComponent(to),
    names: fields.map(([name]) => name),
    subject: decodeURIComponent(fields[0]?.[1] ?? ''),
    body: decodeURIComponent(fields[1]?.[1] ?? ''),
  };
};

describe('reportMail', () => {
  it('fills in page, letter number and address, and asks last for what is wrong', () => {
    expect(read(reportMail(TO, PAGE, TEXTS))).toEqual({
      to: TO,
      names: ['subject', 'body'],
      subject: 'แจ้งข้อผิดพลาด: มท 0899.9/ว 12',
      body: [
        'หน้า: ซักซ้อมการใช้ระบบ & แบบ 100%',
        'เลขที่หนังสือ: มท 0899.9/ว 12',
        'ที่อยู่: https://wian.made-up.go.th/circulars/2568/dla-0899-9-w12-0402/',
        '',
        'สิ่งที่ผิด:',
        '',
      ].join('\r\n'),
    });
  });

  it('names a page without a letter by its title, and leaves an unknown address to be filled in', () => {
    const { subject, body } = read(reportMail(TO, { ...PAGE, number: null, url: null }, TEXTS));
    expect(subject).toBe('แจ้งข้อผิดพลาด: ซักซ้อมการใช้ระบบ & แบบ 100%');
    expect(body).toContain('\r\nที่อยู่: \r\n');
    expect(body).not.toContain('เลขที่หนังสือ');
  });

  it.each([
    ['a+b&c%d@made-up.go.th', 'mailto:a%2Bb%26c%25d@made-up.go.th?'],
    ["o'clock?x@made-up.go.th", 'mailto:o%27clock%3Fx@made-up.go.th?'],
  ])('encodes the address %s', (to, begin) => {
    expect(reportMail(to, PAGE, TEXTS).startsWith(begin)).toBe(true);
  });

  it.each(['กำหนดการ'.repeat(200), 'ผู้ที่มีหน้าที่เกี่ยวข้อง '.repeat(90), '👩‍👩‍👧 '.repeat(400)])(
    'cuts a long title between letters: %#',
    (title) => {
      for (const number of [PAGE.number, null]) {
        const uri = reportMail(TO, { ...PAGE, title, number }, TEXTS);
        expect(uri.length).toBeLessThanOrEqual(LONGEST_REPORT);
        const cut = /หน้า: (.*)…\r\n/.exec(read(uri).body)?.[1] ?? '';
        expect(cut.length).toBeGreaterThan(20);
        expect(title.startsWith(cut)).toBe(true);
        expect(title.slice(cut.length)).not.toMatch(/^\p{M}/u);
      }
    },
  );

  it('makes an address of ASCII for any title, that gives the title back', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(anything, (title) => {
        const uri = reportMail(TO, { ...PAGE, title }, TEXTS);
        expect(uri).toMatch(/^mailto:[!-~]+$/);
        expect(uri).not.toMatch(/["'<> ]/);
        const line = title.toWellFormed().replaceAll(/\s+/g, ' ').trim();
        expect(read(uri).body.startsWith(`หน้า: ${line}\r\n`)).toBe(true);
      }),
    );
  });
});
