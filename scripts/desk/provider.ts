import type { DeskAuth } from './auth.ts';
import {
  type ConfigParts,
  configOf,
  type Discovered,
  discoveryUrl,
  getJson,
  type ProviderConfig,
  reasonOf,
} from './provider-config.ts';

/** Milliseconds for a whole way back from the provider, which takes three answers. */
const RETURN_MS = 15_000;

/** Asks the provider about itself; throws where it does not answer, or not as the provider of this issuer. */
const discover = async (issuer: string): Promise<Discovered> => {
  const said = (await getJson(discoveryUrl(issuer))) as Partial<Discovered>;
  if (said.issuer !== issuer) {
    throw new Error(`it says that its issuer is "${said.issuer}", and OIDC_ISSUER is "${issuer}"`);
  }
  for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const) {
    if (!URL.canParse(said[name] ?? '')) throw new Error(`it names no ${name}`);
  }
  return said as Discovered;
};

/** The identity provider as the routes of the desk use it. */
export interface IdentityProvider {
  readonly label: string;
  /** better-auth with the provider, once that has answered; null where it does not, which is reported. */
  readonly auth: () => Promise<DeskAuth | null>;
  /** What the promise resolves to; null where the provider takes too long. */
  readonly within: <Value>(promise: Promise<Value>) => Promise<Value | null>;
}

/**
 * Members are looked after by a better-auth that knows of no provider: it would wait for one that hangs before it answers
 * anything. `makeAuth` makes another with the provider, on the same database, when it is needed.
 */
export const identityProvider = (
  parts: ConfigParts,
  makeAuth: (config: ProviderConfig) => DeskAuth,
): IdentityProvider => {
  const { settings, report } = parts;
  let made: { readonly from: string; readonly auth: DeskAuth } | undefined;
  return {
    label: settings.label,
    auth: async () => {
      try {
        const said = await discover(settings.issuer);
        const from = JSON.stringify(said);
        if (made?.from !== from) made = { from, auth: makeAuth(configOf(parts, said)) };
        return made.auth;
      } catch (error) {
        report(`members: the provider ${settings.label} cannot be used: ${reasonOf(error)}`);
        return null;
      }
    },
    within: async (promise) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(resolve, RETURN_MS, null);
      });
      try {
        return await Promise.race([promise, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
};
