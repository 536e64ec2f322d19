import { RegisterMeter } from '../meter.ts';
import type { RegisterFile, RegisterSheet, SkippedSheet } from '../register-file.ts';
import { fileFault, SAVE_AGAIN } from '../register-file.ts';
import { readXlsxRows, type XlsxShared } from './xlsx-sheet.ts';
import { readFormats, readSharedTexts } from './xlsx-styles.ts';
import { readXml } from './xml.ts';
import type { ZipParts } from './zip-parts.ts';

interface Relation {
  readonly target: string;
  /** Last word of its type: `worksheet`, `comments`. */
  readonly kind: string;
}

/** The path of a part as another one names it. */
const resolvePart = (target: string, folder: string): string => {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}/${target}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

const relationsOf = (
  parts: ZipParts,
  part: string,
  meter: RegisterMeter,
): Map<string, Relation> => {
  const at = part.lastIndexOf('/');
  const folder = part.slice(0, at);
  const relations = new Map<string, Relation>();
  readXml(
    parts.text(`${folder}/_rels/${part.slice(at + 1)}.rels`, 'Relationships') ?? '',
    {
      open: (name, { Id, Target = '', Type = '' }) => {
        if (name !== 'Relationship' || Id === undefined) return;
        const kind = Type.slice(Type.lastIndexOf('/') + 1);
        relations.set(Id, { target: resolvePart(Target, folder), kind });
      },
    },
    meter,
  );
  return relations;
};

/** The remarks on the cells of a sheet, by row. */
const remarksOf = (parts: ZipParts, part: string, meter: RegisterMeter): Map<number, string[]> => {
  const remarks = new Map<number, string[]>();
  for (const { target, kind } of relationsOf(parts, part, meter).values()) {
    const isThreaded = kind === 'threadedComment';
    if (kind !== 'comments' && !isThreaded) continue;
    let own: string[] = [];
    readXml(
      parts.text(target, isThreaded ? 'ThreadedComments' : 'comments') ?? '',
      {
        open: (name, { ref = '' }) => {
          if (name !== 'comment' && name !== 'threadedComment') return;
          const row = Number(/\d+$/.exec(ref)?.[0] ?? 0);
          own = remarks.get(row) ?? [];
          remarks.set(row, own);
          own.push('');
        },
        text: (text) => {
          const last = own.length - 1;
          if (last >= 0) own[last] += text;
        },
      },
      meter,
    );
  }
  return remarks;
};

/** Codes in headers and footers: fonts, sizes, and where a text stands. */
const HEADER_CODES = /&(?:"[^"]*"|\d+|.)/g;

/** The texts that stand around the cells of a sheet: printed headers and footers, and what is drawn upon it. */
const textsAround = (parts: ZipParts, part: string, meter: RegisterMeter): string[] => {
  const texts: string[] = [];
  const xml = parts.text(part, 'worksheet') ?? '';
  const from = xml.lastIndexOf('<headerFooter');
  if (from >= 0) {
    const to = xml.indexOf('</headerFooter>', from);
    let own = '';
    readXml(
      xml.slice(from, to < 0 ? undefined : to),
      {
        text: (text) => {
          own += text;
        },
        close: () => {
          texts.push(...own.split(/&[LCR]/).map((one) => one.replace(HEADER_CODES, ' ')));
          own = '';
        },
      },
      meter,
    );
  }
  for (const { target, kind } of relationsOf(parts, part, meter).values()) {
    if (kind !== 'drawing') continue;
    readXml(
      parts.text(target, 'wsDr') ?? '',
      {
        open: (name) => {
          if (name === 'p') texts.push('');
        },
        text: (text) => {
          if (texts.length > 0) texts[texts.length - 1] += text;
        },
      },
      meter,
    );
  }
  return texts.filter((text) => text.trim() !== '');
};

const HIDDEN = 'it is hidden; show it in the spreadsheet to have it read';

/**
 * Opens a workbook of the XLSX format (ECMA-376). Its parts are read here rather than by a library, as those that are kept
 * up give neither times of day nor which sheets are hidden, which cells are merged, or what format a number has.
 */
export const openXlsx = (
  parts: ZipParts,
  file: string,
  meter = new RegisterMeter(file),
): RegisterFile => {
  const workbook = parts.text('xl/workbook.xml', 'workbook');
  if (workbook === null)
    throw fileFault(file, 'the workbook has no list of its sheets', SAVE_AGAIN);
  const relations = relationsOf(parts, 'xl/workbook.xml', meter);
  const sheets: RegisterSheet[] = [];
  const skipped: SkippedSheet[] = [];
  let is1904 = false;
  let shared: XlsxShared | null = null;
  // Unpacked when the first sheet is read: all sheets share them.
  const sharedParts = (): XlsxShared => {
    const all = [...relations.values()];
    const part = (kind: string): string => all.find((one) => one.kind === kind)?.target ?? '';
    shared ??= {
      texts: readSharedTexts(parts.text(part('sharedStrings'), 'sst'), meter),
      formats: readFormats(parts.text(part('styles'), 'styleSheet'), meter),
      is1904,
    };
    return shared;
  };
  readXml(
    workbook,
    {
      open: (element, attributes) => {
        if (element === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
        if (element !== 'sheet') return;
        const { name = '', state } = attributes;
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        const relation = relations.get(id);
        if (state === 'hidden' || state === 'veryHidden') skipped.push({ name, reason: HIDDEN });
        else if (relation?.kind !== 'worksheet')
          skipped.push({ name, reason: 'it is no sheet of cells' });
        else if (!parts.names.has(relation.target))
          skipped.push({ name, reason: 'its part is missing from the workbook' });
        else {
          const rows = () =>
            readXlsxRows(
              parts.text(relation.target, 'worksheet') ?? '',
              sharedParts(),
              remarksOf(parts, relation.target, meter),
              meter,
            );
          meter.count('sheets', sheets.length + 1);
          sheets.push({ name, rows, around: () => textsAround(parts, relation.target, meter) });
        }
      },
    },
    meter,
  );
  return { sheets, skipped };
};
