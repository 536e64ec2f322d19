import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian's own, which has the packages of Debian. */
export const PYTHON = '/usr/bin/python3';

/** A tool of Debian that training calls, and the package that brings it. */
const TOOLS = ['lstmtraining', 'combine_tessdata', 'combine_lang_model'] as const;
export type Tool = (typeof TOOLS)[number] | 'dpkg-deb' | 'apt-get' | 'npm' | typeof PYTHON;

/** Training leaves the machine to others, and one thread is faster than many where they have to share cores. */
const QUIET = { OMP_THREAD_LIMIT: '1' };

/** Runs a tool to its end; throws with what it said where it fails. */
export const callTool = async (
  tool: Tool,
  args: readonly string[],
  cwd?: string,
): Promise<string> => {
  const { stdout, stderr } = await run(tool, [...args], {
    cwd,
    env: { ...process.env, ...QUIET },
    maxBuffer: 1 << 28,
  });
  return stdout + stderr;
};

/** Throws where a tool of training is missing, saying which package of Debian brings it. */
export const demandTools = async (): Promise<void> => {
  for (const tool of TOOLS) {
    try {
      await run(tool, ['--version'], { env: { ...process.env, ...QUIET } });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') continue;
      throw new Error(
        `Training needs the program "${tool}", which is not on this machine.\nInstall the package tesseract-ocr of Debian 12 or Ubuntu 24.04, and run this again.`,
      );
    }
  }
};

/** Throws where the library that trains the net of lines is missing. */
export const demandTorch = async (): Promise<void> => {
  try {
    await run(PYTHON, ['-c', 'import numpy, torch']);
  } catch (error) {
    throw new Error(
      `Training needs PyTorch for ${PYTHON}, which is not on this machine.\nInstall the packages python3-torch and python3-numpy of Debian 12, and run this again.`,
      { cause: error },
    );
  }
};

/** Runs a tool for hours with what it says in a file. Resolves to its exit code. */
export const runTool = (tool: Tool, args: readonly string[], log: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn('nice', ['-n', '19', tool, ...args], {
      env: { ...process.env, ...QUIET },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const file = createWriteStream(log, { flags: 'a' });
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
    child.on('error', reject);
    child.on('close', (code) => {
      file.end();
      resolve(code ?? 1);
    });
  });
