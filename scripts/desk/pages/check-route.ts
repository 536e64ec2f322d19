import type { Hono } from 'hono';
import { todayInThailand } from '#store/clock.ts';
import { countSaid, type Said } from './problems.ts';
import { type PageRequest, type pageGuard, sentence } from './request.ts';
import { type FormState, slugAsked, type Typed } from './state.ts';

/** What the address needs by which a script has a form checked. */
interface CheckParts {
  readonly root: string;
  readonly guarded: ReturnType<typeof pageGuard>;
  readonly stateOf: (page: Pick<PageRequest, 'section' | 'slug'>) => FormState | null;
  readonly typedOf: (section: string, body: Readonly<Record<string, unknown>>) => Typed;
  readonly looked: (
    request: PageRequest,
    state: FormState,
    typed: Typed,
    how: { readonly slug: string; readonly publish: boolean },
  ) => Promise<{ readonly said: Said }>;
}

/** Where a script has a form checked as somebody writes it: as a draft, so that what is not written yet is no fault. */
export const checkRoute = (
  app: Hono,
  at: string,
  { root, guarded, stateOf, typedOf, looked }: CheckParts,
): void => {
  /** Members whose form is being checked: one check of each at a time. */
  const busy = new Set<string>();
  app.post(
    at,
    guarded('write-pages', async (request) => {
      const { c, member, answer } = request;
      const { writing } = answer.parts.t;
      if (busy.has(member.id)) return c.json({ text: writing.tooMany }, 429);
      busy.add(member.id);
      try {
        const body = await c.req.parseBody();
        const section = typeof body.in === 'string' ? body.in : '';
        const named = typeof body.page === 'string' && body.page !== '' ? body.page : null;
        const asked = { ...request, section, slug: named };
        const no = await request.refusal('write-pages', section);
        if (no) return no;
        const state = stateOf(asked);
        if (state === null) return c.json({ text: writing.missing }, 404);
        const typed = typedOf(section, body);
        const address = slugAsked(root, state, typed, todayInThailand());
        if ('fault' in address) {
          const slug = sentence(request, address.fault);
          return c.json({ text: writing.problems(1), at: { slug }, others: [] });
        }
        const how = { slug: address.slug, publish: false };
        const { said } = await looked(asked, state, typed, how);
        const count = countSaid(said);
        return c.json({
          text: count === 0 ? writing.checked : writing.problems(count),
          at: Object.fromEntries([...said.at].map(([name, texts]) => [name, texts.join(' ')])),
          others: said.others,
        });
      } finally {
        busy.delete(member.id);
      }
    }),
  );
};
