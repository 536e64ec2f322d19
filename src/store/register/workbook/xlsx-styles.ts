import type { RegisterMeter } from '../meter.ts';
import { type FormatKind, kindOfFormat } from './number-format.ts';
import { readXml, type XmlHandlers } from './xml.ts';

/** A number format that cells of a style have. */
export interface CellFormat {
  readonly kind: FormatKind;
  readonly code: string | undefined;
}

/** The formats of a workbook by the numbers of its styles. */
export const readFormats = (styles: string | null, meter: RegisterMeter): CellFormat[] => {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isInCells = false;
  const handlers: XmlHandlers = {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') isInCells = true;
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      if (name === 'xf' && isInCells) meter.count('formats', ids.push(Number(numFmtId ?? 0)));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  };
  readXml(styles ?? '', handlers, meter);
  return ids.map((id) => ({ kind: kindOfFormat(codes.get(id), id), code: codes.get(id) }));
};

/** Characters that XML cannot hold are written as _xHHHH_. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** The texts that the cells of all sheets share; readings of Asian characters (rPh) are no part of them. */
export const readSharedTexts = (xml: string | null, meter: RegisterMeter): string[] => {
  const texts: string[] = [];
  let own = '';
  let isText = false;
  let isReading = false;
  const handlers: XmlHandlers = {
    open: (name) => {
      if (name === 'si') own = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text: (text) => {
      if (isText) own += text;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') texts.push(unescapeText(own));
    },
  };
  readXml(xml ?? '', handlers, meter);
  return texts;
};
