import { type IsoDate, isFullDate } from '#core/letter/date.ts';
import { type Problem, ProblemError } from '#core/problem.ts';

/** What the environment says about a build. */
export interface Settings {
  /** Where the portal will stand: feeds, QR codes and canonical links begin with it. No slash at the end. */
  readonly siteUrl: string;
  /** The day by which notices and deadlines are told as past or coming. */
  readonly asOf: IsoDate;
}

/** Where a portal stands that nobody has published: on this machine. */
export const DEFAULT_SITE_URL = 'http://127.0.0.1:4321';

const isSiteUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
};

/** Reads WIAN_SITE_URL and WIAN_AS_OF; throws every problem with them. */
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
  if (!isFullDate(asOf)) {
    problems.push({
      file: null,
      field: 'WIAN_AS_OF',
      what: `"${asOf}" is not a day of the calendar`,
      mend: 'Give a day as YYYY-MM-DD (Gregorian), or leave it out for today.',
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return { siteUrl, asOf };
};
