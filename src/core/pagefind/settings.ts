/** What an index is asked with. */
export interface Settings {
  /** Begins the address of every result. */
  readonly baseUrl: string;
  /** Words of an excerpt. */
  readonly excerptLength: number;
  /** Shown where an excerpt leaves text out. */
  readonly excerptEllipsis: string;
  readonly highlightParam: string | null;
  /** The scores of the index are multiplied by it. */
  readonly indexWeight: number;
  /** Filters that all its pages have. */
  readonly mergeFilter: Readonly<Record<string, unknown>>;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPositive = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;

interface Rule {
  readonly is: (value: unknown) => boolean;
  readonly wanted: string;
}

const TEXT: Rule = { is: isText, wanted: 'a text' };

const USED: Readonly<Record<keyof Settings, Rule>> = {
  baseUrl: TEXT,
  excerptLength: { is: isPositive, wanted: 'a number above 0' },
  excerptEllipsis: TEXT,
  highlightParam: TEXT,
  indexWeight: {
    is: (value) => value === 0 || isPositive(value),
    wanted: 'a number from 0',
  },
  mergeFilter: { is: isObject, wanted: 'an object' },
};

/** Options of Pagefind that are accepted and change nothing here, as the ranking of this search is fixed. */
const WITHOUT_EFFECT = new Set(['ranking', 'exactDiacritics', 'metaCacheTag', 'primary']);
/** Those that count only when an instance is made. */
const AT_START = new Set(['basePath', 'bundlePath', 'language', 'noWorker']);

/**
 * The settings that some options name. Unknown options and values of a wrong type are left out, as in Pagefind; `warn`
 * hears of each.
 */
export const readSettings = (options: unknown, warn: (what: string) => void): Partial<Settings> => {
  if (!isObject(options)) {
    if (options !== undefined && options !== null) warn('options must be an object');
    return {};
  }
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options as object)) {
    if (value === undefined || WITHOUT_EFFECT.has(name) || AT_START.has(name)) continue;
    const rule = Object.hasOwn(USED, name) ? USED[name as keyof Settings] : undefined;
    if (!rule) warn(`unknown option "${name}"; there are ${Object.keys(USED).join(', ')}`);
    else if (!rule.is(value)) warn(`option "${name}" must be ${rule.wanted}; it is left out`);
    else settings[name] = name === 'baseUrl' ? withSlash(value as string) : value;
  }
  return settings as Partial<Settings>;
};

const withSlash = (baseUrl: string): string =>
  /^(?:\/|https?:\/\/)/.test(baseUrl) ? baseUrl : `/${baseUrl}`;

/** Settings of an index that is in the bundle folder at an address or path, before options. */
export const defaultSettings = (site: string): Settings => ({
  baseUrl: site,
  excerptLength: 30,
  excerptEllipsis: '',
  highlightParam: null,
  indexWeight: 1,
  mergeFilter: {},
});
