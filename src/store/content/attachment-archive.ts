import { extname } from 'node:path';
import { type Zippable, type ZippableFile, zipSync } from 'fflate';
import type { Attachment } from '#core/letter/letter.ts';
import { attachmentManifest, MANIFEST_NAME } from '#core/letter/manifest.ts';
import { readVerified } from '#store/files/verified-file.ts';

/** All attachments of a record in one file. */
export interface Archive {
  /** The letter's own file, as one of the files. */
  readonly letterFile: Attachment | null;
  readonly attachments: readonly Attachment[];
  /** Folder in which the files lie, relative to the project. */
  readonly folder: string;
}

/** Kinds of file that hold their content compressed already. */
const COMPRESSED = new Set(
  '.docx .gif .jpeg .jpg .odp .ods .odt .pdf .png .pptx .webp .xlsx .zip'.split(' '),
);

/** Bytes below which a text is not worth the 170 KB that compressing it takes in memory, which thousands of archives would fill. */
const WORTH_COMPRESSING = 16 * 1024;

const packed = (name: string, bytes: Uint8Array): ZippableFile => {
  const isWorth = bytes.length >= WORTH_COMPRESSING && !COMPRESSED.has(extname(name).toLowerCase());
  return [bytes, { level: isWorth ? 6 : 0 }];
};

/** The archive as bytes: manifest.csv and every file that the portal has, the same for the same files. */
export const zipAttachments = (
  root: string,
  { letterFile, attachments, folder }: Archive,
): Uint8Array => {
  const digests = new Map(
    [...(letterFile ? [letterFile] : []), ...attachments].flatMap(({ file, sha256 }) =>
      file === undefined ? [] : [[file, sha256] as const],
    ),
  );
  const files: Zippable = {
    [MANIFEST_NAME]: packed(
      MANIFEST_NAME,
      new TextEncoder().encode(attachmentManifest(attachments, letterFile)),
    ),
  };
  for (const name of [...digests.keys()].sort()) {
    files[name] = packed(name, readVerified(root, `${folder}/${name}`, digests.get(name)));
  }
  // The earliest time that ZIP knows, read in local time as it is written: the same on any day, in any time zone.
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
};
