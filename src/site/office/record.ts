import { factOfMovement } from '#core/chain/receipts.ts';
import type { Letter } from '#core/letter/letter.ts';
import type { Office } from '#core/office/office.ts';
import type { OfficeVisit } from '#core/tracking/intervals.ts';
import { isGroup, type Movement } from '#core/tracking/movement.ts';
import { letterSentBy } from '#core/tracking/trace.ts';
import { type CircularItem, viewItem } from '../circular/item.ts';
import { nameSources } from '../circular/sources.ts';
import {
  type FactView,
  type NameSource,
  viewDate,
  viewPrintedNumber,
  viewText,
} from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { officeAddressById, officeName } from '../offices.ts';
import { getDependencies } from '../records.ts';
import { branchName } from '../tracking/bottlenecks.ts';
import { type Tracked, tracker } from '../tracking/tracked.ts';
import type { OfficeRecord } from './known.ts';

/** A letter by which the circular came to the office, or left it. */
export interface LetterView {
  /** The office that sent it, where that is another. */
  readonly from: { readonly name: string; readonly href: string | undefined } | null;
  readonly number: FactView | null;
  readonly date: FactView | null;
  /** Whom it addresses. */
  readonly to: string;
}

/** A stamp, an acknowledgement or an end. */
export interface EventView {
  readonly desk: string | undefined;
  readonly number: FactView | null;
  readonly date: FactView | null;
  readonly time: string | undefined;
}

/** What is on record of an office for one circular. */
export interface RecordView {
  readonly item: Omit<CircularItem, 'summary'>;
  readonly from: readonly LetterView[];
  readonly received: readonly EventView[];
  readonly sent: readonly LetterView[];
  readonly acknowledged: readonly EventView[];
  readonly done: readonly EventView[];
  /** How it passed the circular on to each of its branches; empty where it has none. */
  readonly branches: readonly string[];
}

const { branches: branchTexts } = messages.tracking;

const stopsOfTracked = new WeakMap<Tracked, ReadonlyMap<string, OfficeVisit>>();

// A circular is on the pages of all offices that have a record of it.
const stopOf = (tracked: Tracked, office: string): OfficeVisit | undefined => {
  const known =
    stopsOfTracked.get(tracked) ??
    new Map(tracker.visits(tracked).map((stop) => [stop.office, stop]));
  stopsOfTracked.set(tracked, known);
  return known.get(office);
};

const viewBranches = (stop: OfficeVisit | undefined): string[] =>
  (stop?.branches ?? []).map(({ branch, how, missing }) => {
    const text = how === 'partly' ? branchTexts.partly(missing.length) : branchTexts[how];
    return `${branchName(branch)} ${text}`;
  });

const sources = new WeakMap<Tracked, NameSource>();

const nameSourceOf = async ({ entry, route }: Tracked): Promise<NameSource> =>
  nameSources(
    entry.data.coveringLetters,
    route.registry.byId,
    (await getDependencies(entry)).byPath,
  );

const viewMovement = (movement: Movement, nameSource: NameSource) => {
  const number = factOfMovement(movement, 'number');
  const date = factOfMovement(movement, 'date');
  const isLetter = movement.kind === 'sent';
  return {
    number: number && (isLetter ? viewPrintedNumber : viewText)(number, nameSource),
    date: date && viewDate(date, nameSource),
  };
};

/** A letter on record has its own doubts, reading by reading; a register records only a movement. */
const viewSent = (movement: Movement, letters: readonly Letter[], nameSource: NameSource) => {
  const letter = letterSentBy(movement, letters);
  return letter
    ? {
        number: viewPrintedNumber(letter.number, nameSource),
        date: viewDate(letter.date, nameSource),
      }
    : viewMovement(movement, nameSource);
};

const viewEvent =
  (nameSource: NameSource) =>
  (movement: Movement): EventView => ({
    ...viewMovement(movement, nameSource),
    desk: movement.desk,
    time: movement.time,
  });

const viewLetter =
  (
    offices: ReadonlyMap<string, Office>,
    letters: readonly Letter[],
    nameSource: NameSource,
    isOwn: boolean,
  ) =>
  (movement: Movement): LetterView => ({
    ...viewSent(movement, letters, nameSource),
    from: isOwn
      ? null
      : {
          name: officeName(offices, movement.office),
          href: officeAddressById(offices, movement.office),
        },
    to: movement.to
      .map((one) => (isGroup(one) ? branchName(one) : officeName(offices, one)))
      .join(', '),
  });

/** What is on record of an office for one circular, ready to be shown. */
export const viewRecord = async ({ tracked, status }: OfficeRecord): Promise<RecordView> => {
  const nameSource = sources.get(tracked) ?? (await nameSourceOf(tracked));
  sources.set(tracked, nameSource);
  const offices = tracked.route.registry.byId;
  const { circular, coveringLetters } = tracked.entry.data;
  const letters = [circular.letter, ...coveringLetters];
  const event = viewEvent(nameSource);
  const { summary: _, ...item } = viewItem(tracked.entry);
  return {
    item,
    from: status.addressed.map(viewLetter(offices, letters, nameSource, false)),
    received: status.received.map(event),
    sent: status.sent.map(viewLetter(offices, letters, nameSource, true)),
    acknowledged: status.acknowledged.map(event),
    done: status.done.map(event),
    branches: viewBranches(stopOf(tracked, status.office)),
  };
};
