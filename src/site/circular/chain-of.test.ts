import { expect, it } from 'vitest';
import { MOVEMENTS, PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { getChain } from './chain-of.ts';

type Files = typeof SITE_FILES;

const chain = async (files: Files = SITE_FILES) => {
  openPortal(files);
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  return getChain(entry);
};

const province = async (files?: Files) => (await chain(files)).next.find(({ id }) => id === 'p50');

it('goes from the issuer to the offices of which something is on record', async () => {
  const found = await chain();
  expect(found.id).toBe('dla');
  expect(found.next.map(({ id }) => id)).toContain('p50');
});

it('shows how long an office kept it, by the days that letters and registers state', async () => {
  expect(JSON.stringify(await province())).toContain('11 วัน');
});

it('shows no length of time for a day that is in doubt', async () => {
  const files = replaced(
    SITE_FILES,
    MOVEMENTS,
    '2,received,p50,2025-04-11,,11775,,,,,chiang-mai,,',
    '2,received,p50,2025-04,,11775,,,,date,chiang-mai,,',
  );
  expect(JSON.stringify(await province(files))).not.toMatch(/\d วัน/);
});

it('shows the same letters without any length of time where no route begins at the issuer', async () => {
  const files = replaced(SITE_FILES, PAGE, 'issuer: dla', 'issuer: p50');
  const found = await chain(files);
  expect(found.id).toBe('p50');
  expect(JSON.stringify(found)).not.toMatch(/\d วัน/);
});

it('shows an office of which nothing but its answers is on record', async () => {
  const answered =
    '4,acknowledged,a500001,2025-04-25,,812,,,,,slip,,\n5,done,a500001,2025-05,,,,,,date,slip,,\n';
  const files = new Map([...SITE_FILES, [MOVEMENTS, `${SITE_FILES.get(MOVEMENTS)}${answered}`]]);
  const authority = (await province(files))?.next.find(({ id }) => id === 'a500001');
  expect([authority?.receipts, authority?.letters]).toEqual([[], []]);
  expect(authority?.answers).toEqual([
    {
      what: 'ตอบรับแล้ว',
      number: { text: '812', doubt: null },
      date: { text: '25 เมษายน 2568', doubt: null },
    },
    {
      what: 'ดำเนินการแล้ว',
      number: null,
      date: expect.objectContaining({ doubt: expect.anything() }),
    },
  ]);
});

it('is made once for a circular, and anew for the next', async () => {
  openPortal(SITE_FILES);
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  expect(getChain(entry)).toBe(getChain(entry));
  expect(getChain({ ...entry })).not.toBe(getChain(entry));
});
