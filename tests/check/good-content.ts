import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatProblem } from '#core/problem.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';

/** Files of a small made-up project, by path; every rule of the check is content with it. */
export type Files = ReadonlyMap<string, string>;

export const TODAY = '2026-11-21';
export const CIRCULAR = 'content/circulars/2568/dla-0808-4-w15-0402';
export const PAGE = `${CIRCULAR}/index.mdx`;
export const LETTERS = `${CIRCULAR}/covering-letters.yaml`;
export const REGISTER = 'content/circulars/permanent-ids.csv';
export const SHORT_CODES = 'content/circulars/short-codes.csv';
export const ATTACHMENT_NUMBERS = 'content/circulars/attachment-numbers.csv';
export const MOVED = 'content/moved-addresses.csv';
export const MOVEMENTS = `${CIRCULAR}/movements.csv`;
export const OFFICES = 'content/registry/offices.csv';
export const GUIDE = `${CIRCULAR}/guide.pdf`;
export const MANUAL = 'content/manuals/sign-in.mdx';
export const LAW = 'content/laws/old-letter.mdx';

/** A page of A4 with a line of text; `info` is what stands in its document information. */
export const pdf = (line: string, info = ''): string => {
  const drawing = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`;
  return [
    '%PDF-1.4',
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj',
    `4 0 obj <</Length ${drawing.length}>> stream\n${drawing}\nendstream endobj`,
    '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
    ...(info === '' ? [] : [`6 0 obj <<${info}>> endobj`]),
    `trailer <</Root 1 0 R${info === '' ? '' : '/Info 6 0 R'}/Size ${info === '' ? 6 : 7}>>`,
    '%%EOF',
  ].join('\n');
};

const guide = pdf('Guide 0-2241-9000');
const sha256 = createHash('sha256').update(guide).digest('hex');

/** The lines of the page that say where its attachment is. */
export const GUIDE_FIELDS = `    file: guide.pdf
    size: ${guide.length}
    sha256: ${sha256}`;

/** A project that the check finds nothing wrong with. */
export const GOOD: Files = new Map([
  [
    PAGE,
    `---
id: dla-0808-4-w15-0402
title: วิธีเข้าใช้งาน
summary: ยืนยันตัวตนก่อนเข้าใช้งาน
letter:
  level: department
  issuer: dla
  number: มท 0808.4/ว 15
  date: "2025-04-02"
  subject: การเข้าใช้งานระบบ
  to:
    - text: ผู้ว่าราชการจังหวัด ทุกจังหวัด
      group: provinces
  secrecy: normal
  references:
    - number: มท 0808.4/ว 9
      date: "2024-01-15"
      record: laws/old-letter
    - number: มท 0808.4/ว 10
      date: "2024-01-16"
      external: true
  contact:
    unit: สำนักบริหารการคลังท้องถิ่น
    phones: [0-2241-9000]
attachments:
  - title: คู่มือ
${GUIDE_FIELDS}
force:
  status: unknown
cancels:
  - number: มท 0808.4/ว 9
    date: "2024-01-15"
    record: laws/old-letter
actions:
  - role: user
    what: ยืนยันตัวตน
    source: chiang-mai
source: สำเนาสแกน
published: "2026-11-21"
---

อ่าน [คู่มือ](guide.pdf) และ [วิธีเข้าระบบ](/manuals/sign-in/#ขั้นตอน) หรือ [หน้าเกี่ยวกับ](/about/)
`,
  ],
  [
    LETTERS,
    `- key: chiang-mai
  level: province
  issuer: p50
  number: ชม 0023.5/ว 100
  date: "2025-04-22"
  subject: การเข้าใช้งานระบบ
  to:
    - text: นายอำเภอ ทุกอำเภอ
      group: districts
  secrecy: normal
- key: fang
  passesOn: chiang-mai
  level: district
  issuer: d5009
  number:
    doubt: unclear
    readings:
      - read: ชม ๐๐๒๓.๑๕/๖๖
        value: ชม 0023.15/66
        source: fang
  date: 2025-04
  subject: การเข้าใช้งานระบบ
  to:
    - text: นายกเทศมนตรีตำบล ทุกแห่ง
  secrecy: normal
`,
  ],
  [GUIDE, guide],
  [
    REGISTER,
    `id,year,issuer,number,date,minted
dla-0808-4-w15-0402,2568,dla,มท 0808.4/ว 15,2025-04-02,2026-11-21
`,
  ],
  [SHORT_CODES, 'circular,code,minted\n2568/dla-0808-4-w15-0402,FVD2YV,2026-11-21\n'],
  [
    ATTACHMENT_NUMBERS,
    'circular,attachment,file,minted\n2568/dla-0808-4-w15-0402,1,guide.pdf,2026-11-21\n',
  ],
  [MOVED, 'from,to,since,why\n/manuals/log-in/,/manuals/sign-in/,2026-11-21,เปลี่ยนชื่อ\n'],
  [
    MANUAL,
    `---
title: วิธีเข้าระบบ
summary: เข้าระบบด้วย ThaiID
published: "2026-11-21"
roles: [user]
order: 1
sources: [circulars/2568/dla-0808-4-w15-0402]
---

## ขั้นตอน

เปิดระบบแล้วกดปุ่ม ถ้าอายุ \\< 18 ปีให้ติดต่อ [หน่วยงาน](https://www.dla.go.th/) ที่ 0-2241-9000
`,
  ],
  [
    LAW,
    `---
title: หนังสือเก่า
summary: หนังสือที่ถูกยกเลิก
published: "2026-11-21"
kind: directive-letter
issuer: dla
number: มท 0808.4/ว 9
date: "2024-01-15"
force: {status: cancelled, by: circulars/2568/dla-0808-4-w15-0402}
---
`,
  ],
  [
    MOVEMENTS,
    `no,kind,office,date,time,number,desk,to,read,doubt,source,corrects,note
1,sent,dla,2025-04-02,,มท 0808.4/ว 15,,provinces,,,letter,,
2,received,p50,2025-04-11,,11775,,,,,chiang-mai,,
3,sent,p50,2025-04-22,,ชม 0023.5/ว 100,,districts;a500001,,,register:p50,,
`,
  ],
  [
    OFFICES,
    `id,type,name,name_en,province,districts,prefix,from,until,successor,source
dla,department,กรมส่งเสริมการปกครองท้องถิ่น,,,,มท,,,,made-up
p50,province,จังหวัดเชียงใหม่,,,,ชม,,,,made-up
d5009,district,อำเภอฝาง,,p50,,,,,,made-up
a500001,pao,องค์การบริหารส่วนจังหวัดเชียงใหม่,,p50,,,,,,made-up
`,
  ],
  ['content/registry/coverage.csv', 'area,type,total,as_of,source\n'],
  ['src/pages/about.astro', ''],
  ['src/pages/[kind]/index.astro', ''],
  ['src/pages/manuals/[slug].astro', ''],
  ['public/favicon.svg', ''],
]);

/** The files with one text in one of them replaced; fails where that text does not stand there exactly once. */
export const replaced = (files: Files, path: string, from: string, to: string): Files => {
  const parts = (files.get(path) ?? '').split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in ${path}`);
  return new Map(files).set(path, parts.join(to));
};

export const added = (files: Files, path: string, text: string): Files =>
  new Map(files).set(path, text);

export const removed = (files: Files, path: string): Files => {
  const rest = new Map(files);
  if (!rest.delete(path)) throw new Error(`there is no ${path}`);
  return rest;
};

/** The files of one folder moved to another. */
export const moved = (files: Files, from: string, to: string): Files =>
  new Map([...files].map(([path, text]) => [path.replace(`${from}/`, `${to}/`), text]));

const write = async (root: string, files: Files): Promise<void> => {
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
};

/** Writes the files into a new folder, and hands it over until `use` is done. */
export const withProject = async <T>(
  files: Files,
  use: (root: string) => Promise<T>,
): Promise<T> => {
  const root = await mkdtemp(join(tmpdir(), 'wian-check-'));
  try {
    await write(root, files);
    return await use(root);
  } finally {
    await rm(root, { recursive: true });
  }
};

const messagesOf = async (root: string): Promise<string[]> =>
  (await checkProject(root, TODAY)).problems.map(formatProblem);

/** One project for many looks: to make a folder for each takes longer than to check it. */
interface Place {
  readonly root: string;
  /** What stands there now. */
  files: Files;
}

let place: Promise<Place> | undefined;
const placeOf = async (): Promise<Place> => ({
  root: await mkdtemp(join(tmpdir(), 'wian-check-')),
  files: new Map(),
});

/** Removes a file, and the folders that are empty without it. */
const remove = async (root: string, path: string): Promise<void> => {
  await rm(join(root, path));
  let folder = dirname(path);
  while (folder !== '.' && (await readdir(join(root, folder))).length === 0) {
    await rmdir(join(root, folder));
    folder = dirname(folder);
  }
};

/** Changes what stands there to these files and no other. */
const change = async (at: Place, files: Files): Promise<void> => {
  for (const path of at.files.keys()) if (!files.has(path)) await remove(at.root, path);
  await write(at.root, new Map([...files].filter(([path, text]) => at.files.get(path) !== text)));
  at.files = files;
};

const forget = ({ root }: Place): Promise<void> =>
  rm(join(root, '.cache'), { recursive: true, force: true });

/** What the check says of the files, each problem as it is printed. */
export const checked = async (files: Files): Promise<string[]> => {
  place ??= placeOf();
  const at = await place;
  await change(at, files);
  await forget(at);
  return messagesOf(at.root);
};

/** What the check says of the files where it has seen good content in their place before. */
export const checkedAgain = async (files: Files): Promise<string[]> => {
  await checked(GOOD);
  const at = await (place as Promise<Place>);
  await change(at, files);
  await messagesOf(at.root);
  return messagesOf(at.root);
};
