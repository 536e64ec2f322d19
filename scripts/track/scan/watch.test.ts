import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { madeScan } from '#store/document/testing/made-scan.ts';
import {
  CIRCULAR,
  DRAWN_PAGE,
  drawnFile,
  drawnPage,
  drawnReaders,
} from '#store/scan/testing/drawn-letter.ts';
import { EXIT } from '../../lib/command.ts';
import { scanWith } from '../scan.ts';
import { useWorld } from '../testing/made-up-world.ts';

const world = useWorld();
const page = drawnPage(CIRCULAR);
const picture = await drawnFile(page, 'png');
const { width, height, pixels } = page;
const side = (width * 72) / DRAWN_PAGE.density;
const sheet = { width: side, height: side, picture: { width, height, grey: pixels } };
const twoPages = madeScan([sheet, sheet]);

/** Watches `in`; each step runs between two looks, and the watch ends behind the last. */
const watch = async (steps: readonly (() => void)[]) => {
  const readers = drawnReaders(CIRCULAR);
  const counts: number[] = [];
  const pause = async (): Promise<boolean> => {
    counts.push(readers.count());
    const step = steps[counts.length - 1];
    step?.();
    return step !== undefined;
  };
  const result = await world().run(
    scanWith(async () => readers, pause),
    'in',
    '--watch',
  );
  return { ...result, counts };
};

const nothing = (): void => undefined;
const rowsOf = (table: string): string[] => table.trim().split('\n').slice(1);

it('reads a file once it is whole, and none twice', async () => {
  const { write, read } = world();
  write('in/one.png', picture);
  const { code, out, counts } = await watch([
    nothing,
    () => write('in/two.pdf', twoPages.subarray(0, 2000)),
    () => write('in/two.pdf', twoPages),
    nothing,
    nothing,
    nothing,
  ]);
  expect(code).toBe(EXIT.ok);
  const [first, onePage, begun, written, three, again, last] = counts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  expect(first).toBe(0);
  expect(onePage).toBeGreaterThan(0);
  expect([begun, written]).toEqual([onePage, onePage]);
  expect(three).toBe(3 * onePage);
  expect([again, last]).toEqual([three, three]);
  expect(out.match(/^ {2}proposed/gm)).toHaveLength(3);
  const rest = read('in.rest/rest.csv');
  expect(rowsOf(rest).map((row) => row.split(',')[0])).toEqual([
    'one.png',
    'two.pdf#1',
    'two.pdf#2',
  ]);
});

it('takes what is gone out of the table, and says of a file that cannot be read why', async () => {
  const { write, has, root } = world();
  write('in/one.png', picture);
  write('in/note.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'));
  const { err, code } = await watch([nothing, () => rmSync(join(root, 'in/one.png')), nothing]);
  expect(code).toBe(EXIT.ok);
  expect(err).toContain('HEIC');
  expect(err.match(/note\.heic/g)).toHaveLength(1);
  expect(has('in.rest/rest.csv')).toBe(false);
});

it('goes on after it was killed in the middle of a file, and reads no page twice', async () => {
  const { write, read, has, root } = world();
  write('in/two.pdf', twoPages);

  const program = join(import.meta.dirname, '../testing/watched-scan.ts');
  const child = spawn(process.execPath, [program, 'in', '--watch'], { cwd: root });
  const ended = once(child, 'exit');
  let told = '';
  for await (const line of createInterface(child.stdout)) {
    told += `${line}\n`;
    if (line.includes('page 1 (1/2)')) break;
  }
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
  expect(told).toContain('watching in');
  expect(has('in.rest/rest.csv')).toBe(false);

  const { counts, out } = await watch([nothing]);
  const count = counts.at(-1) ?? 0;
  expect(count).toBeGreaterThan(CIRCULAR.length);
  expect(count).toBeLessThan(3 * CIRCULAR.length);
  expect(out).toContain('two.pdf page 2 (2/2)');
  expect(rowsOf(read('in.rest/rest.csv'))).toHaveLength(2);
});
