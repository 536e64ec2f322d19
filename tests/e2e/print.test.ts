import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findCut, findOverlaps } from './overlaps.ts';
import { readSheets, type Sheet } from './pdf-boxes.ts';
import { CIRCULARS, lookAt, ONE_OF_EACH_TEMPLATE } from './portal.ts';

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

/** What is wrong with the print of a page, by margin; nothing where all is well. */
const faultsOf = async (page: Page, margins: readonly number[]) => {
  const faults: unknown[] = [];
  for (const margin of margins) {
    const sheets = await print(page, margin);
    const cut = findCut(sheets, margin * POINTS_A_MILLIMETRE);
    const found = [...findOverlaps(sheets), ...cut];
    if (found.length > 0) faults.push({ margin, of: found.length, first: found.slice(0, 3) });
  }
  return faults;
};

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

describe.each(CIRCULARS)('%s, printed', (path) => {
  it('is black on white, without what only a screen can use', async () => {
    const printed = await onPaper(path, (page) =>
      page.evaluate(() => ({
        background: getComputedStyle(document.body).backgroundColor,
        colour: getComputedStyle(document.body).color,
        used: [
          ...document.querySelectorAll<HTMLElement>('nav a, button, input:not([type=checkbox])'),
        ]
          .filter((element) => element.checkVisibility())
          .map((element) => element.outerHTML.slice(0, 120)),
        says: document.body.innerText.includes('สำเนาเพื่อการสืบค้น ไม่ใช่ต้นฉบับ'),
      })),
    );
    expect(printed).toMatchObject({ used: [], says: true });
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(printed.background);
    expect(printed.colour).toMatch(/^rgb\((?:[0-4]?\d), (?:[0-4]?\d), (?:[0-4]?\d)\)$/);
  });

  it('has nothing over anything else, and nothing cut off, at any margin', async () => {
    expect(await onPaper(path, (page) => faultsOf(page, MARGINS))).toEqual([]);
  });

  it(`fits on ${MOST_SHEETS} sheets, with margins of its own and the usual ones`, async () => {
    const [own, usual] = await onPaper(path, async (page) => [
      await readSheets(await page.pdf({ format: 'A4' })),
      await print(page, 20),
    ]);
    expect(own?.length).toBeLessThanOrEqual(MOST_SHEETS);
    expect(usual?.length).toBeLessThanOrEqual(MOST_SHEETS);
  });

  it('has number, date, subject, attachments and QR code before what to do and the guidance', async () => {
    const { box, code, order } = await onPaper(path, (page) =>
      page.evaluate(() => {
        const paper = document.querySelector<HTMLElement>('.on-paper');
        const top = (selector: string): number =>
          document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;
        return {
          box: paper?.innerText ?? '',
          code: paper?.querySelector('.qr-symbol')?.checkVisibility(),
          order: ['.essentials', '.on-paper', '#force', '#actions', '#guidance'].map(top),
        };
      }),
    );
    for (const label of ['ส่วนราชการ', 'เรื่อง', 'สิ่งที่ส่งมาด้วย', '/q/']) {
      expect(box).toContain(label);
    }
    expect(code).toBe(true);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('shows or names every part of the page', async () => {
    const { hidden, says } = await onPaper(path, (page) =>
      page.evaluate(() => {
        const nameOf = (part: Element): string =>
          [...(part.querySelector('.part-title > span, summary')?.childNodes ?? [])]
            .filter((node) => !(node as Element).classList?.contains('badge'))
            .map(({ textContent }) => textContent)
            .join('')
            .trim();
        return {
          hidden: [...document.querySelectorAll('main .part, main :is(.covering, .checksum)')]
            .filter((part) => !part.checkVisibility())
            // What it refers to stands on the face of the letter; who names it is counted below.
            .filter(({ id }) => id !== 'references')
            .map(nameOf),
          says: document.querySelector('.on-paper')?.textContent ?? '',
        };
      }),
    );
    expect(hidden.length).toBeGreaterThan(1);
    expect(hidden.filter((name) => name === '' || !says.includes(name))).toEqual([]);
  });

  it('names its list of pages and its figures where it has them', async () => {
    const { lists, figures, says } = await onPaper(path, (page) =>
      page.evaluate(() => ({
        lists: document.querySelectorAll('.backlinks li').length,
        figures: document.querySelectorAll('#chain .stack *').length,
        says: document.querySelector('.left-out')?.textContent ?? '',
      })),
    );
    expect(says.includes(`${lists} หน้า`)).toBe(lists > 0);
    expect(says.includes('แผนที่')).toBe(figures > 0);
  });

  it('has nothing folded', async () => {
    expect(await onPaper(path, stillFolded)).toEqual([]);
  });
});

describe.each(ONE_OF_EACH_TEMPLATE.filter((path) => !CIRCULARS.includes(path)))(
  '%s, printed',
  (path) => {
    it('has nothing over anything else, and nothing cut off, at any margin', async () => {
      expect(await onPaper(path, (page) => faultsOf(page, [0, 25]))).toEqual([]);
    });

    it('has nothing folded', async () => {
      expect(await onPaper(path, stillFolded)).toEqual([]);
    });
  },
);

describe('what is looked for', () => {
  const found = async (content: string): Promise<unknown[]> =>
    onPaper(CIRCULARS[0] as string, async (page) => {
      await page.addStyleTag({ content });
      return faultsOf(page, [20]);
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
