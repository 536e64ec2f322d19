import { buildChain, type Receipt } from '#core/chain/chain.ts';
import { factOfMovement, receiptsOf } from '#core/chain/receipts.ts';
import { type DrawnStop, trimChain } from '#core/chain/trim.ts';
import type { CircularRecord, Claim, CoveringLetter } from '#core/letter/circular.ts';
import type { Letter } from '#core/letter/letter.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import type { Office } from '#core/office/office.ts';
import { type Drift, driftOf } from '#core/tracking/drift.ts';
import type { Interval, OfficeVisit } from '#core/tracking/intervals.ts';
import { effectiveMovements, type Movement, movementOfCells } from '#core/tracking/movement.ts';
import { sentBesides } from '#core/tracking/trace.ts';
import {
  type FactView,
  type NameSource,
  viewDate,
  viewPrintedNumber,
  viewText,
} from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { officeAddressById, officeLevelName, officeName } from '../offices.ts';
import type { RecordLink } from '../records.ts';
import { type LengthView, viewLength } from '../tracking/interval-view.ts';
import { type CoveringDetails, viewCoveringDetails } from './covering-details.ts';

export interface ReceiptView {
  readonly desk: string | undefined;
  readonly number: FactView | null;
  readonly date: FactView;
  readonly time: string | undefined;
  /** From this stamp to the next one inside the office. */
  readonly toNext: SpanView | null;
}

/** A length of time, drawn between the two events that it separates. */
export interface SpanView extends LengthView {
  readonly what: string;
  /** The sum of lengths that are drawn already. */
  readonly isTotal: boolean;
}

/** Where a covering letter says something else than the original. */
export interface DifferenceView {
  readonly what: string;
  readonly here: string;
  readonly original: string;
  /** The other side is the letter that this one passes on, not the original. */
  readonly passedOn: boolean;
  readonly doubtful: boolean;
}

export interface SentLetterView {
  /** The letter itself, whose doubts are on its face above. */
  readonly original: boolean;
  readonly label: string;
  readonly number: FactView;
  readonly date: FactView;
  readonly to: readonly string[];
  readonly download: string | undefined;
  readonly differences: readonly DifferenceView[];
  /** What else is on a covering letter; null for the letter itself. */
  readonly details: CoveringDetails | null;
}

/** What an office answered: that it acknowledges the circular, or that what it asks for is done. */
export interface AnswerView {
  readonly what: string;
  readonly number: FactView | null;
  readonly date: FactView | null;
}

/** An office in the chain of the circular, and what is recorded there. */
export interface StopView {
  readonly id: string;
  readonly office: string;
  /** Page of the office, where it has one. */
  readonly href: string | undefined;
  readonly level: string;
  /** From the letter that reached it to its first stamp. */
  readonly transit: SpanView | null;
  readonly receipts: readonly ReceiptView[];
  /** From its first stamp, and from its last one where it has several, to the letter with which it passed it on. */
  readonly dwell: readonly SpanView[];
  readonly letters: readonly SentLetterView[];
  readonly answers: readonly AnswerView[];
  readonly next: readonly StopView[];
  /** Offices below it that the drawing leaves out, as there are too many. */
  readonly leftOut: string | undefined;
}

const viewDrift = (one: Drift): DifferenceView => {
  const t = messages.circular;
  const view = (what: string, sides: { here: string; original: string }, passedOn = false) => ({
    what,
    ...sides,
    passedOn,
    doubtful: one.doubtful,
  });
  if (one.kind === 'wording') return view(one.label, { here: one.here, original: one.original });
  if (one.kind === 'claim') {
    const text = ({ from, to }: Claim['value']) => messages.format.period(from, to);
    return view(one.label, { here: text(one.here), original: text(one.original) });
  }
  const print = { number: printLetterNumber, date: messages.format.date, subject: String };
  const text = (values: readonly string[]) =>
    values.map((value) => print[one.kind](value)).join(' / ');
  return view(t.driftOf[one.kind], { here: text(one.here), original: text(one.original) }, true);
};

const isCovering = (letter: Letter | CoveringLetter): letter is CoveringLetter => 'key' in letter;

/** Stops drawn besides the issuer; a whole country would be a page of megabytes. */
const DRAWN_STOPS = 60;

const viewSpan = (
  what: string,
  one: Interval | null | undefined,
  isTotal = false,
): SpanView | null => (one ? { what, isTotal, ...viewLength(one) } : null);

