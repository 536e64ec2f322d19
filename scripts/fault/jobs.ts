import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FULL, madeUpFiles, SILENT } from '../track/testing/made-up-files.ts';
import type { Call } from './run-process.ts';

/** A command that is to be disturbed, on a made-up project. */
export interface Job {
  readonly name: string;
  /** Arguments of node, after the folder of scripts; `nth` makes the writers of a crowd differ. */
  readonly args: (nth: number) => readonly string[];
  /** What it is given, beside content/. */
  readonly input: (nth: number) => Readonly<Record<string, string>>;
}

const thai = (number: number): string =>
  [...String(number)].map((digit) => String.fromCharCode(0x0e50 + Number(digit))).join('');

const letter = (number: number): string => `ที่ มท ๐๘๙๙.๙/ว ${thai(number)}

กรมตัวอย่าง
ถนนตัวอย่าง กรุงเทพฯ ๑๐๓๐๐

๒๑ มีนาคม ๒๕๖๘

เรื่อง  การทดสอบการเขียนแฟ้มฉบับที่ ${thai(number)}

เรียน  ผู้ว่าราชการจังหวัด ทุกจังหวัด

ด้วยกรมตัวอย่างจัดทำข้อมูลสมมติเพื่อทดสอบการเขียนแฟ้มเมื่อเครื่องหยุดทำงานกลางคัน

จึงเรียนมาเพื่อโปรดทราบ

ขอแสดงความนับถือ


(นายตัวอย่าง สมมติ)
อธิบดีกรมตัวอย่าง
`;

const register = (nth: number): string =>
  [
    'เลขทะเบียนรับ,วันที่รับ,ที่,ลงวันที่,จาก,เรื่อง',
    `${200 + nth},๑๑ มี.ค. ๖๘,มท ๐๘๙๙.๙/ว ๑๑,๓ มี.ค. ๖๘,กรมตัวอย่าง,เรื่องตัวอย่าง`,
    `${300 + nth},๑๓ พ.ค. ๖๗,มท ๐๘๙๙.๙/ว ๕,๑ พ.ค. ๖๗,กรมตัวอย่าง,เรื่องตัวอย่าง`,
    '',
  ].join('\n');

const AUTHORITIES = [
  'id,type,full_name_th,name_en,province,districts,letter_from',
  '880050,pao,องค์การบริหารส่วนจังหวัดตัวอย่าง,,88,,province',
  '8899,town,เทศบาลเมืองตัวอย่าง,,88,8801,province',
  '880151,sao,องค์การบริหารส่วนตำบลหนึ่ง,,88,8801,district',
  '880152,subdistrict-municipality,เทศบาลตำบลหนึ่ง,,88,8801,district',
  '880251,sao,องค์การบริหารส่วนตำบลสอง,,88,8802,district',
  '890151,sao,องค์การบริหารส่วนตำบลสาม,,89,8901,district',
  '890152,sao,องค์การบริหารส่วนตำบลสี่,,89,8901,district',
  '',
].join('\n');

/** Of two fiscal years, so that two files are written. */
const FINANCE = [
  'อปท.,เดือน,หมวด,จำนวนเงิน',
  'อบต.หนึ่ง,ก.ย. 67,งบกลาง,"1,500.25"',
  'อบต.หนึ่ง,ต.ค. 67,งบกลาง,200',
  'อบต.สอง,ต.ค. 67,งบกลาง,300',
  '',
].join('\n');

const AUTHORITY_IDS = ['d8801', 'd8802', 'd8901'];

/** The commands that write content. */
export const JOBS: readonly Job[] = [
  {
    name: 'track record',
    args: (nth) => [
      ...['track.ts', 'record', FULL.slice('2568/'.length), '--kind', 'received'],
      ...['--office', 'd8802', '--date', '2025-04-01', '--desk', `โต๊ะ ${nth}`],
      ...['--number', String(500 + nth), '--source', 'register:d8802'],
    ],
    input: () => ({}),
  },
  {
    name: 'track import',
    args: (nth) => [
      ...['track.ts', 'import', `register-${nth}.csv`],
      ...['--office', AUTHORITY_IDS[nth % AUTHORITY_IDS.length] as string],
    ],
    input: (nth) => ({ [`register-${nth}.csv`]: register(nth) }),
  },
  {
    name: 'registry import',
    args: () => ['registry.ts', 'import', 'list.csv', '--as-of', '2025-06-01'],
    input: () => ({ 'list.csv': AUTHORITIES }),
  },
  { name: 'qr register', args: () => ['qr.ts', '--register'], input: () => ({}) },
  {
    name: 'ingest',
    args: (nth) => ['ingest.ts', `letter-${nth}.txt`],
    input: (nth) => ({ [`letter-${nth}.txt`]: letter(70 + nth) }),
  },
  {
    name: 'figures import',
    args: () => ['figures.ts', 'import', 'finance.csv', '--as-of', '2025-06-01'],
    input: () => ({ 'finance.csv': FINANCE }),
  },
  {
    name: 'figures sample',
    args: () => ['figures.ts', 'sample', '--until', '2024-11'],
    input: () => ({}),
  },
  {
    name: 'new',
    args: (nth) => ['new.ts', 'faq', `Question ${nth}`, '--slug', `question-${nth}`],
    input: () => ({}),
  },
];

/** A job as a call of node in a project; `scripts` is the folder of the commands. */
export const callOf = (job: Job, scripts: string, cwd: string, nth = 0): Call => {
  const [script = '', ...args] = job.args(nth);
  return {
    file: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', join(scripts, script), ...args],
    cwd,
  };
};

const ATTACHMENTS = `attachments:
  - title: แบบตัวอย่าง
    copies: 1
    missing: ข้อมูลตัวอย่างไม่มีไฟล์
`;

/** Writes the made-up project for a job, with the input of as many writers, into a folder. */
export const writeProject = (root: string, job: Job, writers = 1): void => {
  const files = madeUpFiles();
  const page = `content/circulars/${SILENT}/index.mdx`;
  files[page] = (files[page] as string).replace('actions: []\n', (line) => line + ATTACHMENTS);
  for (let nth = 0; nth < writers; nth++) Object.assign(files, job.input(nth));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};

/** A new folder for a project. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'wian-fault-'));
