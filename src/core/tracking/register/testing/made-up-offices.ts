import { buildRegistry } from '#core/office/registry.ts';
import { namedOffice as office } from '#core/office/testing/made-up-office.ts';

/** Two made-up provinces with what is in them. */
export const registry = buildRegistry([
  office('dla', 'department', 'กรมส่งเสริมการปกครองท้องถิ่น'),
  office('p88', 'province', 'จังหวัดตัวอย่าง'),
  office('p89', 'province', 'จังหวัดทดลอง'),
  office('d8801', 'district', 'อำเภอเมืองตัวอย่าง', 'p88'),
  office('d8802', 'district', 'อำเภอสอง', 'p88'),
  office('a880050', 'pao', 'องค์การบริหารส่วนจังหวัดตัวอย่าง', 'p88'),
  office('a8899', 'town', 'เทศบาลเมืองตัวอย่าง', 'p88', ['d8801']),
  office('a880151', 'sao', 'องค์การบริหารส่วนตำบลสอง', 'p88', ['d8801']),
  office('a880251', 'sao', 'องค์การบริหารส่วนตำบลสอง', 'p88', ['d8802']),
  office('a880252', 'subdistrict-municipality', 'เทศบาลตำบลสาม', 'p88', ['d8802']),
]);
