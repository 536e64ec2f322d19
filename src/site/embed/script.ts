import { embedScript } from 'wian:embed';
import { language, messages } from '../i18n.ts';

const MONTHS = Array.from(
  { length: 12 },
  (_, index) => `2000-${String(index + 1).padStart(2, '0')}`,
);

/** The words of the script, in the shape that it asks for (`EmbedScriptTexts`). */
export const getEmbedTexts = () => ({
  ...messages.embed.script,
  language,
  name: messages.site.name,
  sample: messages.sample.badge,
  check: messages.doubt.check,
  read: messages.doubt.readings,
  or: messages.share.lines.or,
  uncertain: messages.doubt.nothing,
  force: messages.force.status,
  explain: messages.force.explain,
  search: {
    label: messages.search.label,
    placeholder: messages.search.placeholder,
    submit: messages.search.submit,
  },
  months: MONTHS.map((month) => messages.format.date(month).replace(/ \d+$/, '')),
  era: language === 'th' ? 543 : 0,
});

/** `/embed.js`: the words, then the script. */
export const respondEmbedScript = (): Response =>
  new Response(`(()=>{const WIAN_TEXTS=${JSON.stringify(getEmbedTexts())};${embedScript}})();\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
