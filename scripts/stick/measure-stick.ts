import { join } from 'node:path';
import { buildStick } from './build-stick.ts';
import { readPortal } from './portal.ts';

/** What it takes to copy a portal to a stick. */
export interface MeasuredStick {
  readonly seconds: number;
  readonly files: number;
  readonly bytes: number;
  /** Bytes on FAT32, in clusters of 4 KiB. */
  readonly diskBytes: number;
}

/** Copies the built portal of a project to `out`, a folder that is not there yet, or a file that ends in .zip. */
export const measureStick = async (project: string, out: string): Promise<MeasuredStick> => {
  const start = performance.now();
  const { files, bytes, diskBytes } = await buildStick({
    portal: readPortal(join(project, 'dist'), project),
    out,
    shown: out,
    sections: null,
    office: null,
    most: null,
    today: '2026-01-01',
    isDry: false,
  });
  return { seconds: (performance.now() - start) / 1000, files, bytes, diskBytes };
};
