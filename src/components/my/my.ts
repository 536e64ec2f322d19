import { fill, textNodes } from '#browser/dom.ts';
import { fetchJson } from '#browser/fetch-json.ts';
import { type AreaCircular, circularsOfArea } from '#core/my-office/area-circulars.ts';
import type { ChosenType } from '#core/my-office/packed-names.ts';
import type { MyArea } from '#site/my/area.ts';
import { isSame, type Mine, readMine, writeMine } from './address.ts';
import { showContacts, showWithin } from './area-view.ts';
import { bindField, nameFile } from './choose.ts';
import { showCirculars } from './circulars.ts';
import { type Calendar, showBinding, showCalendars, showDuties } from './duties.ts';
import { showFigures } from './figures.ts';
import { keepOffice, keptOffice } from './kept.ts';
import type { Texts } from './texts.ts';

/** The file of an area with what its province says of the circulars in it. */
type WholeArea = Omit<MyArea, 'circulars' | 'facts'> & {
  readonly circulars: readonly AreaCircular[];
};

/** The office as it is shown. */
interface Chosen {
  readonly area: WholeArea;
  readonly type: ChosenType;
  readonly name: string;
  /** By what circulars say that they should not come to it: its id, or its type where the registry does not list it. */
  readonly key: string;
}

/** The province with whose digits the id of an office begins. */
const provinceOf = (office: string): string => `p${office.slice(1, 3)}`;

const chosenIn = (area: WholeArea, { office, kind }: Mine, texts: Texts): Chosen | null => {
  if (kind !== null) {
    if (!area.kinds.includes(kind)) return null;
    const name = fill(texts.unlisted, { kind: texts.types[kind], area: area.name });
    return { area, type: kind, name, key: kind };
  }
  if (office === area.id) return { area, type: area.type, name: area.name, key: office };
  const found = area.offices.find(([id]) => id === office);
  return found ? { area, type: found[1], name: found[2], key: office } : null;
};

