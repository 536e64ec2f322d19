import type { Random } from '../lib/random.ts';
import { CITATION_LINES } from './citation-lines.ts';
import { CITATIONS, type CitationMaker } from './citations.ts';
import type { Recipe } from './document.ts';
import { ISSUER_KINDS } from './issuers.ts';
import { LAYOUT_NAMES } from './layouts/layouts.ts';
import { MAKER_NAMES } from './makers.ts';
import { DEADLINE_KINDS } from './words/deadlines.ts';
import { TRAP_KINDS } from './words/traps.ts';

/** What one row of the measurement is about. */
export const GROUPS = [
  'layout',
  'maker',
  'trap',
  'deadline',
  'issuer',
  'mixed',
  'citation',
] as const;
export type Group = (typeof GROUPS)[number];

/** A kind of letter: all that is drawn for it varies, but for the one thing that it is named after. */
export interface Kind {
  readonly group: Exclude<Group, 'citation'>;
  readonly name: string;
  readonly recipe: (random: Random) => Recipe;
}

/** A kind of line that cites one letter. */
export interface CitationKind {
  readonly group: 'citation';
  readonly name: string;
  readonly make: CitationMaker;
}

export const CITATION_KINDS: readonly CitationKind[] = Object.entries({
  ...CITATIONS,
  ...CITATION_LINES,
}).map(([name, make]) => ({ group: 'citation', name, make }));

const PLAIN: Recipe = { layout: 'number above office', maker: 'as typed', wanted: {} };

// Those that every reader is to read on plain paper: what else a kind of letter shows is not to blur its row.
const COMMON_ISSUERS = ['department', 'province', 'district'] as const;

const common = (random: Random, recipe: Partial<Recipe>): Recipe => ({
  ...PLAIN,
  ...recipe,
  wanted: { issuer: random.pick(COMMON_ISSUERS), ...recipe.wanted },
});

/** Every kind of letter that is measured: each layout, maker, trap, way to set a time limit and issuer, and all mixed. */
export const KINDS: readonly Kind[] = [
  ...LAYOUT_NAMES.map((layout) => ({
    group: 'layout' as const,
    name: layout,
    recipe: (random: Random) => common(random, { layout }),
  })),
  ...MAKER_NAMES.map((maker) => ({
    group: 'maker' as const,
    name: maker,
    recipe: (random: Random) => common(random, { maker }),
  })),
  ...TRAP_KINDS.map((trap) => ({
    group: 'trap' as const,
    name: trap,
    recipe: (random: Random) =>
      common(random, {
        wanted: { traps: [trap], deadlines: random.chance(0.5) ? ['by'] : [] },
      }),
  })),
  ...DEADLINE_KINDS.map((deadline) => ({
    group: 'deadline' as const,
    name: deadline,
    recipe: (random: Random) => common(random, { wanted: { deadlines: [deadline], traps: [] } }),
  })),
  ...ISSUER_KINDS.map((issuer) => ({
    group: 'issuer' as const,
    name: issuer,
    recipe: (): Recipe => ({ ...PLAIN, wanted: { issuer } }),
  })),
  {
    group: 'mixed',
    name: 'clean text',
    recipe: (random) => ({
      layout: random.pick(LAYOUT_NAMES),
      maker: 'as typed',
      wanted: {
        traps: random.chance(0.5) ? [random.pick(TRAP_KINDS)] : [],
        deadlines: random.chance(0.6) ? [random.pick(DEADLINE_KINDS)] : [],
      },
    }),
  },
  {
    group: 'mixed',
    name: 'any maker',
    recipe: (random) => ({
      layout: random.pick(LAYOUT_NAMES),
      maker: random.pick(MAKER_NAMES),
      wanted: {
        traps: random.chance(0.5) ? [random.pick(TRAP_KINDS)] : [],
        deadlines: random.chance(0.6) ? [random.pick(DEADLINE_KINDS)] : [],
      },
    }),
  },
];

export type AnyKind = Kind | CitationKind;

/** Everything that is measured by kind, in the order of the tables. */
export const ALL_KINDS: readonly AnyKind[] = [...KINDS, ...CITATION_KINDS];
