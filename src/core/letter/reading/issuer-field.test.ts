import { expect, it } from 'vitest';
import { missing } from './field.ts';
import { readIssuer } from './issuer-field.ts';
import { sourceLines } from './source-text.ts';

const read = (head: string) => readIssuer(sourceLines(head), missing(), null).issuer;

it.each([
  ['ศาลากลางจังหวัดนครพนม', 'จังหวัดนครพนม'],
  ['กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม', 'กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม'],
  ['สำนักงาน ก.จ., ก.ท. และ ก.อบต.', 'สำนักงาน ก.จ., ก.ท. และ ก.อบต.'],
  ['สำนักงานเทศบาลตำบลทดลอง', 'เทศบาลตำบลทดลอง'],
])('reads the issuer of %s', (head, name) => {
  expect(read(head)).toMatchObject({ value: name, doubts: [] });
});

it('does not take the address of another office for the issuer', () => {
  const issuer = read('สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดนครพนม\nอำเภอเมืองนครพนม จังหวัดนครพนม');
  expect(issuer.doubts.map(({ code }) => code)).toContain('sources-disagree');
});
