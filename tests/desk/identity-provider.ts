import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows. */
export interface Person {
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** An identity provider on this machine, with pages to sign in. */
export interface TestProvider {
  /** Settings of a desk that uses it. */
  readonly env: Readonly<Record<string, string>>;
  /** Goes where the desk leads, signs in there as somebody, and resolves to the way back to the desk: its path with the query. */
  readonly signIn: (url: string, subject: string) => Promise<string>;
  /** Goes there and gives up. */
  readonly giveUp: (url: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const CLIENT = {
  OIDC_CLIENT_ID: 'wian',
  OIDC_CLIENT_SECRET: 'made-up-secret',
  OIDC_LABEL: 'ThaiD',
};

/** Follows redirects and forms of the provider as a browser does, until the way leads to the desk. */
const browser = (desk: string) => {
  const cookies = new Map<string, string>();
  const follow = async (url: string, init: RequestInit = {}): Promise<Response | string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return response;
    const next = new URL(location, url);
    return next.origin === desk ? next.href.slice(desk.length) : follow(next.href);
  };
  return follow;
};

const formOf = async (
  page: Response,
): Promise<{ action: string; abort: string; prompt: string }> => {
  const text = await page.text();
  const part = (form: RegExp) => new URL(form.exec(text)?.[1] ?? 'no-such-page', page.url).href;
  return {
    action: part(/<form[^>]* action="([^"]+)"/),
    abort: part(/href="([^"]+\/abort)"/),
    prompt: /name="prompt" value="([^"]+)"/.exec(text)?.[1] ?? '',
  };
};

/** Starts a provider for the desk at `desk`, that knows these people by their subjects. */
export const startProvider = async (
  desk: string,
  people: Readonly<Record<string, Person>>,
): Promise<TestProvider> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: ['made-up'] },
    clients: [
      {
        client_id: CLIENT.OIDC_CLIENT_ID,
        client_secret: CLIENT.OIDC_CLIENT_SECRET,
        redirect_uris: [`${desk}/members/provider/back/`],
        id_token_signed_response_alg: 'ES256',
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, name: 'นายสมชาย มีชื่อจริง', ...people[accountId] }),
    }),
  });
  server.on('request', provider.callback());
  const start = async (url: string) => {
    const follow = browser(desk);
    const page = await follow(url);
    return { follow, page };
  };
  return {
    env: { ...CLIENT, OIDC_ISSUER: issuer },
    signIn: async (url, subject) => {
      const { follow, page: first } = await start(url);
      let page = first;
      for (let pages = 0; typeof page !== 'string' && pages < 3; pages += 1) {
        const { action, prompt } = await formOf(page);
        const body = new URLSearchParams({ prompt, login: subject, password: 'any' });
        page = await follow(action, { method: 'POST', body });
      }
      if (typeof page !== 'string') throw new Error(`the provider says: ${await page.text()}`);
      return page;
    },
    giveUp: async (url) => {
      const { follow, page } = await start(url);
      if (typeof page === 'string') return page;
      return (await follow((await formOf(page)).abort)) as string;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
