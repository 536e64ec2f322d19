import { asHtml, type Html } from '#astro/html-string.ts';

const rendered = new Map<string, Html>();

/**
 * The HTML that `render` makes, asked once a build for each name; in dev, where parts change, each time. From the second time
 * on there is nothing to wait for.
 */
export const memoizedHtml = (name: string, render: () => Promise<string>): Html | Promise<Html> => {
  const known = rendered.get(name);
  if (known) return known;
  return render().then((text) => {
    const html = asHtml(text);
    if (!import.meta.env.DEV) rendered.set(name, html);
    return html;
  });
};
