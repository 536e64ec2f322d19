import { readProvinceMap } from '#output/image/province-map.ts';
import { type Files, GOOD, OFFICES } from '../check/good-content.ts';

const page = (fields: string, body = ''): string =>
  `---\n${fields}\npublished: "2026-11-01"\n---\n\n${body}\n`;

const KNOWN = new Map([
  ['Chiang Mai', 'p50'],
  ['Bangkok', 'p10'],
]);

/** The registry: every province of the map, and in Chiang Mai two districts, of which one is no more, and two authorities. */
const offices = [
  'id,type,name,name_en,province,districts,prefix,from,until,successor,source',
  'dla,department,กรมส่งเสริมการปกครองท้องถิ่น,,,,มท,,,,made-up',
  ...readProvinceMap()
    .shapes.filter(({ name }) => name !== 'Lake Songkha')
    .map(({ name }, at) => {
      const id = KNOWN.get(name) ?? `p${at < 40 ? at + 11 : at + 12}`;
      return `${id === 'p50' && name !== 'Chiang Mai' ? 'p99' : id},province,จังหวัด${name === 'Chiang Mai' ? 'เชียงใหม่' : name},${name},,,,,,,made-up`;
    }),
  'd5008,district,อำเภอเดิม,,p50,,,,2020-01-01,d5009,made-up',
  'd5009,district,อำเภอฝาง,Fang,p50,,,,,,made-up',
  'a500001,pao,องค์การบริหารส่วนจังหวัดเชียงใหม่,,p50,,,,,,made-up',
  'a500101,sao,อบต. สมมุติ,,p50,d5009,,,,,made-up',
].join('\n');

/** A small made-up portal: what the check's tests have, a route, and a page of each kind. */
export const SITE_FILES: Files = new Map([
  ...GOOD,
  [OFFICES, `${offices}\n`],
  [
    'content/registry/routes/made-up.yaml',
    `key: made-up
name: made-up
issuers: [dla]
outside: [p10]
steps:
  - from: issuer
    to:
      - {branch: provinces, types: [province]}
  - from: province
    to:
      - {branch: districts, types: [district]}
      - {branch: paos, types: [pao]}
  - from: district
    to:
      - {branch: saos, types: [sao]}
source: made-up
`,
  ],
  [
    'content/faq/reset.mdx',
    page(`title: ลืมรหัสผ่านทำอย่างไร
summary: ขอรหัสผ่านใหม่ด้วยแบบฟอร์ม
topic: รหัสผ่าน
order: 1
answeredBy: [forms/access]`),
  ],
  [
    'content/faq/no-answer.mdx',
    page(`title: ระบบเปิดกี่โมง
summary: ไม่มีหนังสือใดบอกไว้
topic: เวลา
order: 2`),
  ],
  [
    'content/forms/access.mdx',
    page(`title: แบบขอสิทธิใช้ระบบ
summary: ใช้ขอรหัสผ่าน
filledBy: [user]
sentTo: หัวหน้าหน่วยงานคลัง
sample: true
attachments:
  - {title: แบบ, missing: ยังไม่มีไฟล์}
  - title: แบบเก่า
    withdrawn: {file: old.pdf, date: "2026-11-10", reason: replaced}
    sha256: ${'a'.repeat(64)}`),
  ],
  [
    'content/news/closed.mdx',
    page(`title: ปิดระบบชั่วคราว
summary: ปิดระบบหนึ่งคืน
notice: {kind: closed, service: New e-LAAS, from: "2026-11-20", until: "2026-11-22"}`),
  ],
  [
    'content/news/course.mdx',
    page(`title: เปิดอบรม
summary: เปิดรับสมัครอบรม`),
  ],
  [
    'content/changelog/columns.mdx',
    page(`title: เพิ่มคอลัมน์ในรายงาน
summary: รายงานมีคอลัมน์ใหม่
system: new-elaas
effective: "2026-10"
fiscalYear: 2570`),
  ],
]);
