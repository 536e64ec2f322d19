import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRegistry } from '#core/office/registry.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { readFigures } from '#store/figures/read-figures.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { lagging } from './lagging.ts';
import { sample } from './sample.ts';
import { SAMPLE_MONTHS, sampleFiles } from './sample-files.ts';

const OFFICES = `id,type,name,name_en,province,districts,prefix,from,until,successor,source
dla,department,กรมส่งเสริมการปกครองท้องถิ่น,,,,มท,,,,made-up
p50,province,จังหวัดเชียงใหม่,,,,ชม,,,,made-up
a500001,pao,องค์การบริหารส่วนจังหวัดเชียงใหม่,,p50,,,,,,made-up
a500002,city,เทศบาลนครเชียงใหม่,,p50,,,,,,made-up
a500003,town,เทศบาลเมืองตัวอย่าง,,p50,,,,,,made-up
`;

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sample-'));
  mkdirSync(join(root, 'content/registry'), { recursive: true });
  writeFileSync(join(root, 'content/registry/offices.csv'), OFFICES);
  writeFileSync(
    join(root, 'content/registry/coverage.csv'),
    'area,type,total,as_of,source\nth,province,77,2022-07,made-up\n',
  );
});
afterAll(() => rmSync(root, { recursive: true }));

describe('figures -- sample', () => {
  it('writes nothing on a dry run, and files that read without a problem otherwise', async () => {
    const dry = await recordedRun(sample, ['--until', '2026-10', '--dry-run'], { cwd: root });
    expect(dry.out[0]).toMatch(/files would be created/);
    expect(readdirSync(join(root, 'content'))).toEqual(['registry']);

    await recordedRun(sample, ['--until', '2026-10'], { cwd: root });
    const figures = readFigures(root, await readRegistry(root));
    expect(figures.problems).toEqual([]);
    expect(figures.doubts).toEqual([]);
    expect(figures.sample).toEqual({ grants: true, finance: true, populations: true });
    expect(new Set(figures.transfers.map(({ office: id }) => id)).size).toBe(3);
  });

  it('changes nothing the second time, and removes what another month leaves behind', async () => {
    const again = await recordedRun(sample, ['--until', '2026-10', '--json'], { cwd: root });
    expect(JSON.parse(again.out.join(''))).toMatchObject({
      created: [],
      changed: [],
      removed: [],
    });
    const later = await recordedRun(sample, ['--until', '2028-10', '--json'], { cwd: root });
    expect(JSON.parse(later.out.join('')).removed.length).toBeGreaterThan(3);
  });

  it('refuses a month of the Buddhist era, and options that it has not', async () => {
    const { code, err } = await recordedRun(sample, ['--until', '2569-10'], { cwd: root });
    expect([code, err[0]]).toEqual([2, expect.stringContaining('not a month')]);
    expect((await recordedRun(sample, ['--all'], { cwd: root })).code).toBe(2);
  });
});

describe('figures -- lagging', () => {
  it('gives every authority of a province for each month', async () => {
    await recordedRun(sample, ['--until', '2026-10'], { cwd: root });
    const args = ['--province', 'p50', '--as-of', '2026-11-28', '--json'];
    const { out } = await recordedRun(lagging, args, { cwd: root });
    const report = JSON.parse(out.join(''));
    expect(report).toMatchObject({ province: 'p50', asOf: '2026-11-28', sample: true });
    expect(report.months).toHaveLength(12);
    expect(report.offices).toHaveLength(3);
    expect(report.offices[0].months).toHaveLength(12);
  });

  it.each([
    [[], 'Which province?'],
    [['--province', 'a500001'], 'not a province'],
    [['--province', 'p50', '--as-of', '2569-11-28'], 'Buddhist-era'],
  ])('refuses %j', async (args, said) => {
    const { code, err } = await recordedRun(lagging, args, { cwd: root });
    expect(code).toBe(2);
    expect(err.join()).toContain(said);
  });
});

describe('sampleFiles', () => {
  const offices = [
    office('p50', 'province'),
    office('a1', 'pao', 'p50'),
    office('a2', 'city', 'p50'),
  ];

  it('gives an office the same figures whatever other offices there are', () => {
    const rowsOf = (files: ReadonlyMap<string, string>) =>
      [...files].flatMap(([path, text]) =>
        text.split('\n').flatMap((line) => (line.includes('a1') ? [`${path} ${line}`] : [])),
      );
    const two = rowsOf(sampleFiles(buildRegistry(offices), '2026-10'));
    expect(rowsOf(sampleFiles(buildRegistry(offices.slice(0, 2)), '2026-10'))).toEqual(two);
    expect(two.length).toBeGreaterThan(SAMPLE_MONTHS);
  });
});
