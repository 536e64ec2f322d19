import type { IsoDate } from '#core/letter/date.ts';
import type { Addressee } from '#core/letter/letter.ts';
import { existsOn, isUnderProvince, type Office, type OfficeType } from './office.ts';
import type { Registry } from './registry.ts';

/** Offices of some types that one office writes to alike: `districts`, `paos`. */
export interface Branch {
  /** Name of the group in addresses, where letters address it as one; else any name (`special`). */
  readonly branch: string;
  readonly types: readonly OfficeType[];
}

/** Who passes on to whom at one level. */
export interface RouteStep {
  /** The issuer; each province or district to what is in it; or one office by its id, to all of its branches. */
  readonly from: string;
  readonly to: readonly Branch[];
}

/** The route of the circulars of some issuers, as a file under content/registry/routes says it. */
export interface RouteRules {
  readonly key: string;
  readonly name: string;
  readonly issuers: readonly string[];
  /** Provinces that the chain leaves out, with all that is in them. */
  readonly outside: readonly string[];
  readonly steps: readonly RouteStep[];
  /** What registers and letters call some of the offices besides their names, by their ids. */
  readonly called?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly source: string;
}

/** Marks an office that is not on the route, or that nobody passes on to. */
export const NOBODY = -1;

/** Senders above an office that are followed at most: more than any chain has, so that a circle ends. */
export const HIGHEST_CHAIN = 8;

/**
 * The offices that should get a circular, and from whom, in arrays over all offices of the registry (by place in
 * `registry.offices`): a national year is folded over these 4,000 times.
 */
export interface Route {
  readonly registry: Registry;
  readonly rules: RouteRules;
  readonly issuer: number;
  /** Names of all branches, by number. */
  readonly branches: readonly string[];
  /** The office that should send it to each; {@link NOBODY} where it is not on the route. */
  readonly sender: Int32Array;
  /** Further offices that may send it to some: authorities in two districts. */
  readonly otherSenders: ReadonlyMap<number, readonly number[]>;
  /** The branch of its sender in which each is. */
  readonly branch: Uint8Array;
  /** Bit set of the branches of each that have an office in them: what it should pass on to. */
  readonly duty: Int32Array;
  readonly indexOf: ReadonlyMap<string, number>;
}

/** The offices that a step of the rules has pass on to an office; `issuer` is the id of the one that wrote the letter. */
export const sendersOf = (
  office: Office,
  from: RouteStep['from'],
  issuer: string,
): readonly string[] => {
  switch (from) {
    case 'issuer':
      return [issuer];
    case 'district':
      return isUnderProvince(office.type) ? [] : office.districts;
    case 'province':
      return office.province ? [office.province] : [];
    default:
      return [from];
  }
};

/**
 * The route of a circular from its issuer, its addressees and its day. An issuer that addresses only some of its
 * branches, or single offices, starts only those; below them everyone passes on to all.
 */
export const buildRoute = (
  registry: Registry,
  rules: RouteRules,
  issuerId: string,
  to: readonly Pick<Addressee, 'group' | 'office'>[],
  day: IsoDate,
): Route => {
  const { offices } = registry;
  const indexOf = new Map(offices.map(({ id }, at) => [id, at]));
  const issuerAt = indexOf.get(issuerId) ?? NOBODY;
  const issuer = offices[issuerAt];
  const branches = [...new Set(rules.steps.flatMap((step) => step.to.map(({ branch }) => branch)))];
  const route = {
    registry,
    rules,
    issuer: issuerAt,
    branches,
    sender: new Int32Array(offices.length).fill(NOBODY),
    otherSenders: new Map<number, number[]>(),
    branch: new Uint8Array(offices.length),
    duty: new Int32Array(offices.length),
    indexOf,
  };
  if (!issuer) return route;
  const groups = new Set(to.flatMap(({ group }) => group ?? []));
  const named = new Set(to.flatMap(({ office }) => office ?? []));
  const outside = new Set(rules.outside);
  const branchOfType = new Map<OfficeType, { step: RouteStep; branch: Branch }>();
  for (const step of rules.steps) {
    for (const branch of step.to)
      for (const type of branch.types) branchOfType.set(type, { step, branch });
  }
  const isAddressed = (office: Office, branch: string): boolean =>
    named.has(office.id) || groups.has(branch as never);

  const place = (at: number, office: Office): void => {
    const found = branchOfType.get(office.type);
    if (!found || at === issuerAt || !existsOn(office, day)) return;
    if (outside.has(office.id) || (office.province && outside.has(office.province))) return;
    const { step, branch } = found;
    if (step.from === 'issuer' && !isAddressed(office, branch.branch)) return;
    const senders = sendersOf(office, step.from, issuer.id).flatMap((id) => {
      const sender = indexOf.get(id);
      const isOn = sender === issuerAt || (sender !== undefined && route.sender[sender] !== NOBODY);
      return isOn ? [sender as number] : [];
    });
    const [first, ...others] = senders;
    if (first === undefined) return;
    const number = branches.indexOf(branch.branch);
    route.sender[at] = first;
    route.branch[at] = number;
    for (const sender of senders)
      route.duty[sender] = (route.duty[sender] as number) | (1 << number);
    if (others.length > 0) route.otherSenders.set(at, others);
  };
  // Senders before those they send to: the steps of the rules go downwards.
  for (const step of rules.steps) {
    for (const [at, office] of offices.entries()) {
      if (branchOfType.get(office.type)?.step === step) place(at, office);
    }
  }
  return route;
};

/** Whether an office should get the circular. */
export const isOnRoute = ({ sender }: Route, at: number): boolean => sender[at] !== NOBODY;
