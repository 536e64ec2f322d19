import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ProblemError } from '#core/problem.ts';

/** Writes a secret, whole or not at all; where another desk was quicker, its secret stays. */
export const keepSecret = (file: string, secret: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${secret}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
};

const readWhole = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ProblemError([
      {
        file,
        what: `the secret of the desk cannot be read (${(error as NodeJS.ErrnoException).code})`,
        why: 'Without it nobody who is signed in is known, and links of letters do not work.',
        fix: 'Let the user who runs the desk read this file, or put a backup in its place.',
      },
    ]);
  }
};

/** Reads the secret of the desk, by which cookies and links are signed; makes one at the first start. */
export const readSecret = (file: string): string => {
  if (!existsSync(file)) keepSecret(file, randomBytes(32).toString('hex'));
  const secret = readWhole(file).trim();
  if (/^[0-9a-f]{64}$/.test(secret)) return secret;
  throw new ProblemError([
    {
      file,
      what: 'the secret of the desk is not 64 hexadecimal digits',
      why: 'Whoever guesses it can sign cookies and links of letters.',
      fix: 'Put a backup in its place, or remove it: the desk makes another, and members sign in again.',
    },
  ]);
};

/** What stands for an account or an address in the counts of tries: nobody without the secret can tell whose it is. */
export const keyedDigest =
  (secret: string) =>
  (text: string): string =>
    createHmac('sha256', secret).update(text.toLowerCase()).digest('hex').slice(0, 32);
