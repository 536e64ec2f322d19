import { fetchOfficeName } from '#browser/office-names.ts';
import { readFragment } from '#core/short-link/fragment.ts';

const box = document.querySelector<HTMLElement>('[data-passed-on]');

const templateOf = (office: string): HTMLTemplateElement | null =>
  document.querySelector(`template[data-office="${CSS.escape(office)}"]`);

const show = async (): Promise<void> => {
  const { office, anchor } = readFragment(location.hash);
  if (office !== null && anchor !== null) document.getElementById(anchor)?.scrollIntoView();
  const name = box?.querySelector('[data-office-name]');
  const says = box?.querySelector('[data-office-says]');
  if (!box || !name || !says) return;
  const recorded = office === null ? null : templateOf(office);
  // An office that the registry does not have is nobody's: a made-up link names no one.
  const known = recorded?.dataset.name ?? (office === null ? null : await fetchOfficeName(office));
  box.hidden = known === null;
  if (known === null) return;
  name.textContent = known;
  const template = recorded ?? templateOf('');
  if (template) says.replaceChildren(template.content.cloneNode(true));
  const { textNodes } = await import('#browser/dom.ts');
  if (name.textContent === known) name.replaceChildren(...textNodes(known));
};

show();
addEventListener('hashchange', show);
