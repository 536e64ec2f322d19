import { DOUBTFUL, FULL, ledgerOf, SILENT } from '../track/testing/made-up-files.ts';
import { CHANGES, type CountedReads, changeAtEach } from './changing.ts';
import { JOBS, type Job } from './jobs.ts';
import type { Trial } from './tally.ts';

const inputOf = (name: string, nth = 0): string =>
  Object.values(JOBS.find((one) => one.name === name)?.input(nth) ?? {})[0] as string;

/** A page of PDF that names its author. */
const PDF = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
4 0 obj <</Author(Somebody)>> endobj
trailer <</Root 1 0 R/Info 4 0 R/Size 5>>
%%EOF
`;

const FINANCE = `office,month,side,category,amount,source,as_of
a880151,2024-10,expenditure,central,100.00,1,2025-01-05
`;
const FINANCE_FILE = 'content/finance/2568/p88.csv';

/** A draft whose number and date an editor has corrected, so that it has earned another id. */
const DRAFT = `---
id: dla-x-wx-1112
draft: true
title: เรื่องตัวอย่าง
summary: สรุปตัวอย่าง
letter:
  level: department
  issuer: dla
  number: มท 0899.9/ว 41
  date: "2025-11-12"
  subject: เรื่องตัวอย่าง
  to: [{ text: ผู้ว่าราชการจังหวัด ทุกจังหวัด, group: provinces }]
  secrecy: normal
force: { status: unknown }
source: ข้อมูลตัวอย่าง
published: "2025-11-21"
---

เนื้อหาตัวอย่าง
`;

const DRAFT_PAGE = 'content/circulars/2568/dla-x-wx-1112/index.mdx';

const PAGE = `content/circulars/${FULL}/index.mdx`;
const OFFICES = 'content/registry/offices.csv';
const ID = FULL.slice('2568/'.length);

/** What a command reads, by the files that are changed meanwhile; commands that JOBS has not are called with `args`. */
interface Read {
  readonly name: string;
  readonly args?: readonly string[];
  readonly input?: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

const READS: readonly Read[] = [
  { name: 'track record', files: [ledgerOf(FULL), OFFICES] },
  { name: 'track import', files: ['register-0.csv', PAGE] },
  { name: 'registry import', files: ['list.csv', OFFICES] },
  { name: 'qr register', files: [`content/circulars/${SILENT}/index.mdx`] },
  { name: 'ingest', files: ['letter-0.txt', PAGE] },
  {
    name: 'ingest of a folder',
    args: ['ingest.ts', 'letters'],
    input: {
      'letters/one/a.txt': inputOf('ingest'),
      'letters/two/b.txt': inputOf('ingest', 1),
    },
    files: ['letters/one/a.txt', 'letters/two/b.txt'],
  },
  {
    name: 'check',
    args: ['check.ts'],
    files: [PAGE, ledgerOf(FULL), OFFICES],
  },
  {
    name: 'track report',
    args: ['track.ts', 'report'],
    files: [ledgerOf(FULL), PAGE],
  },
  {
    name: 'track status',
    args: ['track.ts', 'status', ID],
    files: [ledgerOf(FULL), 'content/registry/routes/made-up.yaml'],
  },
  { name: 'track verify', args: ['track.ts', 'verify'], files: [ledgerOf(DOUBTFUL)] },
  { name: 'registry find', args: ['registry.ts', 'find', 'หนึ่ง'], files: [OFFICES] },
  { name: 'digest', args: ['digest.ts', '--since', '2025-03-01'], files: [PAGE] },
  {
    name: 'rename',
    args: ['rename.ts', 'dla-x-wx-1112'],
    input: { [DRAFT_PAGE]: DRAFT },
    files: [PAGE, OFFICES],
  },
  { name: 'new', files: [OFFICES] },
  {
    name: 'figures import',
    input: { [FINANCE_FILE]: FINANCE },
    files: ['finance.csv', FINANCE_FILE, OFFICES],
  },
  ...[
    ['lagging', '--province', 'p88', '--as-of', '2025-06-01'],
    ['export', '--parquet', 'tables'],
    ['sample', '--until', '2024-11'],
  ].map((args) => ({
    name: `figures ${args[0]}`,
    args: ['figures.ts', ...args],
    input: { [FINANCE_FILE]: FINANCE },
    files: [FINANCE_FILE, OFFICES],
  })),
  ...[['export'], ['export', '--parquet', 'tables']].map((args) => ({
    name: `track ${args.join(' ')}`.replace(' tables', ''),
    args: ['track.ts', ...args],
    files: [ledgerOf(FULL), PAGE],
  })),
  ...['overdue', 'trace', 'drift'].map((name) => ({
    name: `track ${name}`,
    args: ['track.ts', name, ...(name === 'trace' ? ['ว 11'] : name === 'drift' ? [ID] : [])],
    files: [PAGE, `content/circulars/${FULL}/covering-letters.yaml`],
  })),
  {
    name: 'clean-file',
    args: ['clean-file.ts', 'form/form.pdf'],
    input: { 'form/form.pdf': PDF },
    files: ['form/form.pdf'],
  },
];

/** Names of the commands that are tried. */
export const READ_NAMES: readonly string[] = READS.map(({ name }) => name);

const jobOf = ({ name, args, input }: Read): Job =>
  JOBS.find((one) => one.name === name) ?? {
    name,
    args: () => args ?? [],
    input: () => input ?? {},
  };

/** The readings of a command, one for each of its files. */
export const readingsOf = (name: string, scripts: string): CountedReads[] =>
  READS.filter((read) => read.name === name).flatMap((read) =>
    read.files.map((file) => ({ job: jobOf(read), scripts, file })),
  );

/** Changes each file that a command reads in each way in front of each of its readings. */
export const changeAll = async (name: string, scripts: string): Promise<Trial[]> => {
  const trials: Trial[] = [];
  for (const reading of readingsOf(name, scripts)) {
    for (const change of CHANGES) trials.push(...(await changeAtEach(reading, change)));
  }
  return trials;
};
