import { stringify } from 'yaml';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';

// Everything here is made up: offices, numbers, names. Unit 0899 and the prefixes ตย and ทล are of no office.

const OFFICES = `id,type,name,name_en,province,districts,prefix,from,until,successor,source
moi,ministry,กระทรวงตัวอย่าง,,,,มท,,,,test
dla,department,กรมตัวอย่าง,Sample Department,,,มท,,,,test
p88,province,จังหวัดตัวอย่าง,Sample,,,ตย,,,,test
p89,province,จังหวัดทดลอง,Trial,,,ทล,,,,test
d8801,district,อำเภอหนึ่ง,One,p88,,,,,,test
d8802,district,อำเภอสอง,Two,p88,,,,,,test
d8901,district,อำเภอสาม,Three,p89,,,,,,test
a880050,pao,องค์การบริหารส่วนจังหวัดตัวอย่าง,,p88,,,,,,test
a8899,town,เทศบาลเมืองตัวอย่าง,,p88,d8801,,,,,test
a880151,sao,องค์การบริหารส่วนตำบลหนึ่ง,,p88,d8801,,,,,test
a880152,subdistrict-municipality,เทศบาลตำบลหนึ่ง,,p88,d8801,,,,,test
a880251,sao,องค์การบริหารส่วนตำบลสอง,,p88,d8802,,,,,test
a890151,sao,องค์การบริหารส่วนตำบลสาม,,p89,d8901,,,,,test
`;

const COVERAGE = `area,type,total,as_of,source
th,province,2,2025-01,test
th,district,3,2025-01,test
th,pao,2,2025-01,test
th,city,0,2025-01,test
th,town,1,2025-01,test
th,subdistrict-municipality,1,2025-01,test
th,sao,4,2025-01,test
th,special,0,2025-01,test
`;

const ROUTE = {
  key: 'made-up',
  name: 'เส้นทางตัวอย่าง',
  issuers: ['dla', 'moi'],
  outside: [],
  steps: [
    { from: 'issuer', to: [{ branch: 'provinces', types: ['province'] }] },
    {
      from: 'province',
      to: [
        { branch: 'districts', types: ['district'] },
        { branch: 'paos', types: ['pao'] },
        { branch: 'towns', types: ['town'] },
      ],
    },
    {
      from: 'district',
      to: [
        { branch: 'subdistrict-municipalities', types: ['subdistrict-municipality'] },
        { branch: 'saos', types: ['sao'] },
      ],
    },
  ],
  source: 'test',
};

