import type { ComponentName } from '#schema/component.ts';

/**
 * What a button puts into a text for each component that a body may hold; `|` is where the cursor, or what was chosen, stands then.
 * `Tab` is within `Tabs`.
 */
export const SNIPPETS: readonly (readonly [Exclude<ComponentName, 'Tab'>, string])[] = [
  ['Steps', '\n<Steps>\n1. |\n</Steps>\n'],
  ['Notice', '\n<Notice kind="note" title="…">|</Notice>\n'],
  ['Letter', '<Letter record="circulars/2568/|" />'],
  ['Form', '<Form record="forms/|" />'],
  ['Contact', '<Contact office="|" />'],
  ['Key', '<Key>|</Key>'],
  ['Figure', '\n<Figure caption="|">![…](/favicon.svg)</Figure>\n'],
  [
    'Tabs',
    '\n<Tabs>\n<Tab role="user">\n|\n</Tab>\n<Tab role="treasury-head">\n…\n</Tab>\n</Tabs>\n',
  ],
  ['Video', '\n<Video href="https://www.youtube.com/watch?v=|" title="…" />\n'],
];
