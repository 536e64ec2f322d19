/** A message in English with its translation; `{a}` stands for what varies, `{*a}` for what is translated itself, `{list a}` for names joined by commas and "or". */
export type Entry = readonly [source: string, translation: string];

interface Compiled {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly translation: string;
}

const PLACE = /\{(?:\*|list )?([a-z])\}/g;

const compile = ([source, translation]: Entry): Compiled => {
  const names: string[] = [];
  let pattern = '';
  let done = 0;
  for (const { 0: place, 1: name, index } of source.matchAll(PLACE)) {
    names.push(name as string);
    pattern += `${RegExp.escape(source.slice(done, index))}([\\s\\S]*?)`;
    done = index + place.length;
  }
  return {
    pattern: new RegExp(`^${pattern}${RegExp.escape(source.slice(done))}$`),
    names,
    translation,
  };
};

const inThai = (list: string): string => list.replaceAll(' or ', ' หรือ ');

/**
 * Translates messages by their English text, as gettext does, but after their places were filled in: so rules write plain
 * sentences, and whoever reads another language sees them through a catalogue. Null for a message that it lacks.
 */
export const catalogue = (entries: readonly Entry[]): ((text: string) => string | null) => {
  const exact = new Map(entries.filter(([source]) => source.search(PLACE) < 0));
  // The longest fixed text first: it says most about what was meant.
  const templates = entries
    .filter(([source]) => source.search(PLACE) >= 0)
    .map((entry) => ({ fixed: entry[0].replace(PLACE, '').length, ...compile(entry) }))
    .sort((a, b) => b.fixed - a.fixed);
  const fill = ({ names, translation }: Compiled, values: readonly string[]): string | null => {
    let isWhole = true;
    const text = translation.replace(PLACE, (place, name: string) => {
      const value = values[names.indexOf(name)] ?? '';
      if (place.startsWith('{list ')) return inThai(value);
      if (!place.startsWith('{*')) return value;
      const translated = translate(value);
      // Names and values of fields are the same in every language.
      if (translated === null && / [a-z]+ [a-z]+ /.test(inThai(value))) isWhole = false;
      return translated ?? inThai(value);
    });
    return isWhole ? text : null;
  };
  const translate = (text: string): string | null => {
    const known = exact.get(text);
    if (known !== undefined) return known;
    for (const template of templates) {
      const values = template.pattern.exec(text)?.slice(1);
      const filled = values ? fill(template, values) : null;
      if (filled !== null) return filled;
    }
    return null;
  };
  return translate;
};
