import { deflateSync } from 'node:zlib';
import { isFullDate } from '#core/letter/date.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { ProblemError } from '#core/problem.ts';
import type { Drawing } from '#core/qr/drawing.ts';
import type { OutlineText } from '#core/qr/label.ts';
import { drawingObject, pagesToPdf } from '#core/qr/pdf.ts';
import type { QrSymbol } from '#core/qr/symbol.ts';
import { CODE_MM, isSlipReadable, type SlipText, slipDrawer, slipPages } from '#core/slip/sheet.ts';
import type { Slip } from '#core/slip/slip.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import { encodeQr } from '#output/qr/encode.ts';
import { textOutliner } from '#output/qr/outline-text.ts';
import type { MadeSlip } from '#store/desk/slips.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { readSarabun } from '#store/sarabun.ts';
import { dayText } from '../desk/movement-view.ts';
import type { SlipKeys } from '../desk/slip-keys.ts';
import { breather } from '../lib/breather.ts';

/** By what slips are drawn. */
export interface SlipSheet {
  readonly keys: SlipKeys;
  readonly texts: DeskTexts;
  /** BCP 47 tag of the language of the texts. */
  readonly language: string;
  readonly nameOf: (office: string) => string;
  readonly record: CircularRecord;
}

/** Size of type in millimetres: 8 points. */
const SMALL = 2.82;

const symbolOf = (keys: SlipKeys, slip: Slip): QrSymbol => {
  const address = keys.encodedOf(slip);
  const symbol = encodeQr(address);
  if (symbol && isSlipReadable(symbol)) return symbol;
  throw new ProblemError([
    {
      file: null,
      what: `the code of a slip, ${address.length} characters long, would be too fine for telephones to read`,
      why: 'Slips are 91 mm wide. No slip was made.',
      fix: 'Let the portal stand at a shorter address (WIAN_SITE_URL).',
    },
  ]);
};

/** Throws a ProblemError where no code of a slip would be readable: before any is made. */
export const refuseLongAddress = (keys: SlipKeys): void => {
  const longest = { id: 999_999_999, circular: '', office: '', issued: '', expires: '' };
  symbolOf(keys, longest);
};

/** What identifies the letter on paper; a number in doubt is not printed, as nobody sees the doubt there. */
const letterTexts = ({ texts, language, record }: SlipSheet): string[] => {
  const { sheet: t } = texts.slips;
  const { number, date } = record.circular.letter;
  const isDated = date.value !== null && !date.doubt && isFullDate(date.value);
  return [
    number.value === null || number.doubt ? record.id : t.letter(printLetterNumber(number.value)),
    ...(isDated ? [t.dated(dayText(language, date.value as string))] : []),
    ...(record.circular.sample ? [t.sample] : []),
  ];
};

/** The sheets of slips that were made together as a PDF of A4 pages, drawn a few milliseconds at a time. */
export const slipsToPdf = async (
  sheet: SlipSheet,
  slips: readonly MadeSlip[],
): Promise<Uint8Array> => {
  const { sheet: t } = sheet.texts.slips;
  const outlined = textOutliner(readSarabun);
  const known = new Map<string, ReturnType<OutlineText>>();
  const outline: OutlineText = (text, weight) => {
    const key = `${weight} ${text}`;
    const found = known.get(key) ?? outlined(text, weight);
    known.set(key, found);
    return found;
  };
  const small = (text: string, weight: SlipText['weight'] = 'regular'): SlipText => {
    return { text, weight, mm: SMALL };
  };
  const letter = letterTexts(sheet).map((text) => small(text));
  const [{ expires = '' } = {}] = slips;
  const draw = slipDrawer(
    {
      top: [small(t.title, 'bold'), ...letter],
      above: [small(t.how), small(sheet.keys.printed)],
      under: [small(t.until(dayText(sheet.language, expires)))],
    },
    outline,
  );
  const breathe = breather();
  const drawn: (readonly Drawing[])[] = [];
  const objects = new Map<Drawing, string>();
  for (const slip of slips) {
    await breathe();
    const face = {
      symbol: symbolOf(sheet.keys, slip),
      office: small(sheet.nameOf(slip.office), 'bold'),
      code: { text: slip.code, weight: 'bold' as const, mm: CODE_MM },
      number: small(t.no(slip.id)),
    };
    const drawings = draw(face);
    drawn.push(drawings);
    for (const one of drawings) {
      if (!objects.has(one)) objects.set(one, drawingObject(one, deflateSync));
    }
  }
  const title = `${t.title} ${sheet.record.id}`;
  return pagesToPdf(slipPages(drawn), title, (one) => objects.get(one) as string);
};
