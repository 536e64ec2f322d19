import { join } from 'node:path';
import { markedHtml } from '#core/text/marked-html.ts';
import { readRegistry } from '#store/registry/read-registry.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Widths of phones at which names are looked at, in pixels. */
export const NAME_WIDTHS = [320, 360, 390];

/** Words of which names of offices are made, apart from what browsers were seen to keep together by themselves. */
const OFFICE_WORDS = [
  'กรุงเทพมหานคร',
  'กระทรวง',
  'การคลัง',
  'จังหวัด',
  'ตำบล',
  'ท้องถิ่น',
  'เทศบาล',
  'ที่ว่าการ',
  'ปกครอง',
  'บริหาร',
  'มหาดไทย',
  'ศาลากลาง',
  'ส่งเสริม',
  'สำนัก',
  'สำนักงาน',
  'องค์กร',
  'องค์การ',
  'อำเภอ',
];

/** Sources of the patterns of what must stay whole. */
export interface NamePatterns {
  readonly provinces: string;
  readonly districts: string;
  readonly office: string;
}

const oneOf = (names: Iterable<string>): string =>
  [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map(RegExp.escape)
    .join('|');

/** The names of the registry: of provinces, of districts behind "อำเภอ" or by themselves, and the words of offices. */
export const namePatterns = async (): Promise<NamePatterns> => {
  const { byId } = await readRegistry(ROOT);
  const named = (type: string, prefix: string): string[] =>
    [...byId.values()]
      .filter((office) => office.type === type)
      .map(({ name }) => name.replace(prefix, ''));
  const provinces = named('province', 'จังหวัด');
  const districts = oneOf(named('district', 'อำเภอ'));
  const long = oneOf(provinces.filter(({ length }) => length >= 5));
  const alone = (names: string) => `(?<![ก-๎])(?:${names})(?![ก-๎])`;
  return {
    provinces: `${long}|(?<=จังหวัด|จ\\. ?)(?:${oneOf(provinces)})|${alone(oneOf(provinces))}`,
    districts: `(?<=อำเภอ|อ\\. ?)(?:${districts})|${alone(districts)}`,
    office: oneOf(OFFICE_WORDS),
  };
};

/** Every office of the registry in running text, as pages set it: at ends of lines of any length. */
export const namesInProse = async (): Promise<string> => {
  const { byId } = await readRegistry(ROOT);
  return [...byId.values()]
    .map(({ name }) => `ตามหนังสือ${name}ส่งถึง${name} และ${name}แจ้งให้ทราบ`)
    .map((text) => `<p>${markedHtml(text)}</p>`)
    .join('');
};

/** Puts HTML in the place of a page's own text. */
export const showInstead = (html: string): void => {
  const main = document.querySelector('main');
  if (main) main.innerHTML = html;
};

/** What was found on a page. */
export interface NamesOnPage {
  readonly seen: number;
  /** Names that a line breaks, with what stands around them. */
  readonly broken: readonly string[];
  /** Pixels by which the page is wider than the screen. */
  readonly tooWide: number;
}

/** Looks within a page, in any browser: names may stand in several elements, but within one line box. */
export const namesOnPage = async (patterns: NamePatterns): Promise<NamesOnPage> => {
  await document.fonts.ready;
  type Part = readonly [start: number, node: Text];
  const flows: { text: string; parts: Part[] }[] = [{ text: '', parts: [] }];
  const walk = (element: Element): void => {
    for (const child of element.childNodes) {
      const flow = flows.at(-1) as (typeof flows)[number];
      if (child instanceof Text) {
        flow.parts.push([flow.text.length, child]);
        flow.text += child.data;
      }
      if (!(child instanceof HTMLElement) || !child.checkVisibility()) continue;
      const breaks = child.tagName === 'BR' || getComputedStyle(child).display !== 'inline';
      if (breaks) flows.push({ text: '', parts: [] });
      if (!child.matches('select, script, template')) walk(child);
      if (breaks) flows.push({ text: '', parts: [] });
    }
  };
  walk(document.body);

  const linesOf = (parts: readonly Part[], start: number, end: number): number => {
    const middles = parts.flatMap(([at, node]) => {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, node.length);
      if (from >= to) return [];
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      return [...range.getClientRects()]
        .filter(({ width }) => width > 0.5)
        .map(({ top, bottom }) => (top + bottom) / 2);
    });
    // Half a line: fonts within one line differ by less.
    return middles.length > 0 && Math.max(...middles) - Math.min(...middles) > 8 ? 2 : 1;
  };

  let seen = 0;
  const broken: string[] = [];
  for (const { text, parts } of flows) {
    for (const pattern of [patterns.provinces, patterns.districts, patterns.office]) {
      for (const match of text.matchAll(new RegExp(pattern, 'g'))) {
        seen++;
        const { index } = match;
        const end = index + match[0].length;
        if (linesOf(parts, index, end) > 1)
          broken.push(`${match[0]} in ${text.slice(Math.max(0, index - 20), end + 20).trim()}`);
      }
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  return { seen, broken, tooWide: scrollWidth - clientWidth };
};

/** A page in a browser, at any width. */
export interface NamesBrowser {
  readonly resize: (width: number) => Promise<unknown>;
  readonly look: () => Promise<NamesOnPage>;
}

interface Wrong extends NamesOnPage {
  readonly path: string;
  readonly width: number;
}

/** Looks at the page that a browser shows on every width, and sums up what it saw on all of them. */
export class NamesLook {
  seen = 0;
  readonly wrong: Wrong[] = [];
  readonly #browser: NamesBrowser;
  #widths: readonly number[] = NAME_WIDTHS;

  constructor(browser: NamesBrowser) {
    this.#browser = browser;
  }

  async at(path: string): Promise<void> {
    for (const width of this.#widths) {
      await this.#browser.resize(width);
      const found = await this.#browser.look();
      this.seen += found.seen;
      if (found.broken.length > 0 || found.tooWide > 0) this.wrong.push({ path, width, ...found });
    }
    // The next page begins at the width that the browser has: each change of it lays out and draws the page.
    this.#widths = this.#widths.toReversed();
  }
}
