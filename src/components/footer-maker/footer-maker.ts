import { element } from '#browser/dom.ts';
import { fetchOfficeNames, fetchProvinceNames } from '#browser/office-names.ts';
import { drawingToSvg } from '#core/qr/drawing.ts';
import type { OutlineText } from '#core/qr/label.ts';
import type { MakerTexts } from '#i18n/maker-texts.ts';
import type { FooterSubject } from '#site/short-link/footer-maker.ts';
import { type Choice, loadOutliner, type Made, makeLabel } from '#site/short-link/make-label.ts';
import { makeFile, printPicture } from './files.ts';
import { FONTS } from './fonts.ts';

const TEXTS: MakerTexts = import.meta.env.MAKER_TEXTS;

const root = document.querySelector<HTMLElement>('[data-footer-maker]');
const form = root?.querySelector<HTMLElement>('[data-choices]');
const says = root?.querySelector<HTMLElement>('[data-says]');

const say = (text: string): void => {
  if (says) says.textContent = text;
};

const fieldOf = (name: string): HTMLSelectElement | HTMLInputElement | null =>
  form?.querySelector(`[name="${name}"]`) ?? null;

const choiceOf = (): Choice => {
  const office = fieldOf('office') as HTMLSelectElement;
  const id = office.value;
  return {
    office: id === '' ? null : { id, name: office.selectedOptions[0]?.text ?? id },
    attachment: Number(fieldOf('target')?.value) || undefined,
    mm: Number(fieldOf('size')?.value) || 20,
  };
};

const fillProvinces = async (): Promise<void> => {
  const select = fieldOf('province') as HTMLSelectElement;
  if (select.length > 1) return;
  const names = await fetchProvinceNames();
  // Asked for twice, where the first list was slow.
  if (select.length > 1) return;
  for (const [code, name] of names) select.add(new Option(name, code));
};

const fillOffices = async (province: string): Promise<void> => {
  const select = fieldOf('office') as HTMLSelectElement;
  select.length = 1;
  select.disabled = true;
  const names = province === '' ? null : await fetchOfficeNames(province);
  if (fieldOf('province')?.value !== province || names === null) return;
  for (const [id, name] of Object.entries(names)) select.add(new Option(name, id));
  select.disabled = false;
  // The province itself passes most circulars on.
  select.value = `p${province}`;
};

let made: Made | null = null;
let outliner: Promise<OutlineText> | undefined;

/** The fonts as outlines, fetched once; where that fails the next try fetches them again. */
const getOutliner = (): Promise<OutlineText> => {
  outliner ??= loadOutliner(FONTS).catch((error) => {
    outliner = undefined;
    throw error;
  });
  return outliner;
};

const showLabel = async (subject: FooterSubject): Promise<void> => {
  const outline = await getOutliner();
  // Read only now: the officer may have chosen anew while the fonts came.
  const choice = choiceOf();
  const label = makeLabel(subject, choice, outline);
  const svg = new DOMParser().parseFromString(
    drawingToSvg(label.draw(choice.mm)),
    'image/svg+xml',
  ).documentElement;
  root?.querySelector('[data-preview]')?.replaceChildren(svg);
  const link = root?.querySelector('[data-link]');
  if (link) link.textContent = label.address.href;
  say(label.needsMm === null ? '' : TEXTS.tooSmall.replace('0', String(label.needsMm)));
  made = label.needsMm === null ? label : null;
};

const save = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(TEXTS.saved.replace('\uFFFC', name));
};

const copyPicture = async (label: Made, mm: number): Promise<void> => {
  try {
    // The picture is handed over as a promise: some browsers forget the click while it is made.
    const item = new ClipboardItem({ 'image/png': printPicture(label, mm) });
    await navigator.clipboard.write([item]);
    say(TEXTS.copied);
  } catch {
    say(TEXTS.cannotCopy);
  }
};

const make = async (kind: string, subject: FooterSubject): Promise<void> => {
  const { mm, office, attachment } = choiceOf();
  if (!made) await showLabel(subject);
  if (!made) return;
  if (kind === 'copy') return copyPicture(made, mm);
  const file = await makeFile(kind, made, mm);
  const parts = [subject.fileName, attachment && `attachment-${attachment}`, office?.id];
  if (file) save(file.blob, parts.filter(Boolean).join('-') + file.ending);
  else say(TEXTS.tooLarge);
};

const failed = (error: unknown): void => {
  console.error(error);
  say(TEXTS.failed);
};

if (root && form) {
  const subject: FooterSubject = JSON.parse(root.dataset.footerMaker ?? '');
  const show = () => showLabel(subject).catch(failed);
  form.addEventListener('input', async ({ target }) => {
    made = null;
    const { name, value } = target as HTMLSelectElement;
    if (name === 'province') await fillOffices(value).catch(failed);
    await show();
  });
  const buttons = root.querySelector<HTMLElement>('.buttons');
  for (const [kind, text] of Object.entries(TEXTS.buttons)) {
    const button = element('button', { className: 'button', type: 'button' }, text);
    button.dataset.make = kind;
    button.addEventListener('click', () => {
      make(kind, subject).catch(failed);
    });
    buttons?.append(button);
  }
  const offerProvinces = () => fillProvinces().catch(failed);
  // Again where it failed: who chooses sees the list as it comes.
  fieldOf('province')?.addEventListener('focus', offerProvinces);
  offerProvinces();
  form.hidden = false;
  buttons?.removeAttribute('hidden');
}