const bind = (root: HTMLElement): void => {
  const { my = '{}', calendars = '[]', page = '', names = '', files = '' } = root.dataset;
  const texts = JSON.parse(my) as Texts;
  const allCalendars = JSON.parse(calendars) as Calendar[];
  const part = <Part extends HTMLElement>(selector: string): Part => {
    const found = root.querySelector<Part>(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return found;
  };
  const box = (name: string): HTMLElement => part(`[data-part=${name}]`);
  const [choosing, shown] = [part('[data-choose]'), part('[data-chosen]')];
  const said = part('[data-said]');
  const getNames = nameFile(names);
  let latest = 0;

  const fetchFile = (id: string) => fetchJson<MyArea>(`${files}data/${id}.json`);
  const areas = new Map<string, WholeArea>();
  const fetchArea = async (id: string): Promise<WholeArea | null> => {
    const known = areas.get(id);
    if (known) return known;
    // The file that a district leads to is asked for at the same time: ids of most begin with the digits of their province.
    const guess = provinceOf(id);
    const [file, guessed] = await Promise.all([
      fetchFile(id),
      guess === id ? null : fetchFile(guess),
    ]);
    if (!file) return null;
    const { facts, province = '' } = file;
    const of = facts ?? (province === guess ? guessed : await fetchFile(province))?.facts;
    const area = { ...file, circulars: circularsOfArea(file, of ?? []) };
    areas.set(id, area);
    return area;
  };

  /** A link may name an authority alone: its province, which most ids begin with, or else the list of names, gives its place. */
  const areaOf = async ({ office, area }: Mine): Promise<string | null> => {
    if (area !== null) return area;
    const province = await fetchArea(provinceOf(office));
    if (province?.offices.some(([id]) => id === office)) return province.id;
    const district = province?.districts.find(([, , authorities]) => authorities.includes(office));
    if (district) return district[0];
    return (await getNames()).find((one) => one.office.id === office)?.office.area ?? null;
  };

  const find = async (mine: Mine): Promise<Chosen | null> => {
    const id = await areaOf(mine);
    const area = id === null ? null : await fetchArea(id);
    const chosen = area && chosenIn(area, mine, texts);
    if (chosen || mine.area === null || mine.area === mine.office) return chosen;
    // What was remembered may have moved to another district since.
    return find({ ...mine, area: null });
  };

  const showKept = (mine: Mine): void => {
    const kept = keptOffice();
    const isKept = isSame(kept, mine);
    part('[data-keep]').hidden = isKept;
    part('[data-forget]').hidden = !isKept;
    part('[data-kept]').textContent = isKept
      ? texts.isKept
      : kept
        ? texts.notKept
        : texts.cannotKeep;
  };

  const draw = ({ area, type, name, key }: Chosen, { kind }: Mine): void => {
    const level = type === 'province' || type === 'district' ? type : 'authority';
    const roles = texts.roles[level];
    const circulars = area.circulars.filter(({ not }) => !not?.includes(key));
    const authority = level === 'authority' ? key : null;
    part('[data-name]').replaceChildren(...textNodes(name));
    const around = [level === 'authority' && kind === null ? area.name : '', area.around];
    part('[data-around]').replaceChildren(...textNodes(around.filter(Boolean).join(' ')));
    part('[data-note]').hidden = kind === null;
    part('[data-note]').replaceChildren(...textNodes(texts.unlistedNote));
    part('[data-as-of]').replaceChildren(...textNodes(texts.asOf));
    const all = area.circulars.length < area.all ? area.all : circulars.length;
    showCirculars(box('circulars'), circulars, all, authority, texts);
    showDuties(box('duties'), circulars, roles, texts);
    showCalendars(box('calendars'), allCalendars, roles, texts);
    showBinding(box('binding'), circulars, texts);
    showFigures(box('figures'), area.figures, key, texts);
    showContacts(box('contact'), area, texts);
    showWithin(box('within'), area, page, texts);
  };

  const showChoice = (isOpen: boolean): void => {
    choosing.hidden = !isOpen;
    part('[data-provinces]').hidden = !isOpen;
  };

  const show = async (mine: Mine | null): Promise<void> => {
    const now = ++latest;
    delete root.dataset.office;
    shown.hidden = true;
    part('[data-again]').hidden = true;
    said.textContent = '';
    showChoice(mine === null);
    if (mine === null) return;
    said.textContent = texts.working;
    try {
      const chosen = await find(mine);
      if (now !== latest) return;
      said.textContent = chosen ? '' : texts.unknown;
      if (!chosen) return showChoice(true);
      const certain = { ...mine, area: chosen.area.id };
      if (keptOffice() === null) keepOffice(certain);
      draw(chosen, mine);
      showKept(certain);
      shown.hidden = false;
      root.dataset.office = mine.office;
    } catch (error) {
      console.error(error);
      if (now !== latest) return;
      said.textContent = texts.failed;
      part('[data-again]').hidden = false;
      showChoice(true);
    }
  };

  const fromAddress = (): Promise<void> => show(readMine(location.search) ?? keptOffice());

  /** A link of this page that chooses an office changes what is shown, and the address. */
  const follow = async (event: MouseEvent): Promise<void> => {
    const to = (event.target as Element).closest<HTMLAnchorElement>('a[href*="?office="]');
    const mine = to && root.contains(to) ? readMine(to.search) : null;
    if (!mine || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', page + writeMine(mine));
    // Whoever chooses here means it, whatever was remembered before.
    keepOffice(mine);
    await show(mine);
    part('[data-name]').focus();
  };

  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-provinces] a[data-office]')) {
    const { office = '' } = link.dataset;
    link.href = page + writeMine({ office, kind: null, area: office });
  }
  bindField(part('form'), part('[data-found]'), said, getNames, page, texts);
  root.addEventListener('click', (event) => void follow(event));
  part('[data-change]').addEventListener('click', () => {
    showChoice(true);
    part('#my-name').focus();
  });
  part('[data-forget]').addEventListener('click', () => {
    keepOffice(null);
    history.pushState(null, '', page);
    show(null);
    part('#my-name').focus();
  });
  part('[data-keep]').addEventListener('click', () => {
    const mine = readMine(location.search);
    if (mine && keepOffice(mine)) showKept(mine);
  });
  part('[data-again]').addEventListener('click', () => void fromAddress());
  addEventListener('online', () => {
    if (!part('[data-again]').hidden) fromAddress();
  });
  addEventListener('popstate', () => void fromAddress());
  fromAddress();
};

const root = document.querySelector<HTMLElement>('[data-my]');
if (root) bind(root);
