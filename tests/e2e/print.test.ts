import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findCut, findOverlaps } from './overlaps.ts';
import { readSheets, type Sheet } from './pdf-boxes.ts';
import { CIRCULARS, lookAt, ONE_OF_EACH_TEMPLATE } from './portal.ts';
import { shareVisit } from './shared-visit.ts';

/** Margins that people set in the dialog of a browser, in millimetres: none, narrow, usual, for the file. */
const MARGINS = [0, 10, 20, 25];
const POINTS_A_MILLIMETRE = 72 / 25.4;
/** What an office staples, and reads. */
const MOST_SHEETS = 4;

/** Prints a page on A4. The margins of the page itself would win over those of the dialog. */
const print = async (page: Page, margin: number): Promise<Sheet[]> => {
  const style = await page.addStyleTag({ content: `@page { margin: ${margin}mm !important }` });
  const pdf = await page.pdf({ format: 'A4' });
  await style.evaluate((element) => (element as HTMLElement).remove());
  return readSheets(pdf);
};

/** A page printed with each of these margins, in millimetres. */
const printEach = async (page: Page, margins: readonly number[]): Promise<Map<number, Sheet[]>> => {
  const printed = new Map<number, Sheet[]>();
  for (const margin of margins) printed.set(margin, await print(page, margin));
  return printed;
};

/** What is wrong with prints of a page, by margin; nothing where all is well. */
const faultsOf = (printed: ReadonlyMap<number, Sheet[]>) =>
  [...printed].flatMap(([margin, sheets]) => {
    const found = [...findOverlaps(sheets), ...findCut(sheets, margin * POINTS_A_MILLIMETRE)];
    return found.length > 0 ? [{ margin, of: found.length, first: found.slice(0, 3) }] : [];
  });

const onPaper = <T>(path: string, use: (page: Page) => Promise<T>): Promise<T> =>
  lookAt(path, { colorScheme: 'dark', bypassCSP: true }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => document.fonts.ready);
    return use(page);
  });

/** Texts of `<summary>` under which the paper shows nothing. */
const stillFolded = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main details')]
      .filter((details) => details.querySelector('summary')?.checkVisibility())
      .filter((details) =>
        [...details.children].some(
          (child) => child.localName !== 'summary' && !child.checkVisibility(),
        ),
      )
      .map((details) => details.querySelector('summary')?.textContent ?? ''),
  );

/** Texts of headings over links of which the paper shows none. */
const headingsOfNothing = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(h2, h3):has(+ ul > li > .button:only-child)')]
      .filter((heading) => heading.checkVisibility())
      .map(({ textContent }) => textContent),
  );

/** What paper shows of a circular: colours, what can only be used on a screen, the order of its parts. */
const lookOfCircular = (page: Page) =>
  page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    const paper = document.querySelector<HTMLElement>('.on-paper');
    const top = (selector: string): number =>
      document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;
    const nameOf = (part: Element): string =>
      [...(part.querySelector('.part-title > span, summary')?.childNodes ?? [])]
        .filter((node) => !(node as Element).classList?.contains('badge'))
        .map(({ textContent }) => textContent)
        .join('')
        .trim();
    return {
      background: backgroundColor,
      colour: color,
      used: [...document.querySelectorAll<HTMLElement>('nav a, button, input:not([type=checkbox])')]
        .filter((element) => element.checkVisibility())
        .map((element) => element.outerHTML.slice(0, 120)),
      saysCopy: document.body.innerText.includes('สำเนาเพื่อการสืบค้น ไม่ใช่ต้นฉบับ'),
      box: paper?.innerText ?? '',
      boxText: paper?.textContent ?? '',
      code: paper?.querySelector('.qr-symbol')?.checkVisibility(),
      order: ['.essentials', '.on-paper', '#force', '#actions', '#guidance'].map(top),
      hidden: [...document.querySelectorAll('main .part, main :is(.covering, .checksum)')]
        .filter((part) => !part.checkVisibility())
        // What it refers to stands on the face of the letter; who names it is counted below.
        .filter(({ id }) => id !== 'references')
        .map(nameOf),
      lists: document.querySelectorAll('.backlinks li').length,
      figures: document.querySelectorAll('#chain .stack *').length,
      leftOut: document.querySelector('.left-out')?.textContent ?? '',
    };
  });

