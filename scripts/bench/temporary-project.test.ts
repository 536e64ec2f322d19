import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkProject } from '../lib/check-project.ts';
import { addSamples, copyProject } from './temporary-project.ts';

it('holds circulars that the check lets through', async () => {
  const copy = await copyProject(join(import.meta.dirname, '../..'));
  try {
    await addSamples(copy, 4);
    expect((await checkProject(copy, '2099-01-02')).problems).toEqual([]);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});
