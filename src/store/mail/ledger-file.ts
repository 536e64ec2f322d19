import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { readLedger, type SentLine, writeLine } from '#core/digest/sent-ledger.ts';
import { ProblemError } from '#core/problem.ts';
import { naming, readTextNow } from '#store/files/read-file.ts';

type SqliteError = Error & { readonly errcode?: number };
/** SQLite's number for a lock that somebody else holds. */
const BUSY = 5;

/** A ledger of what was sent, held by this process alone until it is closed. */
export interface OpenLedger {
  readonly lines: readonly SentLine[];
  /** Appends a line, which is on the disk when this returns. */
  readonly append: (line: SentLine) => void;
  readonly close: () => void;
}

const takeLock = (path: string): DatabaseSync => {
  const lock = new DatabaseSync(`${path}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (((error as SqliteError).errcode ?? 0) % 256 !== BUSY) throw error;
    throw new ProblemError([
      {
        file: path,
        what: 'another process is sending by this ledger',
        why: 'Two senders at once would send messages twice. Nothing was sent by this one.',
        fix: 'Wait for it to end, then run the command again with --resume.',
      },
    ]);
  }
};

const readLines = (path: string): { lines: readonly SentLine[]; end: number } => {
  if (!existsSync(path)) return { lines: [], end: 0 };
  const text = readTextNow(path);
  const { lines, broken, end } = readLedger(text);
  if (broken.length === 0) return { lines, end: Buffer.byteLength(text.slice(0, end)) };
  throw new ProblemError(
    broken.map((line) => ({
      file: path,
      line,
      what: 'this is no line of a ledger of sent messages',
      why: 'Without it nobody knows to whom a message went, and some would get it twice. Nothing was sent.',
      fix: 'Put the file back as it was, from a backup.',
    })),
  );
};

/**
 * Opens a ledger, makes it where there is none, and locks it (SQLite's lock, which the system takes back from a process
 * that dies). A last line that a dying process left without its end is cut off. Throws a ProblemError where another
 * process holds it or a line of it cannot be read.
 */
export const openLedger = (path: string): OpenLedger => {
  const lock = takeLock(path);
  try {
    const { lines, end } = readLines(path);
    const handle = openSync(path, 'a');
    ftruncateSync(handle, end);
    fsyncSync(handle);
    return {
      lines,
      append: (line) => {
        try {
          writeSync(handle, writeLine(line));
          fsyncSync(handle);
        } catch (error) {
          throw naming(path, error);
        }
      },
      close: () => {
        closeSync(handle);
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw naming(path, error);
  }
};

/** What a ledger says, without taking it; for plans that send nothing. */
export const peekLedger = (path: string): readonly SentLine[] => readLines(path).lines;
