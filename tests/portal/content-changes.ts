import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { MOVED_ADDRESSES_FILE } from '#core/address/moved.ts';
import { REGISTRY_FILES } from '#store/registry/read-registry.ts';
import { sampleCircular } from '../../scripts/bench/sample-circulars.ts';

/** Made-up circulars in the project that is changed. Later ones refer to earlier ones. */
export const SAMPLES = 12;

/**
 * Where the code says how many circulars of a route the files of areas may list. With two, older ones of the project are
 * listed by none.
 */
export const LISTED = ['src/site/my/on-route.ts', /(?<=NEWEST = )\d+/, '2'] as const;

const FAQ = 'content/faq/about-changes.mdx';
const RENAMED = 'content/faq/about-renaming.mdx';

const faqPage = (title: string): string => `---
title: ${title}
summary: หน้าตัวอย่างเพื่อการทดสอบ
sample: true
published: "2026-11-21"
sources:
  - circulars/${sampleCircular(3).year}/${sampleCircular(3).id}
topic: ตัวอย่าง
order: 900
---

หน้านี้มีไว้ทดสอบเท่านั้น
`;

/** Replaces what a pattern finds in a file; throws where it finds nothing, so that no change is none. */
const edit = (root: string, file: string, from: string | RegExp, to: string): void => {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${file} has nothing of ${from} to be changed.`);
  writeFileSync(path, changed);
};

const fileOf = (n: number, name: string): string => `${sampleCircular(n).folder}/${name}`;

/** Addresses a letter to one office in place of all provinces. */
const sendTo = (root: string, n: number, office: string): void =>
  edit(root, fileOf(n, 'index.mdx'), 'group: provinces', `office: ${office}`);

/** Puts what the changes need besides the samples into a project: a page, and what the next day changes. */
export const prepareContent = (root: string): void => {
  writeFileSync(join(root, FAQ), faqPage('หน้าก่อนแก้'));
  edit(root, fileOf(8, 'index.mdx'), /deadline: .*$/m, 'deadline: "2026-12-02"');
  edit(root, fileOf(9, 'index.mdx'), /deadline: .*$/m, 'deadline: "2026-11-28"');
  for (const n of [9, 11]) sendTo(root, n, 'p50');
  const { movement } = sampleCircular(10);
  const tomorrow = movement.replace(/\d{4}-\d\d-\d\d/, '2026-11-29');
  appendFileSync(join(root, fileOf(10, 'movements.csv')), `${tomorrow}\n`);
};

const changeAttachment = (root: string): void => {
  const text = 'แบบรายงานที่แก้ไขแล้ว\n'.repeat(30);
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(root, fileOf(4, 'form.txt')), text);
  edit(root, fileOf(4, 'index.mdx'), /size: \d+/, `size: ${Buffer.byteLength(text)}`);
  edit(root, fileOf(4, 'index.mdx'), /sha256: [0-9a-f]{64}/, `sha256: ${sha256}`);
};

/** With it the menu has one section more, on every page. */
const addThread = (root: string): void => {
  mkdirSync(join(root, 'content/board'));
  writeFileSync(
    join(root, 'content/board/1.mdx'),
    `---
title: คำถามตัวอย่าง
summary: คำถามเพื่อการทดสอบ
published: 2026-11-21
sample: true
section: accounts
posts:
  - id: 1
    at: 2026-11-21T03:00:00Z
    text: คำถามนี้มีไว้ทดสอบเท่านั้น
---
`,
  );
};

/** What may happen to a project between two builds: to its content, or to the environment in which it is built. */
export interface Change {
  readonly name: string;
  readonly apply?: (root: string) => void;
  readonly env?: Readonly<Record<string, string>>;
}

/** Each kind of change, in an order in which one may follow the other. */
export const CHANGES: readonly Change[] = [
  {
    name: 'a title',
    apply: (root) => edit(root, fileOf(2, 'index.mdx'), /^title: .*$/m, 'title: ชื่อใหม่'),
  },
  {
    name: 'a body',
    apply: (root) => appendFileSync(join(root, fileOf(5, 'index.mdx')), '\nประโยคที่เติมเข้ามา\n'),
  },
  {
    name: 'a covering letter',
    apply: (root) =>
      edit(root, fileOf(6, 'covering-letters.yaml'), /unit: .*$/m, 'unit: หน่วยตัวอย่าง'),
  },
  {
    name: 'a movement',
    apply: (root) =>
      appendFileSync(join(root, fileOf(7, 'movements.csv')), `${sampleCircular(7).movement}\n`),
  },
  {
    // Before and after two newer ones go the same way, and none that is shown refers to it: it is counted alone.
    name: 'the way of a circular that no area lists',
    apply: (root) => sendTo(root, 5, 'p50'),
  },
  { name: 'an attachment', apply: changeAttachment },
  {
    name: 'a row of the registry',
    apply: (root) => edit(root, REGISTRY_FILES.offices, 'เทศบาลนครตัวอย่าง', 'เทศบาลนครตัวอย่างใหม่'),
  },
  {
    name: 'an amount of finance',
    apply: (root) =>
      edit(
        root,
        'content/finance/2568/sample-p11.csv',
        /(,revenue,taxes,)\d+\.\d+/,
        ',revenue,taxes,77.25',
      ),
  },
  { name: 'the first thread of the board', apply: addThread },
  {
    name: 'a page of the FAQ',
    apply: (root) => writeFileSync(join(root, FAQ), faqPage('หน้าหลังแก้')),
  },
  {
    name: 'a page that is renamed, and its address that moved',
    apply: (root) => {
      renameSync(join(root, FAQ), join(root, RENAMED));
      appendFileSync(
        join(root, MOVED_ADDRESSES_FILE),
        '/faq/about-changes/,/faq/about-renaming/,2026-11-22,เปลี่ยนชื่อหน้า\n',
      );
    },
  },
  {
    name: 'a page that is removed',
    apply: (root) => {
      rmSync(join(root, RENAMED));
      edit(root, MOVED_ADDRESSES_FILE, '/faq/about-renaming/', '/faq/when-closed/');
    },
  },
  { name: 'the next day', env: { WIAN_AS_OF: '2026-11-29' } },
  { name: 'a day before', env: { WIAN_AS_OF: '2026-03-02' } },
  { name: 'the host', env: { WIAN_SITE_URL: 'https://www.example.go.th' } },
  { name: 'the language', env: { WIAN_LANG: 'en' } },
  { name: 'the path of the portal', env: { WIAN_SITE_URL: 'https://www.example.go.th/wian' } },
];
