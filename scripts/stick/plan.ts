import { type Choice, isChosen } from '#core/stick/choice.ts';
import { bundleOf } from '#core/stick/index-bundle.ts';
import { type StickKind, stickKind } from '#core/stick/kinds.ts';
import { SafePaths } from '#core/stick/safe-name.ts';
import { OWN } from './pieces.ts';
import type { BuiltPortal } from './portal.ts';

/** What of a portal goes on a stick, and where. Paths of `places` and `kinds` are within the portal. */
export interface StickPlan {
  readonly portal: BuiltPortal;
  readonly kinds: ReadonlyMap<string, StickKind>;
  /** Where each page, style and other file lies. */
  readonly places: ReadonlyMap<string, string>;
  /** Where the script of what scripts fetch lies. */
  readonly dataPlaces: ReadonlyMap<string, string>;
  /** Whether pages were left out that the portal links to. */
  readonly isPartial: boolean;
}

/** Files of a bundle share a place, which no name of the portal can have. */
const placeOfData = (file: string, paths: SafePaths): string => {
  const bundle = bundleOf(file);
  return bundle === null ? paths.give(`${file}.js`) : `${bundle}.js`;
};

/** Plans a stick. `without`: attachments for which there is no room. */
export const planStick = (
  portal: BuiltPortal,
  choice: Choice,
  without: ReadonlySet<string>,
): StickPlan => {
  const kinds = new Map<string, StickKind>();
  const places = new Map<string, string>();
  const dataPlaces = new Map<string, string>();
  const paths = new SafePaths();
  for (const own of [OWN.page, OWN.style, OWN.checksums, OWN.begun]) paths.give(own);
  for (const file of portal.files) {
    const kind = stickKind(file);
    const isThere = kind !== 'left-out' && isChosen(file, choice) && !without.has(file);
    kinds.set(file, isThere ? kind : 'left-out');
    if (!isThere || kind === 'script') continue;
    if (kind === 'data') dataPlaces.set(file, placeOfData(file, paths));
    // What is fetched may be linked to as well.
    places.set(file, paths.give(file));
  }
  const isPartial = choice.sections !== null || choice.office !== null;
  return { portal, kinds, places, dataPlaces, isPartial };
};
