import { BUDDHIST_ERA_OFFSET, type IsoDate, isFullDate } from '#core/letter/date.ts';
import { type Problem, ProblemError } from '#core/problem.ts';

/** What the environment says about a build. */
export interface Settings {
  /** Where the portal will stand: feeds, QR codes and canonical links begin with it. No slash at the end. */
  readonly siteUrl: string;
  /** The day by which notices and deadlines are told as past or coming. */
  readonly asOf: IsoDate;
  /** Language of the frame. */
  readonly language: FrameLanguage;
}

/** The languages that the frame may have; `src/i18n/languages.ts` has their texts. */
export const FRAME_LANGUAGES = ['th', 'en'] as const;
export type FrameLanguage = (typeof FRAME_LANGUAGES)[number];

/** Where a portal stands that nobody has published: on this machine. */
export const DEFAULT_SITE_URL = 'http://127.0.0.1:4321';

const isSiteUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
};

/** No Gregorian year is later; years beyond are of the Buddhist era. */
const LAST_YEAR = 2400;

const asOfProblem = (asOf: string): Pick<Problem, 'what' | 'mend'> | null => {
  const written = /^(\d{4})(-\d{2}-\d{2})$/.exec(asOf);
  const year = Number(written?.[1] ?? 0);
  const gregorian = `${year - BUDDHIST_ERA_OFFSET}${written?.[2]}`;
  if (year > LAST_YEAR && isFullDate(gregorian)) {
    return {
      what: `"${asOf}" has a year of the Buddhist era`,
      mend: `Days are Gregorian here: WIAN_AS_OF=${gregorian}.`,
    };
  }
  return isFullDate(asOf) && year <= LAST_YEAR
    ? null
    : {
        what: `"${asOf}" is not a day of the calendar`,
        mend: 'Give a day as YYYY-MM-DD (Gregorian), or leave it out for today.',
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
  if (!isSiteUrl(siteUrl)) {
    problems.push({
      file: null,
      field: 'WIAN_SITE_URL',
      what: `"${siteUrl}" is not the address of a site`,
      why: 'The portal stands at the root of its host; links in feeds and QR codes begin with this.',
      mend: 'Give scheme and host only, as in https://wian.example.go.th, or leave it out.',
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
      mend: `Give one of ${FRAME_LANGUAGES.join(', ')}, or leave it out for th.`,
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return { siteUrl, asOf, language: language as FrameLanguage };
};
