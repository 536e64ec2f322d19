import type { ForceStatus } from '#core/force/force.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';

/** A letter that a body names by its record. */
export interface LetterTarget {
  readonly kind: 'letter';
  /** Path of its page with slashes at both ends. */
  readonly href: string;
  readonly title: string;
  /** Absent for an act or a regulation, which have no number. */
  readonly number?: Fact<string> | undefined;
  readonly force: ForceStatus;
}

/** A form that a body names by its record. */
export interface FormTarget {
  readonly kind: 'form';
  readonly href: string;
  readonly title: string;
}

/** An office that a body names by its id, with no more than the registry has of it. */
export interface OfficeTarget {
  readonly kind: 'office';
  /** Absent for an office that has no page. */
  readonly href?: string | undefined;
  readonly name: string;
  /** Names of what it is in, the smallest first. */
  readonly within: readonly string[];
  /** Last day, where it is an office no longer. */
  readonly until?: IsoDate | undefined;
}

export type BodyTarget = LetterTarget | FormTarget | OfficeTarget;

/** Components that name something by its path or id, with the attribute that does. */
export const REFERENCE_ATTRIBUTES = {
  Letter: 'record',
  Form: 'record',
  Contact: 'office',
} as const;
export type ReferenceComponent = keyof typeof REFERENCE_ATTRIBUTES;

/** What the components of a body lead to, by record path or office id. */
export type BodyTargets = ReadonlyMap<string, BodyTarget>;

const REFERENCE =
  /<(Letter|Form|Contact)\s[^>]*?\b(?:record|office)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The record paths and office ids that a text may name by components, each once; cheap for one that names none. */
export const idsInBody = (text: string): readonly string[] =>
  text.includes('<')
    ? [...new Set([...text.matchAll(REFERENCE)].map((match) => match[2] ?? match[3] ?? ''))]
    : [];