/** All that the tests ask of a printed circular, from one visit. */
const printCircular = (path: string) =>
  onPaper(path, async (page) => ({
    ...(await lookOfCircular(page)),
    folded: await stillFolded(page),
    ownMargins: await readSheets(await page.pdf({ format: 'A4' })),
    printed: await printEach(page, MARGINS),
  }));

describe.each(CIRCULARS)('%s, printed', (path) => {
  const seen = shareVisit(() => printCircular(path));

  it('is black on white, without what only a screen can use', () => {
    const paper = seen();
    expect(paper).toMatchObject({ used: [], saysCopy: true });
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(paper.background);
    expect(paper.colour).toMatch(/^rgb\((?:[0-4]?\d), (?:[0-4]?\d), (?:[0-4]?\d)\)$/);
  });

  it('has nothing over anything else, and nothing cut off, at any margin', () => {
    const paper = seen();
    expect([...paper.printed.keys()]).toEqual(MARGINS);
    expect(faultsOf(paper.printed)).toEqual([]);
  });

  it(`fits on ${MOST_SHEETS} sheets, with margins of its own and the usual ones`, () => {
    const paper = seen();
    expect(paper.ownMargins.length).toBeLessThanOrEqual(MOST_SHEETS);
    expect(paper.printed.get(20)?.length).toBeLessThanOrEqual(MOST_SHEETS);
  });

  it('has number, date, subject, attachments and QR code before what to do and the guidance', () => {
    const paper = seen();
    for (const label of ['ส่วนราชการ', 'เรื่อง', 'สิ่งที่ส่งมาด้วย', '/q/']) {
      expect(paper.box).toContain(label);
    }
    expect(paper.code).toBe(true);
    expect(paper.order).toEqual([...paper.order].sort((one, other) => one - other));
  });

  it('shows or names every part of the page', () => {
    const paper = seen();
    expect(paper.hidden.length).toBeGreaterThan(1);
    expect(paper.hidden.filter((name) => name === '' || !paper.boxText.includes(name))).toEqual([]);
  });

  it('names its list of pages and its figures where it has them', () => {
    const { lists, figures, leftOut } = seen();
    expect(leftOut.includes(`${lists} หน้า`)).toBe(lists > 0);
    expect(leftOut.includes('แผนที่')).toBe(figures > 0);
  });

  it('has nothing folded', () => {
    expect(seen().folded).toEqual([]);
  });
});

describe.each(ONE_OF_EACH_TEMPLATE.filter((path) => !CIRCULARS.includes(path)))(
  '%s, printed',
  (path) => {
    const seen = shareVisit(() =>
      onPaper(path, async (page) => ({
        folded: await stillFolded(page),
        empty: await headingsOfNothing(page),
        printed: await printEach(page, [0, 25]),
      })),
    );

    it('has nothing folded, nothing over anything else, and nothing cut off, at any margin', () => {
      const { folded, printed } = seen();
      expect({ folded, faults: faultsOf(printed) }).toEqual({ folded: [], faults: [] });
    });

    it('has no heading over links that are left out', () => {
      expect(seen().empty).toEqual([]);
    });
  },
);

describe('what is looked for', () => {
  const found = async (content: string): Promise<unknown[]> =>
    onPaper(CIRCULARS[0] as string, async (page) => {
      await page.addStyleTag({ content });
      return faultsOf(await printEach(page, [20]));
    });

  it('is seen where lines fall on one another', async () => {
    expect(await found('.thread { margin-block-start: -15mm !important }')).not.toEqual([]);
  });

  it('is seen where one line is written on another', async () => {
    expect(await found('.lead { margin-block-start: -1.6em !important }')).not.toEqual([]);
  });

  it('is seen where a QR code covers text', async () => {
    const over = '.on-paper .code { position: absolute; left: 0; margin-block-start: 8mm }';
    expect(await found(over)).not.toEqual([]);
  });

  it('is seen where text runs over the margin', async () => {
    expect(await found('.lead { margin-inline-start: -1cm !important }')).not.toEqual([]);
  });
});
