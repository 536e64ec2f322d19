import { element, fill } from '#browser/dom.ts';
import { fetchJson } from '#browser/fetch-json.ts';
import {
  type NamedOffice,
  type PackedProvince,
  unpackNames,
} from '#core/my-office/packed-names.ts';
import { findTyped, prepareNames } from '#core/my-office/typed-name.ts';
import { unlistedChoices } from '#core/my-office/unlisted-choices.ts';
import { type Mine, writeMine } from './address.ts';
import { link, type Texts } from './texts.ts';

type Names = ReturnType<typeof prepareNames>;

/** The names of all offices, fetched once; a failure is forgotten, so that the next letter tries again. */
export const nameFile = (address: string): (() => Promise<Names>) => {
  let known: Promise<Names> | undefined;
  return () => {
    known ??= fetchJson<readonly PackedProvince[]>(address).then((provinces) => {
      if (provinces === null) throw new Error(`${address} is not there`);
      return prepareNames(unpackNames(provinces));
    });
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
};

const fullName = ({ name, district, province }: NamedOffice, { types }: Texts): string =>
  [name, district && `${types.district}${district}`, province && `${types.province}${province}`]
    .filter(Boolean)
    .join(' ');

/** Lets a field find offices by name; each that is found is a link that chooses it. */
export const bindField = (
  form: HTMLFormElement,
  found: HTMLElement,
  said: HTMLElement,
  names: () => Promise<Names>,
  page: string,
  texts: Texts,
): void => {
  const input = form.elements[0] as HTMLInputElement;
  let latest = 0;
  const show = async (): Promise<void> => {
    const mine = ++latest;
    const typed = input.value;
    if (typed.trim() === '') {
      found.replaceChildren();
      said.textContent = '';
      return;
    }
    try {
      const known = await names();
      const { offices, count } = findTyped(known, typed);
      if (mine !== latest) return;
      const choice = (office: Mine, text: string): HTMLLIElement =>
        element('li', {}, link(page + writeMine(office), text));
      const items = offices.map((office) =>
        choice({ office: office.id, kind: null, area: office.area }, fullName(office, texts)),
      );
      const unlisted = unlistedChoices(known, typed);
      const others = unlisted.map(({ kind, area }) =>
        choice(
          { office: area.id, kind, area: area.area },
          fill(texts.unlisted, { kind: texts.types[kind], area: fullName(area, texts) }),
        ),
      );
      // One of the kind that was typed may be the one that was meant, with a slip in its name.
      const isOfKind = offices.some(({ type }) => unlisted.some(({ kind }) => kind === type));
      found.replaceChildren(...(isOfKind ? [...items, ...others] : [...others, ...items]));
      const foundText = count > items.length ? texts.foundMore : texts.found;
      const text =
        others.length > 0 && !isOfKind
          ? texts.unlistedFound
          : count === 0
            ? texts.nothing
            : foundText;
      said.textContent = fill(text, { count, shown: items.length });
    } catch (error) {
      console.error(error);
      if (mine === latest) said.textContent = texts.failed;
    }
  };
  input.addEventListener('input', () => void show());
  input.addEventListener('focus', () => void names().catch(() => {}), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show().then(() => found.querySelector('a')?.focus());
  });
};
