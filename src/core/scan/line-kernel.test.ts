import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import openWabt from 'wabt';
import { LINE_KERNEL } from './line-kernel.ts';

it('is what its source says', async () => {
  const name = 'line-kernel.wat';
  const source = await readFile(join(import.meta.dirname, name), 'utf8');
  const { buffer } = (await openWabt()).parseWat(name, source, { simd: true }).toBinary({});
  expect(LINE_KERNEL).toBe(Buffer.from(buffer).toString('base64'));
});
