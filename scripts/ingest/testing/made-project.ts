import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { letterText, makeLetter } from '../../letters/generate.ts';
import { runCommand } from '../../lib/command.ts';
import { seededRandom } from '../../lib/random.ts';
import { ingest } from '../command.ts';

/** A made-up letter of the department, as text. */
export const LETTER = letterText(makeLetter(seededRandom(7)).lines);

/** A project without content but its registry, into which letters are read. */
class MadeProject {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async make(): Promise<MadeProject> {
    const root = await mkdtemp(join(tmpdir(), 'wian-ingest-'));
    await mkdir(join(root, 'content'), { recursive: true });
    await cp('content/registry', join(root, 'content/registry'), { recursive: true });
    return new MadeProject(root);
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true });
  }

  /** `npm run ingest`; `answers` are what a person types when asked. */
  async run(args: string[], answers: string[] = []) {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommand(ingest, args, {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      cwd: this.root,
      env: {},
      stdin: (async function* () {
        for (const answer of answers) yield `${answer}\n`;
      })(),
      today: '2026-11-21',
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  /** Files of content but the registry, as paths from the root. */
  async files(): Promise<string[]> {
    const all = await readdir(join(this.root, 'content'), { recursive: true, withFileTypes: true });
    return all
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('registry'))
      .map((entry) => join(entry.parentPath, entry.name).slice(this.root.length + 1))
      .sort();
  }

  put(name: string, bytes: string | Uint8Array): Promise<void> {
    return writeFile(join(this.root, name), bytes);
  }

  /** The first page of a circular: its full path and its text. */
  async page() {
    const name = (await this.files()).find((file) => file.endsWith('index.mdx')) as string;
    return { path: join(this.root, name), text: await readFile(join(this.root, name), 'utf8') };
  }
}

/** Gives each test of a file a project of its own, by functions that speak of the one of the test that runs. */
export const useMadeProject = () => {
  let project: MadeProject;
  beforeEach(async () => {
    project = await MadeProject.make();
  });
  afterEach(() => project.remove());
  return {
    at: (path = '') => join(project.root, path),
    run: (args: string[], answers?: string[]) => project.run(args, answers),
    put: (name: string, bytes: string | Uint8Array) => project.put(name, bytes),
    files: () => project.files(),
    page: () => project.page(),
  };
};
