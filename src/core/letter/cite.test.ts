import { expect, it } from 'vitest';
import { citeLetter } from './cite.ts';

const letter = {
  issuer: 'กรมส่งเสริมการปกครองท้องถิ่น',
  number: { value: 'มท 0808.4/ว 2007' },
  date: { value: '2024-09-17' },
  subject: { value: 'แนวทางปฏิบัติการใช้งาน' },
};

it('cites as official letters do', () => {
  expect(citeLetter(letter)).toBe(
    'หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗ ลงวันที่ ๑๗ กันยายน ๒๕๖๗ เรื่อง แนวทางปฏิบัติการใช้งาน',
  );
});

it('never hands on what is in doubt', () => {
  const readings = [{ read: 'ว ๑๖๓๙', value: 'มท 0808.4/ว 1639', source: 'letter' }];
  const doubtful = {
    ...letter,
    number: { value: 'มท 0808.4/ว 1639', doubt: { kind: 'unclear' as const, readings } },
    date: { value: '2025-04', doubt: { kind: 'unreadable' as const, readings: [] } },
  };
  expect(citeLetter(doubtful)).toBe(
    'หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ [ตรวจสอบกับต้นฉบับ] ลงวันที่ [ตรวจสอบกับต้นฉบับ] เรื่อง แนวทางปฏิบัติการใช้งาน',
  );
});
