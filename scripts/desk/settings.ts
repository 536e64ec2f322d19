import { join } from 'node:path';
import { basePathOf } from '#core/address/portal-address.ts';
import { DIGEST_HOUR } from '#core/board/subscription.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import type { DatabasePlace } from '#store/desk/database.ts';
import { readSettings } from '#store/settings.ts';
import { type ProviderSettings, readProvider } from './provider-settings.ts';

/** What the environment says about a desk. */
export interface DeskSettings {
  readonly host: string;
  readonly port: number;
  /** Scheme and host under which members reach it: links in letters begin with it, and forms must come from it. */
  readonly origin: string;
  /** Path under which portal and desk stand, '' at the root. */
  readonly base: string;
  readonly place: DatabasePlace;
  /** Folder of what the desk keeps beside the database. */
  readonly data: string;
  readonly smtpUrl: string | undefined;
  readonly sender: string;
  /** Hour in Thailand, 0 to 23, from which the letters of a day go out. */
  readonly digestHour: number;
  /** Minutes between builds for the sake of movements, which the desk asks for by itself; 0 where it asks for none. */
  readonly buildMinutes: number;
  /** Whether the last address in X-Forwarded-For is the reader's, as a proxy before the desk sets it. */
  readonly behindProxy: boolean;
  /** The identity provider by which members may sign in; undefined where there is none. */
  readonly provider: ProviderSettings | undefined;
  /** Whether members may have passkeys: browsers bind them to a name, and not to the number of a machine. */
  readonly passkeys: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;
/** Whether an address of a portal, with its scheme, leads to this machine alone. */
export const isLoopback = (origin: string): boolean =>
  LOOPBACK.test(new URL(origin).hostname.replaceAll(/[[\]]/g, ''));

const FIRST_PORT = 4321;

const portProblem = (text: string | undefined): Problem | null =>
  text === undefined || (/^\d+$/.test(text) && Number(text) <= 65_535)
    ? null
    : {
        file: null,
        field: 'PORT',
        what: `"${text}" is no port`,
        fix: 'Give a number from 0 to 65535.',
      };

const databaseProblem = (text: string | undefined): Problem | null => {
  if (!text) return null;
  const url = URL.parse(text);
  return url && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1
    ? null
    : {
        file: null,
        field: 'DATABASE_URL',
        // Not repeated: it may hold a password.
        what: 'it is not the address of a PostgreSQL database',
        why: 'Without DATABASE_URL the desk keeps its data in .data/desk.sqlite.',
        fix: 'Give it as postgres://user:password@host:5432/name, or leave it out.',
      };
};

const siteProblem = (host: string, env: Env): Problem | null =>
  LOOPBACK.test(host) || env.WIAN_SITE_URL
    ? null
    : {
        file: null,
        field: 'WIAN_SITE_URL',
        what: `it is not set, while the desk is to listen on ${host}`,
        why: 'Links in letters to members begin with it, and forms from other sites are refused by it.',
        fix: 'Set WIAN_SITE_URL to the address that people type, as in https://wian.example.go.th',
      };

const proxyProblem = (text: string | undefined): Problem | null =>
  !text || text === '0' || text === '1'
    ? null
    : {
        file: null,
        field: 'DESK_PROXY',
        what: `"${text}" is neither 0 nor 1`,
        fix: 'Set 1 only where a proxy before the desk sets X-Forwarded-For, else leave it out.',
      };

const senderProblem = ({ SMTP_URL, DESK_SENDER }: Env): Problem | null => {
  if (DESK_SENDER ? /^[^\s@<>]+@[^\s@<>]+$/.test(DESK_SENDER) : !SMTP_URL) return null;
  return {
    file: null,
    field: 'DESK_SENDER',
    what: DESK_SENDER
      ? `"${DESK_SENDER}" is no e-mail address`
      : 'it is not set, while SMTP_URL is',
    why: 'Letters to members need a sender that the mail server lets through.',
    fix: 'Set it to a mailbox of the office, as in wian@office.go.th',
  };
};

const digestHourProblem = (text: string | undefined): Problem | null =>
  !text || /^(?:1?\d|2[0-3])$/.test(text)
    ? null
    : {
        file: null,
        field: 'DESK_DIGEST_HOUR',
        what: `"${text}" is no hour`,
        fix: 'Give a whole number from 0 to 23, the hour in Thailand; 7 by default.',
      };

const BUILD_MINUTES = 10;
const LONGEST_PAUSE = 1440;

const buildMinutesProblem = (text: string | undefined): Problem | null =>
  !text || (/^\d{1,4}$/.test(text) && Number(text) <= LONGEST_PAUSE)
    ? null
    : {
        file: null,
        field: 'DESK_BUILD_MINUTES',
        what: `"${text}" is no number of minutes`,
        fix: `Give a whole number from 0 (no build by itself) to ${LONGEST_PAUSE}; ${BUILD_MINUTES} by default.`,
      };

/** Reads the environment of the desk; throws every problem with it. `root` is the folder of the project. */
export const readDeskSettings = (root: string, env: Env, today: string): DeskSettings => {
  const host = env.HOST || '127.0.0.1';
  const port = env.PORT || undefined;
  const { provider, problems: wrongProvider } = readProvider(env);
  const problems = [
    portProblem(port),
    databaseProblem(env.DATABASE_URL),
    siteProblem(host, env),
    proxyProblem(env.DESK_PROXY),
    senderProblem(env),
    digestHourProblem(env.DESK_DIGEST_HOUR),
    buildMinutesProblem(env.DESK_BUILD_MINUTES),
    ...wrongProvider,
  ].filter((problem) => problem !== null);
  if (problems.length > 0) throw new ProblemError(problems);
  const number = Number(port ?? FIRST_PORT);
  const shown = host.includes(':') ? `[${host}]` : host;
  const site = env.WIAN_SITE_URL || `http://${shown}:${number}`;
  const { siteUrl } = readSettings({ ...env, WIAN_SITE_URL: site }, today);
  const data = join(root, '.data');
  return {
    host,
    port: number,
    origin: new URL(siteUrl).origin,
    base: basePathOf(siteUrl),
    place: env.DATABASE_URL
      ? { kind: 'postgres', url: env.DATABASE_URL }
      : { kind: 'sqlite', file: join(data, 'desk.sqlite') },
    data,
    smtpUrl: env.SMTP_URL || undefined,
    digestHour: env.DESK_DIGEST_HOUR ? Number(env.DESK_DIGEST_HOUR) : DIGEST_HOUR,
    buildMinutes: env.DESK_BUILD_MINUTES ? Number(env.DESK_BUILD_MINUTES) : BUILD_MINUTES,
    sender: env.DESK_SENDER || 'wian@desk.example',
    behindProxy: env.DESK_PROXY === '1',
    provider,
    passkeys: !/^(?:[\d.]+|\[.*)$/.test(new URL(siteUrl).hostname),
  };
};
