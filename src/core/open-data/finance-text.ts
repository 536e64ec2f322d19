import { CATEGORY_BY_CODE } from '#core/figures/classification.ts';
import { SAMPLE_SOURCE, sourceText } from '#core/figures/figures.ts';
import type { FinanceCube } from '#core/figures/finance.ts';
import { dateOfDayNumber } from '#core/letter/date.ts';
import { csvCell } from './csv.ts';

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

/** Whole satang as baht with both decimals; texts of millions of amounts are made of numbers, which are exact here. */
const bahtText = (satang: number): string => {
  const whole = Math.abs(satang);
  const rest = whole % 100;
  return `${satang < 0 ? '-' : ''}${(whole - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
};

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
  let [first, second] = [0x811c9dc5, 0x01234567];
  const add = (word: number): void => {
    first = Math.imul(first ^ word, 0x01000193);
    second = Math.imul(second ^ word, 0x85ebca6b);
    second ^= second >>> 13;
  };
  for (const office of offices) {
    const at = cube.officeAt.get(office);
    if (at === undefined) continue;
    for (
      let report = at * cube.months.length + from;
      report < at * cube.months.length + to;
      report++
    ) {
      add(cube.asOf[report] as number);
      if ((cube.asOf[report] as number) < 0) continue;
      add(cube.source[report] as number);
      const start = report * cube.categories.length * 2;
      for (let at = start; at < start + cube.categories.length * 2; at++) add(words[at] as number);
    }
  }
  const { months, sources, categories } = cube;
  return JSON.stringify([first, second, offices, months.slice(from, to), sources, categories]);
};

/** The reports of a part as a JSON file: the list of `openReport` of each, under licence and day. */
export const financeJson = (part: FinancePart, { licence, asOf }: FileFacts): string => {
  const { cube } = part;
  const heads = cube.categories.map((category) => {
    const head = JSON.stringify({ side: CATEGORY_BY_CODE.get(category)?.side, category });
    return `${head.slice(0, -1)},"amount":"`;
  });
  const sources = cube.sources.map(
    (source) =>
      `"source":${JSON.stringify(sourceText(source))},"sample":${source === SAMPLE_SOURCE}`,
  );
  const items: string[] = [];
  for (const report of reportsIn(part)) {
    let amounts = '';
    for (const [at, head] of heads.entries()) {
      const amount = cube.amounts[report.start + at] as number;
      if (Number.isNaN(amount)) continue;
      amounts += `${amounts === '' ? '' : ','}${head}${bahtText(amount)}"}`;
    }
    items.push(
      `{"office":"${report.office}","month":"${report.month}","asOf":"${report.asOf}",${sources[report.source]},"amounts":[${amounts}]}`,
    );
  }
  return `{"licence":${JSON.stringify(licence)},"asOf":${JSON.stringify(asOf)},"items":[${items.join(',')}]}`;
};

const COLUMNS = 'office,month,side,category,amount,source,sample,reportedAsOf,licence,asOf';

/** The reports of a part as CSV, one row an amount, each with licence and day. */
export const financeCsv = (part: FinancePart, { licence, asOf }: FileFacts): string => {
  const { cube } = part;
  const heads = cube.categories.map(
    (category) => `${CATEGORY_BY_CODE.get(category)?.side},${category},`,
  );
  const sources = cube.sources.map(
    (source) => `,${csvCell(sourceText(source))},${source === SAMPLE_SOURCE},`,
  );
  const facts = `,${csvCell(licence)},${csvCell(asOf)}\r\n`;
  let text = `\uFEFF${COLUMNS}\r\n`;
  for (const report of reportsIn(part)) {
    const [before, behind] = [
      `${report.office},${report.month},`,
      `${sources[report.source]}${report.asOf}${facts}`,
    ];
    for (const [at, head] of heads.entries()) {
      const amount = cube.amounts[report.start + at] as number;
      if (!Number.isNaN(amount)) text += before + head + bahtText(amount) + behind;
    }
  }
  return text;
};
