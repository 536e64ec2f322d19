import type { Transfer } from '#core/figures/transfer.ts';
import { ByteText } from '#core/text/byte-text.ts';
import { csvCell } from './csv.ts';
import { openTransfer } from './figures.ts';
import type { FileFacts } from './finance-text.ts';

const encoder = new TextEncoder();

/** Placeholder of what differs from row to row; no text of content may hold a control character. */
const GAP = '\u007f';

/** Bytes that few rows are longer than. */
const USUAL_ROW = 600;

/** Whether two transfers differ in nothing but the office and the amount. */
const isOfOneTransfer = (a: Transfer, b: Transfer): boolean =>
  a.transfer === b.transfer &&
  a.grantType === b.grantType &&
  a.period === b.period &&
  a.date === b.date &&
  a.letterNumber === b.letterNumber &&
  a.source === b.source &&
  a.fiscalYear === b.fiscalYear;

/** Rows of transfers as bytes: a letter announces thousands of rows, whose other texts are then encoded once. */
const addRows = (
  text: ByteText,
  transfers: readonly Transfer[],
  rowOf: (open: ReturnType<typeof openTransfer>) => string,
  separator: string,
): void => {
  const between = encoder.encode(separator);
  let last: Transfer | null = null;
  let pieces: readonly Uint8Array[] = [];
  for (const one of transfers) {
    if (last !== null) text.add(between);
    if (last === null || !isOfOneTransfer(last, one)) {
      const row = rowOf({ ...openTransfer(one), office: GAP, amount: GAP });
      pieces = row.split(GAP).map((piece) => encoder.encode(piece));
    }
    last = one;
    text.add(pieces[0] as Uint8Array);
    text.addAscii(one.office);
    text.add(pieces[1] as Uint8Array);
    text.addBaht(Number(one.amount));
    text.add(pieces[2] as Uint8Array);
  }
};

/** Transfers as a JSON file in UTF-8: the list of `openTransfer` of each, under licence and day. */
export const transfersJson = (
  transfers: readonly Transfer[],
  { licence, asOf }: FileFacts,
): Uint8Array<ArrayBuffer> => {
  const text = new ByteText(transfers.length * USUAL_ROW);
  text.add(
    encoder.encode(
      `{"licence":${JSON.stringify(licence)},"asOf":${JSON.stringify(asOf)},"items":[`,
    ),
  );
  addRows(text, transfers, (open) => JSON.stringify(open), ',');
  text.add(encoder.encode(']}'));
  return text.bytes();
};

/** Transfers as CSV in UTF-8, one row an amount, each with licence and day. */
export const transfersCsv = (
  transfers: readonly Transfer[],
  { licence, asOf }: FileFacts,
): Uint8Array<ArrayBuffer> => {
  const [first] = transfers;
  if (!first) throw new RangeError('a file of transfers holds one at least');
  const text = new ByteText(transfers.length * USUAL_ROW);
  const columns = Object.keys({ ...openTransfer(first), licence, asOf });
  text.add(encoder.encode(`\uFEFF${columns.join(',')}\r\n`));
  const rowOf = (open: ReturnType<typeof openTransfer>): string =>
    Object.values({ ...open, licence, asOf })
      .map(csvCell)
      .join(',');
  addRows(text, transfers, rowOf, '\r\n');
  text.add(encoder.encode('\r\n'));
  return text.bytes();
};
