import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordedRun } from '../lib/recorded-run.ts';
import { stickCommand } from './command.ts';
import { madePortal, writeFiles } from './made-portal.ts';

/** A project with a small built portal in a temporary folder, and the command that makes a stick of it, for tests. */
export class MadeStick {
  readonly cwd = mkdtempSync(join(tmpdir(), 'wian-stick-'));

  constructor() {
    writeFiles(join(this.cwd, '.portals/1'), madePortal());
    symlinkSync('.portals/1', join(this.cwd, 'dist'));
  }

  /** Path of a file of the stick. */
  at(path: string): string {
    return join(this.cwd, 'stick', path);
  }

  read(path: string): string {
    return readFileSync(this.at(path), 'utf8');
  }

  async run(...args: readonly string[]) {
    const io = { cwd: this.cwd, today: '2026-01-01' };
    const { code, out, err } = await recordedRun(stickCommand, args, io);
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  /** Makes the stick and gives the report; throws where the command refuses. */
  async make(...args: readonly string[]) {
    const { code, out, err } = await this.run('--out', 'stick', '--json', ...args);
    if (code !== 0 || err !== '') throw new Error(`the stick was refused: ${err}`);
    return JSON.parse(out);
  }

  remove(): void {
    rmSync(this.cwd, { recursive: true });
  }
}
