import { describe, expect, it } from 'vitest';
import { drift } from './drift.ts';
import { DOUBTFUL, FULL, SILENT, useWorld } from './testing/made-up-world.ts';

const world = useWorld();
const run = (...args: string[]) => world().run(drift, ...args);

describe('track drift', () => {
  it.each([
    ['what a province changed', FULL],
    ['a number of which one reading agrees', DOUBTFUL],
    ['a circular without covering letters', SILENT],
  ])('tells %s', async (_, id) => {
    const { code, out } = await run(id);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it('gives the same as data', async () => {
    expect(JSON.parse((await run(FULL, '--json')).out)).toEqual({
      circular: FULL,
      sample: true,
      asOf: '2025-05-01',
      letters: 2,
      drift: [
        {
          letter: 'sample-province',
          issuer: 'p88',
          kind: 'claim',
          label: 'วันเปิดใช้',
          here: '1 มีนาคม 2568 –',
          original: '15 มีนาคม 2568 –',
          doubtful: false,
        },
      ],
    });
  });

  it('leaves out letters of later days', async () => {
    const { letters, drift: found } = JSON.parse(
      (await run(FULL, '--as-of', '2025-03-06', '--json')).out,
    );
    expect([letters, found]).toEqual([0, []]);
  });

  it.each([
    ['no circular', []],
    ['a circular that is not there', ['2568/nothing-of-the-kind']],
  ])('refuses %s', async (_, args) => {
    const { code, err } = await run(...args);
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
  });
});