const viewReceipt = (
  receipt: Receipt,
  toNext: Interval | undefined,
  nameSource: NameSource,
): ReceiptView => ({
  desk: receipt.desk,
  number: receipt.number && viewText(receipt.number, nameSource),
  date: viewDate(receipt.date, nameSource),
  time: receipt.time,
  toNext: viewSpan(messages.tracking.spans.desks, toNext),
});

const NO_RECORD: FactView = { text: messages.circular.noRecord, doubt: null };

/** A letter that only a register mentions. */
const viewSent = (movement: Movement, nameSource: NameSource): SentLetterView => {
  const number = factOfMovement(movement, 'number');
  const date = factOfMovement(movement, 'date');
  return {
    original: false,
    label: messages.circular.sent,
    number: number ? viewPrintedNumber(number, nameSource) : NO_RECORD,
    date: date ? viewDate(date, nameSource) : NO_RECORD,
    to: [],
    download: undefined,
    differences: [],
    details: null,
  };
};

const viewAnswer = (
  movement: Movement & { readonly kind: 'acknowledged' | 'done' },
  nameSource: NameSource,
): AnswerView => {
  const number = factOfMovement(movement, 'number');
  const date = factOfMovement(movement, 'date');
  return {
    what: messages.tracking.states[movement.kind],
    number: number && viewText(number, nameSource),
    date: date && viewDate(date, nameSource),
  };
};

const isAnswer = (one: Movement): one is Parameters<typeof viewAnswer>[0] =>
  one.kind === 'acknowledged' || one.kind === 'done';

/** The chain of a circular so far, for drawing. */
export const viewChain = (
  { circular, coveringLetters, movements: rows }: CircularRecord,
  offices: ReadonlyMap<string, Office>,
  records: ReadonlyMap<string, RecordLink>,
  nameSource: NameSource,
  /** Address at which the files of the circular are served. */
  folder: string,
  /** Offices with movements, with their lengths of time; none where no route is known. */
  lengths: readonly OfficeVisit[],
): StopView => {
  const lengthsAt = new Map(lengths.map((stop) => [stop.office, stop]));
  const movements = effectiveMovements(rows.map(movementOfCells));
  const sentBy = Map.groupBy(
    sentBesides(movements, [circular.letter, ...coveringLetters]),
    ({ office }) => office,
  );
  const answersOf = Map.groupBy(movements.filter(isAnswer), ({ office }) => office);
  const differences = Map.groupBy(driftOf(circular, coveringLetters), ({ letter }) => letter);
  const viewLetter = (letter: Letter | CoveringLetter): SentLetterView => ({
    original: !isCovering(letter),
    label: isCovering(letter) ? messages.circular.sent : messages.circular.issued,
    number: viewPrintedNumber(letter.number, nameSource),
    date: viewDate(letter.date, nameSource),
    to: letter.to.map(({ text }) => text),
    download: isCovering(letter) ? letter.download : undefined,
    differences: isCovering(letter) ? (differences.get(letter.key) ?? []).map(viewDrift) : [],
    details: isCovering(letter) ? viewCoveringDetails(letter, folder, records, nameSource) : null,
  });
  const viewStop = (stop: DrawnStop): StopView => {
    const own = lengthsAt.get(stop.office);
    const t = messages.tracking.spans;
    return {
      id: stop.office,
      office: officeName(offices, stop.office),
      href: officeAddressById(offices, stop.office),
      level: officeLevelName(offices, stop.office),
      transit: viewSpan(t.transit, own?.transit),
      receipts: stop.receipts.map((receipt, at) =>
        viewReceipt(receipt, own?.desks[at], nameSource),
      ),
      dwell: [
        viewSpan(t.fromLastDesk, own?.fromLastDesk),
        viewSpan(t.dwell, own?.dwell, Boolean(own?.fromLastDesk)),
      ].filter((one) => one !== null),
      letters: [
        ...stop.letters.map(viewLetter),
        ...(sentBy.get(stop.office) ?? []).map((one) => viewSent(one, nameSource)),
      ],
      answers: (answersOf.get(stop.office) ?? []).map((one) => viewAnswer(one, nameSource)),
      next: stop.next.map(viewStop),
      leftOut: stop.leftOut > 0 ? t.leftOut(messages.format.count(stop.leftOut)) : undefined,
    };
  };
  const chain = buildChain({
    letter: circular.letter,
    coveringLetters,
    receipts: receiptsOf(rows),
    others: [...sentBy.keys(), ...answersOf.keys()],
    parentOf: (office) => offices.get(office)?.parent,
  });
  return viewStop(trimChain(chain, DRAWN_STOPS));
};