const letter = (number: unknown, date: unknown, rest: object = {}) => ({
  level: 'department',
  issuer: 'dla',
  number,
  date,
  subject: 'เรื่องตัวอย่าง',
  to: [{ text: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด', group: 'provinces' }],
  secrecy: 'normal',
  ...rest,
});

const page = (id: string, front: object): string =>
  `---\n${stringify({
    id,
    sample: true,
    title: `หนังสือตัวอย่าง ${id}`,
    summary: 'ตัวอย่างเพื่อการทดสอบ',
    force: { status: 'unknown' },
    actions: [],
    source: 'ข้อมูลตัวอย่าง',
    published: '2025-03-03',
    ...front,
  })}---\n\nตัวอย่าง\n`;

const ledger = (...rows: readonly string[]): string =>
  [MOVEMENT_COLUMNS.join(','), ...rows.map((row, at) => `${at + 1},${row}`), ''].join('\n');

/** A circular whose chain is on record down to one authority; it states a deadline. */
export const FULL = '2568/dla-0899-9-w11-0303';
/** A circular whose number is read in two ways and whose dates are doubtful. */
export const DOUBTFUL = '2568/dla-x-wx-0403';
/** A circular of the year before, without a ledger. */
export const SILENT = '2567/dla-0899-9-w5-0501';

const CIRCULARS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [FULL]: {
    'index.mdx': page('dla-0899-9-w11-0303', {
      letter: letter('มท 0899.9/ว 11', '2025-03-03', { urgency: 'normal' }),
      claims: [{ key: 'opened', label: 'วันเปิดใช้', value: { from: '2025-03-15' } }],
      actions: [
        {
          key: 'report',
          role: 'local-authority',
          what: 'รายงานผลตัวอย่าง',
          deadline: '2025-03-31',
          source: 'letter',
        },
      ],
    }),
    'covering-letters.yaml': stringify([
      {
        ...letter('ตย 0023.9/ว 21', '2025-03-07', {
          level: 'province',
          issuer: 'p88',
          urgency: 'normal',
        }),
        key: 'sample-province',
        passesOn: 'letter',
        to: [
          { text: 'นายอำเภอ ทุกอำเภอ', group: 'districts' },
          { text: 'นายกองค์การบริหารส่วนจังหวัดตัวอย่าง', office: 'a880050' },
        ],
        cites: { issuer: 'dla', number: 'มท 0899.9/ว 11', date: '2025-03-03' },
        claims: [{ key: 'opened', label: 'วันเปิดใช้', value: { from: '2025-03-01' } }],
      },
      {
        ...letter('ตย 0023.91/31', '2025-03-12', { level: 'district', issuer: 'd8801' }),
        key: 'one',
        passesOn: 'sample-province',
        to: [{ text: 'นายกองค์การบริหารส่วนตำบล ทุกแห่ง', group: 'saos' }],
        cites: { issuer: 'p88', number: 'ตย 0023.9/ว 21', date: '2025-03-07' },
      },
    ]),
    'movements.csv': ledger(
      'sent,dla,2025-03-03,,มท 0899.9/ว 11,,provinces,,,letter,,',
      'received,p88,2025-03-05,09:30,101,ศาลากลาง,,,,sample-province,,ตรารับ',
      'received,p88,2025-03-06,,7,กลุ่มงานตัวอย่าง,,,,sample-province,,',
      'sent,p88,2025-03-07,,ตย 0023.9/ว 21,,districts;a880050,,,sample-province,,',
      'received,d8801,2025-03-10,,301,,,,,one,,',
      'sent,d8801,2025-03-12,,ตย 0023.91/31,,subdistrict-municipalities;saos,,,one,,',
      'received,a880151,2025-03-14,10:00,401,,,,,register:a880151,,',
      'done,a880151,2025-03-20,,,,,,,register:a880151,,',
    ),
  },
  [DOUBTFUL]: {
    'index.mdx': page('dla-x-wx-0403', {
      letter: letter(
        {
          doubt: 'conflict',
          readings: [
            { read: 'มท ๐๘๙๙.๙/ว ๑๒', value: 'มท 0899.9/ว 12', source: 'letter' },
            { read: 'มท ๐๘๙๙.๙/ว ๑๘', value: 'มท 0899.9/ว 18', source: 'trial-province' },
          ],
        },
        {
          value: '2025-04-03',
          doubt: 'cited',
          readings: [{ read: '๓ เมษายน ๒๕๖๘', value: '2025-04-03', source: 'trial-province' }],
        },
      ),
    }),
    'covering-letters.yaml': stringify([
      {
        ...letter('ทล 0023.9/ว 41', '2025-04', { level: 'province', issuer: 'p89' }),
        key: 'trial-province',
        passesOn: 'letter',
        to: [{ text: 'นายอำเภอ ทุกอำเภอ', group: 'districts' }],
        cites: { issuer: 'dla', number: 'มท 0899.9/ว 18', date: '2025-04-03' },
      },
    ]),
    'movements.csv': ledger(
      'sent,dla,2025-04-03,,,,provinces,มท ๐๘๙๙.๙/ว ๑๒ หรือ ๑๘,number date:cited,trial-province,,',
      'sent,p89,2025-04,,ทล 0023.9/ว 41,,districts,๗๐ เมษายน ๒๕๖๘,date,trial-province,,',
    ),
  },
  [SILENT]: {
    'index.mdx': page('dla-0899-9-w5-0501', { letter: letter('มท 0899.9/ว 5', '2024-05-01') }),
  },
};

/** Every file of the made-up project, by its path. */
export const madeUpFiles = (): Record<string, string> => ({
  'content/registry/offices.csv': OFFICES,
  'content/registry/coverage.csv': COVERAGE,
  'content/registry/office-rules.csv': 'office,days,unit,from,source\n',
  'content/registry/routes/made-up.yaml': stringify(ROUTE),
  ...Object.fromEntries(
    Object.entries(CIRCULARS).flatMap(([id, texts]) =>
      Object.entries(texts).map(([name, text]) => [`content/circulars/${id}/${name}`, text]),
    ),
  ),
});

/** The ledger of a circular of the project, relative to its root. */
export const ledgerOf = (id: string): string => `content/circulars/${id}/movements.csv`;
