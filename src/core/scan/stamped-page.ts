import { splitColumns } from '#core/letter/reading/columns.ts';
import type { Field } from '#core/letter/reading/field.ts';
import { sourceLines } from '#core/letter/reading/source-text.ts';
import { readStamps, type Stamp } from '#core/letter/reading/stamp-field.ts';
import { isDamagedSecrecyLine, isSecrecyLine } from '#core/letter/secrecy.ts';
import { fieldWithScanDoubts } from './field-doubts.ts';
import { seenLines } from './field-places.ts';
import { around, type Box } from './picture.ts';
import { scanDocument } from './scan-document.ts';
import type { ScannedPage } from './scanned-page.ts';
import { addressOfCode, type CodeAddress } from './short-address.ts';

/** A receipt stamp on a page, and where it stands. */
export interface SeenStamp {
  readonly field: Field<Stamp>;
  readonly box: Box;
}

/** What a stamped copy says of itself: the codes of ours on it, its stamps, and whether it bears a mark of secrecy. */
export interface StampedPage {
  /** Of circulars, each once. */
  readonly addresses: readonly CodeAddress[];
  readonly stamps: readonly SeenStamp[];
  readonly isSecret: boolean;
}

const sameCode = (one: CodeAddress, other: CodeAddress): boolean =>
  one.code === other.code && one.office === other.office;

/** Reads the codes and the stamps of a page. A stamp in which readings differ has that doubt, with both. */
export const stampedPage = (page: ScannedPage): StampedPage => {
  const document = scanDocument([{ number: 1, kind: 'scan', page }]);
  const lines = splitColumns(sourceLines(document.text));
  const found = page.codes.map(addressOfCode).filter((one) => one !== null);
  const stamps = readStamps(lines).flatMap(({ field }): SeenStamp[] => {
    const [first, ...rest] = seenLines(field, document).map(({ line }) => line.box);
    return first === undefined
      ? []
      : [{ field: fieldWithScanDoubts(field, document), box: rest.reduce<Box>(around, first) }];
  });
  return {
    addresses: found.filter((one, at) => found.findIndex((other) => sameCode(one, other)) === at),
    stamps,
    isSecret: lines.some(({ text }) => isSecrecyLine(text) || isDamagedSecrecyLine(text)),
  };
};
