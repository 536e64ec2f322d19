import { basePathOf } from '#core/address/portal-address.ts';
import { BUDDHIST_ERA_OFFSET, type IsoDate, isFullDate } from '#core/letter/date.ts';
import { type Problem, ProblemError } from '#core/problem.ts';

/** What the environment says about a build. */
export interface Settings {
  /** Where the portal will stand, with its path if it has one: all addresses begin with it. No slash at the end. */
  readonly siteUrl: string;
  /** The day by which notices and deadlines count as past or coming. */
  readonly asOf: IsoDate;
  /** Language of the frame. */
  readonly language: FrameLanguage;
}

/** The languages that the frame may have; `src/i18n/languages.ts` has their texts. */
export const FRAME_LANGUAGES = ['th', 'en'] as const;
export type FrameLanguage = (typeof FRAME_LANGUAGES)[number];

/** Where a portal stands that nobody has published: on this machine. */
export const DEFAULT_SITE_URL = 'http://127.0.0.1:4321';

/** A step of the path: what people can type, and servers, shells and file names take for itself. */
const STEP = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;

const stepFault = (step: string): string => {
  if (step === '') return 'has two slashes in a row in its path';
  if (step.startsWith('.')) return `has "${step}" in its path, which begins with a dot`;
  return `has "${step}" in its path`;
};

/** What is wrong with an address of a site, without its last slash; null where nothing is. */
const siteUrlFault = (text: string): Pick<Problem, 'what' | 'fix'> | null => {
  const url = URL.parse(text);
  const example = 'https://wian.example.go.th or https://www.example.go.th/wian';
  if (url === null || !/^https?:\/\/[^/]/.test(text)) {
    return {
      what: `"${text}" is not the address of a site`,
      fix: `Give scheme and host, and the path if there is one, as in ${example}, or leave it out.`,
    };
  }
  if (url.username || url.password || /[?#]/.test(text)) {
    return {
      what: `"${text}" has more than a scheme, a host and a path`,
      fix: `Leave out user names, "?" and "#", as in ${example}.`,
    };
  }
  const [host = '', ...steps] = text.slice(`${url.protocol}//`.length).split('/');
  const wrong = steps.find((step) => !STEP.test(step));
  if (wrong !== undefined) {
    return {
      what: `"${text}" ${stepFault(wrong)}`,
      fix: 'Write the path in Latin letters, digits, "-", "_", "~" and, but at the beginning, ".".',
    };
  }
  return url.host === host
    ? null
    : {
        what: `"${text}" is written otherwise than browsers write it`,
        fix: `Give it as ${[url.origin, ...steps].join('/')}.`,
      };
};

/** No Gregorian year is later; years beyond are of the Buddhist era. */
const LAST_YEAR = 2400;

const asOfProblem = (asOf: string): Pick<Problem, 'what' | 'fix'> | null => {
  const written = /^(\d{4})(-\d{2}-\d{2})$/.exec(asOf);
  const year = Number(written?.[1] ?? 0);
  const gregorian = `${year - BUDDHIST_ERA_OFFSET}${written?.[2]}`;
  if (year > LAST_YEAR && isFullDate(gregorian)) {
    return {
      what: `"${asOf}" has a year of the Buddhist era`,
      fix: `Days are Gregorian here: WIAN_AS_OF=${gregorian}.`,
    };
  }
  return isFullDate(asOf) && year <= LAST_YEAR
    ? null
    : {
        what: `"${asOf}" is not a day of the calendar`,
        fix: 'Give a day as YYYY-MM-DD (Gregorian), or leave it out for today.',
      };
};

const isLanguage = (text: string): text is FrameLanguage =>
  (FRAME_LANGUAGES as readonly string[]).includes(text);

/** Reads WIAN_SITE_URL, WIAN_AS_OF and WIAN_LANG; throws every problem with them. */
export const readSettings = (
  env: Readonly<Record<string, string | undefined>>,
  today: IsoDate,
): Settings => {
  const siteUrl = (env.WIAN_SITE_URL || DEFAULT_SITE_URL).replace(/\/$/, '');
  const asOf = env.WIAN_AS_OF || today;
  const problems: Problem[] = [];
  const fault = siteUrlFault(siteUrl);
  if (fault) {
    problems.push({
      file: null,
      field: 'WIAN_SITE_URL',
      what: fault.what,
      why: 'All addresses of the portal begin with this: in feeds, in QR codes and on paper.',
      fix: fault.fix,
    });
  }
  const day = asOfProblem(asOf);
  if (day) problems.push({ file: null, field: 'WIAN_AS_OF', ...day });
  const language = env.WIAN_LANG || 'th';
  if (!isLanguage(language)) {
    problems.push({
      file: null,
      field: 'WIAN_LANG',
      what: `the frame of the portal does not speak "${language}"`,
      fix: `Give one of ${FRAME_LANGUAGES.join(', ')}, or leave it out for th.`,
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return { siteUrl, asOf, language: language as FrameLanguage };
};

/**
 * Whether WIAN_STOCK asks for a build whose pages Astro makes itself, to compare ours with, or to do without ours. Throws a
 * ProblemError where it is neither 1 nor left out.
 */
export const isStockBuild = ({
  WIAN_STOCK: asked = '',
}: Readonly<Record<string, string | undefined>>): boolean => {
  if (asked === '' || asked === '1') return asked === '1';
  throw new ProblemError([
    {
      file: null,
      field: 'WIAN_STOCK',
      what: `"${asked}" is neither 1 nor nothing`,
      fix: 'Give 1 for pages that Astro makes itself, or leave it out.',
    },
  ]);
};

/** What the environment says to pages besides the day, in one text. */
export const pageSettings = ({ siteUrl, language }: Omit<Settings, 'asOf'>): string =>
  JSON.stringify([siteUrl, language]);

/** What of that is bundled: the path of the portal, which scripts and styles name, and the language. */
export const bundleSettings = ({ siteUrl, language }: Omit<Settings, 'asOf'>): string =>
  JSON.stringify([basePathOf(siteUrl), language]);
