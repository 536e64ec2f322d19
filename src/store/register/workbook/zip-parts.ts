import { unzipSync } from 'fflate';
import type { ProblemError } from '#core/problem.ts';
import { fileFault, SAVE_AGAIN } from '../register-file.ts';

/** Bytes of a workbook as it lies on the disk, of one of its parts, and of all parts together, unpacked. */
export const MOST_FILE_BYTES = 30_000_000;
const MOST_PART_BYTES = 128 * 1024 * 1024;
const MOST_BYTES = 512 * 1024 * 1024;

/** The parts of a zipped workbook, unpacked one at a time. */
export interface ZipParts {
  readonly names: ReadonlySet<string>;
  /** The text of a part; null where there is none of this name. `root` is the element that it has to close. */
  readonly text: (name: string, root: string) => string | null;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/** Opens a zipped workbook; one that would fill the memory is refused by what it says of its size. */
export const openZip = (bytes: Uint8Array, file: string): ZipParts => {
  const names = new Set<string>();
  const broken = (): ProblemError =>
    fileFault(file, 'the workbook is broken: it cannot be unpacked', SAVE_AGAIN);
  let total = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        if (/\.(?:xml|rels)$/.test(name)) total += originalSize;
        return false;
      },
    });
  } catch {
    throw broken();
  }
  if (total > MOST_BYTES) {
    const what = `the workbook has ${megabytes(total)} MB unpacked, more than ${megabytes(MOST_BYTES)}`;
    throw fileFault(file, what, 'Save it as CSV, which is read at any size, and import that.');
  }
  // The part that was read last, as a sheet is read twice in a row.
  let last: { readonly name: string; readonly text: string } | null = null;
  return {
    names,
    text: (name, root) => {
      if (!names.has(name)) return null;
      if (last?.name === name) return last.text;
      let part: Uint8Array | undefined;
      try {
        part = unzipSync(bytes, {
          filter: (one) => {
            if (one.name !== name) return false;
            if (one.originalSize <= MOST_PART_BYTES) return true;
            throw fileFault(
              file,
              `${name} has ${megabytes(one.originalSize)} MB unpacked, more than ${megabytes(MOST_PART_BYTES)}`,
              'Delete the empty rows at its end, or save it as CSV, and import that.',
            );
          },
        })[name];
      } catch (error) {
        throw (error as Error).name === 'ProblemError' ? error : broken();
      }
      if (!part) throw broken();
      const text = new TextDecoder(part[0] === 0xff ? 'utf-16le' : 'utf-8').decode(part);
      // What says less of its size than it has comes out cut.
      if (
        !new RegExp(`(?:</(?:\\w+:)?${root}|<(?:\\w+:)?${root}[^<>]*/)\\s*>\\s*$`).test(
          text.slice(-400),
        )
      )
        throw broken();
      last = { name, text };
      return text;
    },
  };
};
