import { DOUBT_TEXT } from '#core/letter/reading/doubt-text.ts';
import type { Stamp } from '#core/letter/reading/stamp-field.ts';
import { officeNamed } from '#core/office/find.ts';
import type { Registry } from '#core/office/registry.ts';
import type { Box } from '#core/scan/picture.ts';
import type { SeenStamp, StampedPage } from '#core/scan/stamped-page.ts';

/** A movement that a stamped copy seems to tell of. It is recorded only where a person takes it. */
export interface Proposal {
  /** `FILE` or `FILE#PAGE`, with `-2` behind it for the second stamp of a page: what `--take` names. */
  readonly place: string;
  readonly file: string;
  readonly page: number;
  /** Id of the circular; null where no code of ours, or none that is known, stands on the page. */
  readonly circular: string | null;
  /** Id of the office whose code it is: it passed the circular on. */
  readonly passedOnBy: string | null;
  /** Id of the office that received it. */
  readonly office: string | null;
  readonly stamp: Stamp | null;
  /** What is to be looked at; never empty, as nobody has compared it with the paper yet. */
  readonly reasons: readonly string[];
  /** Why it cannot be taken as it is; null where it can. */
  readonly obstacle: string | null;
  /** The stamp on the page; null where there is none. */
  readonly box: Box | null;
}

/** What proposals are made with. */
export interface ProposalContext {
  readonly registry: Registry;
  /** Circulars by their short codes. */
  readonly circularOf: ReadonlyMap<string, string>;
  /** The office whose scans these are; null where their stamps have to say. */
  readonly office: string | null;
}

const officeOfStamp = (registry: Registry, name: string | null): string | null => {
  if (name === null) return null;
  const bare = name.replace(/^(?:ศาลากลาง|ที่ว่าการ|สำนักงาน|ที่ทำการ)\s*/, '').trim();
  const [own, without] = [officeNamed(registry, name), officeNamed(registry, bare)];
  return own?.id ?? without?.id ?? null;
};

const doubtsOf = ({ field }: SeenStamp): string[] =>
  field.doubts.map(({ code, part, readings }) => {
    const offered = readings.map(({ read }) => read.replace(/\s+/g, ' ')).join(' | ');
    return `${part ? `${part}: ` : ''}${DOUBT_TEXT[code].en}${offered ? `: ${offered}` : ''}`;
  });

const obstacleOf = (
  circular: string | null,
  office: string | null,
  stamp: Stamp | null,
): string | null => {
  if (circular === null) return 'no circular is known for it';
  if (stamp === null) return 'no receipt stamp was found on it';
  if (office === null) return 'the office in its stamp is not known: give --office';
  if (stamp.date === null || stamp.date.length < 10) return 'the day in its stamp cannot be read';
  return null;
};

const NOT_COMPARED = 'read from a picture: compare it with the paper';

/** What one page proposes: a movement for each of its stamps, or the reason why there is none. */
export const proposalsOf = (
  { addresses, stamps }: StampedPage,
  { file, page, place }: { readonly file: string; readonly page: number; readonly place: string },
  { registry, circularOf, office: asked }: ProposalContext,
): Proposal[] => {
  const known = addresses.flatMap((one) => {
    const circular = circularOf.get(one.code);
    return circular === undefined ? [] : [{ circular, passedOnBy: one.office }];
  });
  const circulars = new Set(known.map(({ circular }) => circular));
  const circular = circulars.size === 1 ? (known[0]?.circular ?? null) : null;
  const passedOnBy = circular === null ? null : (known[0]?.passedOnBy ?? null);
  const why =
    circulars.size > 1
      ? ['codes of several circulars stand on it']
      : circular !== null
        ? []
        : [
            addresses.length > 0
              ? 'its code is of no circular that is known here'
              : 'no code of ours was found on it',
          ];
  const one = (seen: SeenStamp | null, at: number): Proposal => {
    const stamp = seen?.field.value ?? null;
    const named = officeOfStamp(registry, stamp?.office ?? null);
    const differs = asked !== null && named !== null && named !== asked;
    const office = asked ?? named;
    return {
      place: at === 0 ? place : `${place}-${at + 1}`,
      file,
      page,
      circular,
      passedOnBy,
      office,
      stamp,
      reasons: [
        NOT_COMPARED,
        ...why,
        ...(differs ? [`its stamp is of ${named}, not of ${asked}`] : []),
        ...(stamps.length > 1 ? [`one of ${stamps.length} stamps on the page`] : []),
        ...(seen === null ? [] : doubtsOf(seen)),
      ],
      obstacle: differs
        ? `its stamp is of ${named}, not of ${asked}`
        : obstacleOf(circular, office, stamp),
      box: seen?.box ?? null,
    };
  };
  return stamps.length === 0 ? [one(null, 0)] : stamps.map(one);
};
