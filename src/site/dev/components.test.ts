import { describe, expect, it } from 'vitest';
import { EXAMPLES, TARGETS } from '#components/body-parts/examples.ts';
import { COMPONENTS } from '#schema/component.ts';
import { viewExample } from './components.ts';

const shown = (body: string) => viewExample(body, TARGETS);

describe('the examples of components', () => {
  it.each(Object.keys(COMPONENTS).map((name) => [name]))(
    'show %s usual, empty or unknown, and very long',
    (name) => {
      const own = EXAMPLES.filter(({ body }) => body.includes(`<${name}`));
      expect(own.some(({ body }) => shown(body).html !== null)).toBe(true);
      const emptyOf = name === 'Tab' ? 'Tabs' : name;
      expect(
        EXAMPLES.some(
          ({ title, body }) =>
            title.startsWith(`${emptyOf}: `) && shown(body).refusal?.includes(`<${emptyOf}>`),
        ),
      ).toBe(true);
      expect(own.some(({ body }) => (shown(body).html?.length ?? 0) > 140)).toBe(true);
    },
  );

  it.each(EXAMPLES.map(({ title, body }) => [title, body]))(
    '%s is a page or a refusal with its remedy, never both',
    (_, body) => {
      const { html, refusal } = shown(body);
      expect((html === null) !== (refusal === null)).toBe(true);
      if (refusal !== null) expect(refusal).toMatch(/\n {2}(?:fix|fix): /);
      if (html !== null) expect(html).not.toMatch(/<[A-Z]/);
    },
  );
});
