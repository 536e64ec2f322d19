import { CATEGORY_BY_CODE } from '#core/figures/classification.ts';
import { SAMPLE_SOURCE, sourceText } from '#core/figures/figures.ts';
import type { FinanceCube } from '#core/figures/finance.ts';
import { dateOfDayNumber } from '#core/letter/date.ts';
import { ByteText } from '#core/text/byte-text.ts';
import { csvCell } from './csv.ts';
import { Digest } from './digest.ts';

/** The offices and months of a cube that one file holds. */
export interface FinancePart {
  readonly cube: FinanceCube;
  /** Ids, in the order of the file. */
  readonly offices: readonly string[];
  /** Places in the months of the cube, from the first up to but without the last. */
  readonly from: number;
  readonly to: number;
}

/** What every file says besides its data. */
export interface FileFacts {
  readonly licence: string;
  readonly asOf: string;
}

interface Report {
  readonly office: string;
  readonly month: string;
  readonly asOf: string;
  /** Place in the sources of the cube. */
  readonly source: number;
  /** Place of its first amount in the cube. */
  readonly start: number;
}

const encoder = new TextEncoder();
const encode = (text: string): Uint8Array => encoder.encode(text);

function* reportsIn({ cube, offices, from, to }: FinancePart): Generator<Report> {
  for (const office of offices) {
    const at = cube.officeAt.get(office);
    if (at === undefined) continue;
    for (let month = from; month < to; month++) {
      const report = at * cube.months.length + month;
      const day = cube.asOf[report] as number;
      if (day < 0) continue;
      yield {
        office,
        month: cube.months[month] as string,
        asOf: dateOfDayNumber(day),
        source: cube.source[report] as number,
        start: report * cube.categories.length,
      };
    }
  }
}

/** Amounts of a part. */
const countAmounts = (part: FinancePart): number => {
  const { amounts, categories } = part.cube;
  let count = 0;
  for (const { start } of reportsIn(part)) {
    for (let at = start; at < start + categories.length; at++) {
      if (!Number.isNaN(amounts[at] as number)) count++;
    }
  }
  return count;
};

/** How many reports a part has, and whether any is made up. */
export const countReports = (part: FinancePart): { total: number; sample: boolean } => {
  const sample = part.cube.sources.indexOf(SAMPLE_SOURCE);
  let total = 0;
  let isSample = false;
  for (const { source } of reportsIn(part)) {
    total++;
    isSample ||= source === sample;
  }
  return { total, sample: isSample };
};

/** A text that is another one as soon as any office of the part reports something else in any month of the cube. */
export const digestOfPart = ({ cube, offices, from, to }: FinancePart): string => {
  const words = new Int32Array(
    cube.amounts.buffer,
    cube.amounts.byteOffset,
    cube.amounts.length * 2,
  );
  const digest = new Digest();
  for (const office of offices) {
    const at = cube.officeAt.get(office);
    if (at === undefined) continue;
    for (
      let report = at * cube.months.length + from;
      report < at * cube.months.length + to;
      report++
    ) {
      digest.add(cube.asOf[report] as number);
      if ((cube.asOf[report] as number) < 0) continue;
      digest.add(cube.source[report] as number);
      const start = report * cube.categories.length * 2;
      for (let at = start; at < start + cube.categories.length * 2; at++)
        digest.add(words[at] as number);
    }
  }
  const { months, sources, categories } = cube;
  return JSON.stringify([digest.text(), offices, months.slice(from, to), sources, categories]);
};

const longestOf = (pieces: readonly Uint8Array[]): number =>
  Math.max(0, ...pieces.map(({ length }) => length));

/** The reports of a part as a JSON file in UTF-8: the list of `openReport` of each, under licence and day. */
export const financeJson = (
  part: FinancePart,
  { licence, asOf }: FileFacts,
): Uint8Array<ArrayBuffer> => {
  const { cube } = part;
  const heads = cube.categories.map((category) => {
    const head = JSON.stringify({ side: CATEGORY_BY_CODE.get(category)?.side, category });
    return encode(`${head.slice(0, -1)},"amount":"`);
  });
  const sources = cube.sources.map((source) =>
    encode(
      `"source":${JSON.stringify(sourceText(source))},"sample":${source === SAMPLE_SOURCE},"amounts":[`,
    ),
  );
  const [comma, behindAmount, behindReport] = [encode(','), encode('"}'), encode(']}')];
  const text = new ByteText(countAmounts(part) * (longestOf(heads) + 20) + 100_000);
  text.add(
    encode(`{"licence":${JSON.stringify(licence)},"asOf":${JSON.stringify(asOf)},"items":[`),
  );
  let reports = 0;
  for (const report of reportsIn(part)) {
    if (reports++ > 0) text.add(comma);
    text.addAscii(
      `{"office":"${report.office}","month":"${report.month}","asOf":"${report.asOf}",`,
    );
    text.add(sources[report.source] as Uint8Array);
    let amounts = 0;
    for (const [at, head] of heads.entries()) {
      const amount = cube.amounts[report.start + at] as number;
      if (Number.isNaN(amount)) continue;
      if (amounts++ > 0) text.add(comma);
      text.add(head);
      text.addBaht(amount);
      text.add(behindAmount);
    }
    text.add(behindReport);
  }
  text.add(encode(']}'));
  return text.bytes();
};

/** Columns of {@link financeCsv}; `reportedAsOf` is the day of the report, which is `asOf` in JSON. */
export const FINANCE_COLUMNS = [
  'office',
  'month',
  'side',
  'category',
  'amount',
  'source',
  'sample',
  'reportedAsOf',
  'licence',
  'asOf',
] as const;

/** The reports of a part as CSV in UTF-8, one row an amount, each with licence and day. */
export const financeCsv = (
  part: FinancePart,
  { licence, asOf }: FileFacts,
): Uint8Array<ArrayBuffer> => {
  const { cube } = part;
  const heads = cube.categories.map((category) =>
    encode(`${CATEGORY_BY_CODE.get(category)?.side},${category},`),
  );
  const sources = cube.sources.map((source) =>
    encode(`,${csvCell(sourceText(source))},${source === SAMPLE_SOURCE},`),
  );
  const facts = encode(`,${csvCell(licence)},${csvCell(asOf)}\r\n`);
  const longestRow = longestOf(heads) + longestOf(sources) + facts.length + 50;
  const text = new ByteText(countAmounts(part) * longestRow + 100_000);
  text.add(encode(`\uFEFF${FINANCE_COLUMNS.join(',')}\r\n`));
  for (const report of reportsIn(part)) {
    const before = `${report.office},${report.month},`;
    const source = sources[report.source] as Uint8Array;
    for (const [at, head] of heads.entries()) {
      const amount = cube.amounts[report.start + at] as number;
      if (Number.isNaN(amount)) continue;
      text.addAscii(before);
      text.add(head);
      text.addBaht(amount);
      text.add(source);
      text.addAscii(report.asOf);
      text.add(facts);
    }
  }
  return text.bytes();
};
