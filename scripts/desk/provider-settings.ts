import type { Problem } from '#core/problem.ts';

/** An identity provider that speaks OpenID Connect, by which members may sign in. */
export interface ProviderSettings {
  /** Address of the issuer exactly as the provider writes it in its tokens. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Name of it as pages show it. */
  readonly label: string;
  readonly scopes: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_LABEL'] as const;
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/;
const LONGEST_LABEL = 40;

const problem = (field: string, what: string, why: string, fix: string): Problem => ({
  file: null,
  field,
  what,
  why,
  fix,
});

const issuerProblem = (text: string): Problem | null => {
  const url = URL.parse(text);
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (url && isSafe && !url.search && !url.hash && !url.username) return null;
  return problem(
    'OIDC_ISSUER',
    `"${text}" is not the address of an issuer`,
    'Members are sent there to sign in, and its keys say who somebody is.',
    'Give the https:// address that stands as "issuer" in its /.well-known/openid-configuration.',
  );
};

const labelProblem = (text: string): Problem | null =>
  text.length <= LONGEST_LABEL
    ? null
    : problem(
        'OIDC_LABEL',
        `it has ${text.length} characters`,
        'It stands on buttons, also on a phone.',
        `Give at most ${LONGEST_LABEL} characters, as in ThaiD.`,
      );

const scopesProblem = (text: string): Problem | null =>
  /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text) && text.split(' ').includes('openid')
    ? null
    : problem(
        'OIDC_SCOPES',
        `"${text}" does not ask for "openid"`,
        'Without it a provider does not say who somebody is.',
        'Give words with a space between them, as in "openid email"; the provider says which it knows.',
      );

/** What the environment says about the identity provider: its settings, undefined where there is none, and what is wrong. */
export const readProvider = (
  env: Env,
): { readonly provider: ProviderSettings | undefined; readonly problems: readonly Problem[] } => {
  const scopes = env.OIDC_SCOPES || 'openid email';
  const given = NAMES.filter((name) => env[name]);
  if (given.length === 0) return { provider: undefined, problems: [] };
  const missing = NAMES.filter((name) => !env[name]).map((name) =>
    problem(
      name,
      `it is not set, while ${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'}`,
      'Signing in by an identity provider needs all four.',
      `Set ${name} to what the provider gave, or leave out all of ${NAMES.join(', ')}.`,
    ),
  );
  const issuer = env.OIDC_ISSUER ?? '';
  const label = env.OIDC_LABEL ?? '';
  const wrong = [issuer && issuerProblem(issuer), labelProblem(label), scopesProblem(scopes)];
  const problems = [...missing, ...wrong.filter((one) => one !== null && one !== '')];
  const provider = {
    issuer,
    clientId: env.OIDC_CLIENT_ID ?? '',
    clientSecret: env.OIDC_CLIENT_SECRET ?? '',
    label,
    scopes: scopes.split(' '),
  };
  return { provider, problems };
};
