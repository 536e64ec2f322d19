import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** Forms that are remembered, the last. */
const MOST = 1000;

/** Stands for a form with what was typed into it: one that was changed since is another. */
export const formKey = (member: string, body: Readonly<Record<string, string | File>>): string => {
  const texts = Object.entries(body).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : [value.name, value.size],
  ]);
  return createHash('sha256')
    .update(JSON.stringify([member, texts]))
    .digest('base64url');
};

/**
 * Does what a form asks for once: who sends the same form again, as by two presses or after going back, is led to where
 * the first time led. One that was refused is tried anew.
 */
export const onceOnly = () => {
  const known = new Map<string, Promise<string | null>>();
  return async (c: Context, key: string, run: () => Promise<Response>): Promise<Response> => {
    const before = await known.get(key);
    if (typeof before === 'string') return c.redirect(before, 303);
    const answer = run();
    // Whoever waits for it tries anew where it fails; the fault itself goes on with the answer.
    const to = answer.then(
      ({ status, headers }) => (status === 303 ? headers.get('location') : null),
      () => null,
    );
    known.set(key, to);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return answer;
  };
};
