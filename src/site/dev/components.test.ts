import { describe, expect, it } from 'vitest';
import { COMPONENTS } from '#schema/component.ts';
import { viewExample } from './components.ts';
import { EXAMPLES, type Example, TARGETS } from './examples.ts';

const shown = (example: Example) => viewExample(example, TARGETS);

describe('the examples of components', () => {
  it.each(Object.keys(COMPONENTS).map((name) => [name]))(
    'show %s usual, empty or unknown, and very long',
    (name) => {
      const own = EXAMPLES.filter(({ body }) => body.includes(`<${name}`));
      expect(own.some((one) => shown(one).html !== null)).toBe(true);
      const emptyOf = name === 'Tab' ? 'Tabs' : name;
      expect(
        EXAMPLES.some(
          (one) => one.component === emptyOf && shown(one).refusal?.includes(`<${emptyOf}>`),
        ),
      ).toBe(true);
      expect(own.some((one) => (shown(one).html?.length ?? 0) > 140)).toBe(true);
    },
  );

  it.each(EXAMPLES.map((one) => [shown(one).title, one] as const))(
    '%s is a page or a refusal with its remedy in Thai, never both',
    (_, one) => {
      const { html, refusal } = shown(one);
      expect((html === null) !== (refusal === null)).toBe(true);
      if (refusal !== null)
        expect(refusal).toMatch(/^[^\n]*[ก-ฮ][^\n]*\n(?: {2}เพราะ: .*\n)? {2}วิธีแก้: .*[ก-ฮ]/);
      if (html !== null) expect(html).not.toMatch(/<[A-Z]/);
    },
  );
});
