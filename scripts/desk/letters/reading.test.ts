import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openOwnReaders } from '../../ingest/scans.ts';
import { readForDesk, readKept } from './reading.ts';

const FOLDER = join(import.meta.dirname, '../../../src/store/document/fixtures/pdf');

it.each(['chromium-156-sarabun.pdf', 'libreoffice-7.4-sarabun.pdf'])(
  'shows where each field of %s was read, and keeps what was read',
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'wian-reading-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const how = { open: openOwnReaders, progress: () => undefined, today: '2026-11-21' };
    const made = await readForDesk(folder, [{ path: join(FOLDER, name), name }], folder, how);
    const [shown] = Object.values(made.shown);
    for (const place of [
      'letter.number',
      'letter.date',
      'letter.subject',
      'letter.issuer',
      'deadlines.0',
    ]) {
      expect(shown?.places[place], place).toHaveLength(1);
    }
    const topOf = (place: string): number => shown?.places[place]?.[0]?.box[1] ?? 0;
    expect(topOf('letter.number')).toBeLessThan(topOf('letter.subject'));
    expect(topOf('letter.subject')).toBeLessThan(topOf('deadlines.0'));
    expect(readKept(folder)).toEqual(made);
  },
);
