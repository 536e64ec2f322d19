import type { ForceStatus } from '#core/force/force.ts';

/** Words that the portal gives to the script, in the language of its frame. */
export interface EmbedScriptTexts {
  readonly language: string;
  readonly name: string;
  readonly loading: string;
  readonly open: string;
  readonly all: string;
  readonly nothing: string;
  readonly notFound: string;
  readonly unreachable: string;
  readonly badAttribute: string;
  readonly number: string;
  readonly date: string;
  readonly source: string;
  readonly sample: string;
  readonly check: string;
  readonly read: string;
  readonly or: string;
  /** Of a doubtful fact of which nothing is certain, by kind of doubt. */
  readonly uncertain: Readonly<Record<string, string>>;
  readonly force: Readonly<Record<ForceStatus, string>>;
  readonly explain: Readonly<Record<ForceStatus, string>>;
  readonly search: {
    readonly label: string;
    readonly placeholder: string;
    readonly submit: string;
  };
  readonly months: readonly string[];
  /** Added to a Gregorian year. */
  readonly era: number;
}

declare const WIAN_TEXTS: EmbedScriptTexts;

/** Defined in front of the bundled script by the portal. */
export const texts: EmbedScriptTexts = WIAN_TEXTS;
