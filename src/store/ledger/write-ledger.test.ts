import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { parseLedger } from './read-ledger.ts';
import { appendMovements, type NewMovement } from './write-ledger.ts';

const FILE = 'movements.csv';
const received = (number: string): NewMovement => ({
  kind: 'received',
  office: 'p50',
  date: '2025-04-11',
  number,
  to: [],
  doubt: {},
  source: 'letter',
});

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-ledger-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const read = () => parseLedger(readFileSync(join(root, FILE), 'utf8'), FILE);

/** A process of its own that records movements one by one until it has done so many, or is killed. */
const writer = (name: string, count: number) => {
  const module = pathToFileURL(join(import.meta.dirname, 'write-ledger.ts')).href;
  const script = `
    import { appendMovements } from ${JSON.stringify(module)};
    for (let at = 0; at < ${count}; at++) {
      appendMovements(${JSON.stringify(root)}, '${FILE}', () => [{ ...${JSON.stringify(received(''))}, number: '${name}-' + at }]);
      process.stdout.write('.');
    }`;
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    {
      cwd: process.cwd(),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
};
const ended = (child: ReturnType<typeof writer>) =>
  new Promise((resolve) => child.once('exit', resolve));

describe('appendMovements', () => {
  it('adds rows at the end and leaves the others as they stand, byte for byte', () => {
    appendMovements(root, FILE, () => [received('1')]);
    const before = readFileSync(join(root, FILE), 'utf8');
    const [added] = appendMovements(root, FILE, (recorded) => [
      received(String(recorded.length + 1)),
    ]);
    expect(added?.no).toBe(2);
    expect(readFileSync(join(root, FILE), 'utf8').startsWith(before)).toBe(true);
    expect(read().map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('does not touch a ledger that it cannot read', () => {
    const broken = `${MOVEMENT_COLUMNS.join(',')}\n1,received,p50,2025-04-11,,1\n`;
    writeFileSync(join(root, FILE), broken);
    expect(() => appendMovements(root, FILE, () => [received('2')])).toThrow(
      /Invalid Record Length/,
    );
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(broken);
  });

  it('does not touch a ledger whose last row has no end, and says so', () => {
    appendMovements(root, FILE, () => [received('1')]);
    const cut = readFileSync(join(root, FILE), 'utf8').trimEnd();
    writeFileSync(join(root, FILE), cut);
    expect(() => appendMovements(root, FILE, () => [received('2')])).toThrow(
      /the last row is not ended/,
    );
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(cut);
  });

  it('writes nothing of a movement that would not read back', () => {
    expect(() =>
      appendMovements(root, FILE, () => [{ ...received('1'), date: '2568-04-11' }]),
    ).toThrow(/543/);
    expect(existsSync(join(root, FILE))).toBe(false);
  });

  it('takes away what a killed writer left beside the file', () => {
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(root, `.${FILE}.new-${ended}`), 'no,kind');
    appendMovements(root, FILE, () => [received('1')]);
    expect(readdirSync(root).filter((name) => name.includes(FILE))).toEqual([FILE]);
  });

  it('loses no row of two writers at once', async () => {
    const writers = [writer('a', 25), writer('b', 25)];
    await Promise.all(writers.map(ended));
    const numbers = read().map(({ number }) => number);
    expect(new Set(numbers).size).toBe(50);
    expect(numbers.length).toBe(50);
  }, 60_000);

  it('leaves the file whole and the lock free when it is killed', async () => {
    for (let round = 0; round < 4; round++) {
      const child = writer(`k${round}`, 100_000);
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, 40 + round * 13));
      child.kill('SIGKILL');
      await ended(child);
      const count = read().length;
      appendMovements(root, FILE, () => [received('after')]);
      expect(read().length).toBe(count + 1);
    }
    expect(readdirSync(root).filter((name) => name.includes(FILE))).toEqual([FILE]);
  }, 60_000);
});
