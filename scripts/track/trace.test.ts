import { describe, expect, it } from 'vitest';
import { DOUBTFUL, FULL, useWorld } from './testing/made-up-world.ts';
import { trace } from './trace.ts';

const world = useWorld();
const run = (...args: string[]) => world().run(trace, ...args);
const found = async (...args: string[]) => {
  const { out } = await run(...args, '--json');
  const { found: places, chains } = JSON.parse(out);
  return [
    places.map(({ as, office }: { as: string; office: string }) => `${as} ${office}`),
    chains.map(({ circular }: { circular: string }) => circular),
  ];
};

describe('track trace', () => {
  it.each([
    ['the letter', 'มท 0899.9/ว 11', ['letter dla', 'citation p88'], FULL],
    ['it in another spelling', 'มท๐๘๙๙.๙/ว.๑๑', ['letter dla', 'citation p88'], FULL],
    ['a covering letter', 'ตย 0023.9/ว 21', ['covering-letter p88', 'citation d8801'], FULL],
    ['a letter of the last hop', 'ตย 0023.91/31', ['covering-letter d8801'], FULL],
    ['a register', '301', ['register d8801'], FULL],
    ['one of two readings', 'มท 0899.9/ว 12', ['letter dla'], DOUBTFUL],
    ['the other reading, cited too', 'มท 0899.9/ว 18', ['letter dla', 'citation p89'], DOUBTFUL],
  ])('leads from a number of %s to the whole chain', async (_, number, places, circular) => {
    expect(await found(number)).toEqual([places, [circular]]);
  });

  it('tells a chain as people read it', async () => {
    const { code, out } = await run('301');
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it('calls an office what it was called on the day of the letter', async () => {
    const offices = 'content/registry/offices.csv';
    const row = 'p88,province,จังหวัดตัวอย่าง,Sample,,,ตย,,,,test';
    const former = 'p88,province,จังหวัดเดิม,Former,,,ตย,,2025-03-08,,test';
    const now = 'p88,province,จังหวัดตัวอย่าง,Sample,,,ตย,2025-03-09,,,test';
    const before = world().read(offices);
    expect(before).toContain(row);
    world().write(offices, before.replace(row, `${former}\n${now}`));
    const { out } = await run('301');
    expect(out).toContain('2025-03-07, จังหวัดเดิม (now จังหวัดตัวอย่าง)');
    const { chains } = JSON.parse((await run('301', '--json')).out);
    expect(chains[0].siblings[0].name).toBe('จังหวัดเดิม');
    expect(out).toMatch(/301: register of อำเภอหนึ่ง จังหวัดตัวอย่าง/);
  });

  it('knows on a day only what was written by then', async () => {
    expect((await run('301', '--as-of', '2025-03-09')).code).toBe(1);
    const { chains } = JSON.parse((await run('101', '--as-of', '2025-03-09', '--json')).out);
    expect(chains[0].siblings.map(({ letter }: { letter: string }) => letter)).toEqual([
      'sample-province',
    ]);
    expect((await run('มท 0899.9/ว 11', '--as-of', '2025-03-02')).code).toBe(1);
  });

  it('says nothing of a number that is marked as secret', async () => {
    const { code, out, err } = await run('ลับ ที่ มท 0899.9/7788');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('marked as secret');
    expect(err).not.toContain('7788');
  });

  it.each([
    ['a number that is not there, with one near it', ['มท 0899.9/ว 10']],
    ['what is no number', ['กขค']],
    ['nothing', []],
  ])('refuses %s', async (_, args) => {
    const { code, out, err } = await run(...args);
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
    expect(out).toBe('');
  });
});
