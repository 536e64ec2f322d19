import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A register that a member has sent, kept until it is taken over, put away, or some days old. */
export interface RegisterUpload {
  readonly id: string;
  /** Id of the member. */
  readonly member: string;
  /** Id of the office whose register it is. */
  readonly office: string;
  /** Which register, where the member says so. */
  readonly kind: 'received' | 'sent' | null;
  /** What the member calls the file; sources name it. */
  readonly name: string;
  /** ISO time. */
  readonly at: string;
}

/** Days after which a register is deleted: it holds subjects of letters that are nobody else's business. */
const KEPT_DAYS = 7;
/** Registers of one member that are kept at once. */
const MOST_KEPT = 20;
const DAY_MS = 86_400_000;
const ID = /^[0-9a-f-]{36}$/;

const folderOf = (data: string): string => join(data, 'registers');
const placeOf = (data: string, id: string): string => join(folderOf(data), id);

/** Where the bytes of a register lie. */
export const registerPath = (data: string, { id }: Pick<RegisterUpload, 'id'>): string =>
  join(placeOf(data, id), 'register');

/** Where the rows lie that were not taken over; there is no such file where all were, or none yet. */
export const restPath = (data: string, { id }: Pick<RegisterUpload, 'id'>): string =>
  join(placeOf(data, id), 'rest.csv');

/** Whether there are rows that were not taken over. */
export const hasRestFile = (data: string, upload: Pick<RegisterUpload, 'id'>): boolean =>
  existsSync(restPath(data, upload));

const META = 'upload.json';

/** A register that was sent, by its id; null where there is none. */
export const readUpload = (data: string, id: string): RegisterUpload | null => {
  if (!ID.test(id)) return null;
  try {
    return JSON.parse(readFileSync(join(placeOf(data, id), META), 'utf8')) as RegisterUpload;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Deletes a register and what was made of it. */
export const removeUpload = (data: string, id: string): void => {
  if (ID.test(id)) rmSync(placeOf(data, id), { recursive: true, force: true });
};

/** The registers that a member has sent, newest first. */
export const uploadsOf = (data: string, member: string): RegisterUpload[] =>
  (existsSync(folderOf(data)) ? readdirSync(folderOf(data)) : [])
    .flatMap((id) => readUpload(data, id) ?? [])
    .filter((upload) => upload.member === member)
    .sort((a, b) => (a.at < b.at ? 1 : -1));

/** Deletes registers that are kept no longer: some days old, or never received whole. */
export const tidyUploads = (data: string, now: Date): void => {
  const ago = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
  for (const id of existsSync(folderOf(data)) ? readdirSync(folderOf(data)) : []) {
    // One that was not received whole says nothing of itself.
    const at = readUpload(data, id)?.at ?? statSync(placeOf(data, id)).mtime.toISOString();
    if (at < ago) removeUpload(data, id);
  }
};

/**
 * Makes a place for a register. `keep` writes the bytes to the path that it is given; the register counts once that has
 * resolved, and nothing is left where it throws.
 */
export const keepUpload = async (
  data: string,
  said: Omit<RegisterUpload, 'id'>,
  keep: (path: string) => Promise<void>,
): Promise<RegisterUpload> => {
  const upload = { ...said, id: randomUUID() };
  mkdirSync(placeOf(data, upload.id), { recursive: true, mode: 0o700 });
  try {
    await keep(registerPath(data, upload));
    writeFileSync(join(placeOf(data, upload.id), META), JSON.stringify(upload), { mode: 0o600 });
  } catch (error) {
    removeUpload(data, upload.id);
    throw error;
  }
  for (const { id } of uploadsOf(data, upload.member).slice(MOST_KEPT)) removeUpload(data, id);
  return upload;
};
