import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { OPERATOR_FILE } from '#core/operator/operator.ts';
import { appendRegisterRows, loadRegisterRows } from '#store/content/append-only.ts';
import { ATTACHMENT_NUMBERS } from '#store/content/attachment-numbers.ts';
import { SHORT_CODES } from '#store/content/short-codes.ts';
import { madeScan } from '#store/document/testing/made-scan.ts';
import { sampleCircular } from '../../scripts/bench/sample-circulars.ts';
import { addSamples } from '../../scripts/bench/temporary-project.ts';
import { UNUSUAL, UNUSUAL_MOVES } from '../check/unusual-content.ts';
import { addComponentPage } from './component-page.ts';
import { copyBuiltProject } from './copy-project.ts';
import { runBuild } from './run-build.ts';

/** The made-up circular that is cancelled, and the one that cancels it. */
export const OLD = sampleCircular(0);
export const NEW = sampleCircular(1);
export const pathOf = ({ year, id }: typeof OLD): string => `circulars/${year}/${id}`;
const QUESTION = 'content/faq/attachments-where.mdx';
/** An address that leads on to that of the cancelled circular. */
export const OLD_ADDRESS = '/circulars/2559/old-address/';
export const UNFINISHED = 'faq/unfinished';
export const WITHDRAWN = 'faq/withdrawn';
export const TAKEN_OFF = 'filled-in.txt';
export const NEWER_FORM = 'แบบรายงานตัวอย่าง ฉบับใหม่\n';
export const FILLED_IN = 'แบบที่กรอกแล้ว\n';
const OPERATOR = `name: เทศบาลตำบลสมมุติ
email: wian@made-up.go.th
phones: ["0-2241-9000"]
address: 1 ถนนสมมุติ
homepage: https://www.made-up.go.th/
since: "2026-11-28"
`;
/** A letter as a scanner makes it, with more pages than get a picture. */
export const SCAN = madeScan(Array.from({ length: 22 }, () => ({})));
const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

/** Changes the front matter of a page. */
const edit = async (
  root: string,
  { folder }: typeof OLD,
  change: (fields: Record<string, unknown>) => object,
): Promise<void> => {
  const file = join(root, folder, 'index.mdx');
  const [, yaml = '', body = ''] = (await readFile(file, 'utf8')).split(/^---$/m);
  const fields = parse(yaml) as Record<string, unknown>;
  await writeFile(file, `---\n${stringify({ ...fields, ...change(fields) })}---${body}`);
};

/** Adds what is as unusual as the check allows, and folders without files. */
const addUnusual = async (root: string): Promise<void> => {
  for (const [path, text] of UNUSUAL) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  for (const folder of ['manuals/empty', 'circulars/2568/empty']) {
    await mkdir(join(root, 'content', folder), { recursive: true });
  }
};

/**
 * Builds a portal of these, which somebody runs at `siteUrl`, in a folder of its own; `code` is the short code of the
 * cancelled circular.
 */
export const buildWithdrawn = async (siteUrl: string): Promise<{ root: string; code: string }> => {
  const root = await copyBuiltProject();
  await addSamples(root, 2);
  await writeFile(join(root, OLD.folder, 'form-2.txt'), NEWER_FORM);
  await edit(root, OLD, ({ attachments }) => ({
    force: { status: 'cancelled', by: pathOf(NEW), note: 'ข้อมูลตัวอย่าง' },
    attachments: [
      { ...(attachments as object[])[0], replacedBy: 'form-2.txt' },
      {
        title: 'แบบรายงานฉบับใหม่',
        file: 'form-2.txt',
        size: Buffer.byteLength(NEWER_FORM),
        sha256: sha256(NEWER_FORM),
        version: '2',
        date: '2016-02-01',
      },
      {
        title: 'แบบที่กรอกแล้ว',
        withdrawn: { file: TAKEN_OFF, date: '2016-03-01', reason: 'privacy', note: 'มีคนแจ้ง' },
        sha256: sha256(FILLED_IN),
      },
    ],
  }));
  await edit(root, NEW, ({ letter }) => ({
    cancels: (letter as { references: object[] }).references,
    letterFile: { file: 'letter.pdf', size: SCAN.length, sha256: sha256(SCAN), sheets: 22 },
  }));
  await writeFile(join(root, NEW.folder, 'letter.pdf'), SCAN);
  const question = await readFile(join(root, QUESTION), 'utf8');
  const draft = question.replace(/^title:/m, 'draft: true\ntitle:');
  await writeFile(join(root, `content/${UNFINISHED}.mdx`), draft);
  const withdrawal = { date: '2016-03-02', reason: 'คำตอบเก่าแล้ว' };
  await writeFile(
    join(root, `content/${WITHDRAWN}.mdx`),
    draft.replace(/^title:/m, `${stringify({ withdrawal })}title:`),
  );
  const circular = `${OLD.year}/${OLD.id}`;
  const second = { circular, attachment: '2', file: 'form-2.txt', minted: '2026-01-01' };
  const third = { ...second, attachment: '3', file: TAKEN_OFF };
  await appendRegisterRows(root, ATTACHMENT_NUMBERS, [second, third]);
  await appendFile(
    join(root, 'content/moved-addresses.csv'),
    `${OLD_ADDRESS},/${pathOf(OLD)}/,2026-01-01,รวมสองหน้าเป็นหน้าเดียว\n${UNUSUAL_MOVES}`,
  );
  await writeFile(join(root, OPERATOR_FILE), OPERATOR);
  await addUnusual(root);
  await addComponentPage(root, 'circulars/2568/dla-x-wx-0325');
  const codes = await loadRegisterRows(root, SHORT_CODES);
  await runBuild(root, { WIAN_SITE_URL: siteUrl });
  return { root, code: codes.find((row) => row.circular === circular)?.code ?? '' };
};
