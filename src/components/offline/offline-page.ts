import { element, fill, textNodes } from '#browser/dom.ts';
import { obstacle } from '#browser/offline/can-keep.ts';
import { Keeper } from '#browser/offline/keeper.ts';
import { openedPages } from '#browser/offline/opened-pages.ts';
import type { FileIndex } from '#core/offline/file-list.ts';
import { type KeptScope, type Scope, wholeSum } from '#core/offline/scope.ts';
import type { KeepTexts } from '#site/offline/page.ts';
import { bindBox, sizeText } from './keep-box.ts';
import { findOfficeScope } from './office-scope.ts';

/** Where what was kept begins: the page of a circular, the list of a section, the page of one's office, or home. */
const startOf = (scope: Scope): string => {
  if (scope.kind === 'circular') return `${scope.folder}/`;
  if (scope.kind === 'section') return `${scope.section}/`;
  return scope.kind === 'office' ? 'my/' : '';
};

const bind = (root: HTMLElement): void => {
  const { offline = '{}', lists = '', my = '', home = '' } = root.dataset;
  const texts = JSON.parse(offline) as KeepTexts;
  const keeper = new Keeper(lists);
  const part = <Part extends HTMLElement>(selector: string): Part => {
    const found = root.querySelector<Part>(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return found;
  };
  const found = obstacle();
  if (found) {
    part('[data-obstacle]').append(...textNodes(texts.obstacle[found]));
    part('[data-obstacle]').hidden = false;
    return;
  }

  let index: FileIndex | null = null;

  const scopeItem = ({ scope, title, version, dayText }: KeptScope): HTMLElement =>
    element(
      'li',
      {},
      element('a', { href: home + startOf(scope) }, ...textNodes(title)),
      ' ',
      element(
        'span',
        { className: 'small soft' },
        ...textNodes(
          version === null ? texts.kept.part : fill(texts.kept.whole, { day: dayText ?? '' }),
        ),
      ),
    );

  const showRenewal = (scopes: readonly KeptScope[]): void => {
    const isPart = scopes.some(({ version }) => version === null);
    const isOld = index !== null && scopes.some(({ version }) => version !== index?.version);
    part('[data-renew]').hidden = !isPart && !isOld;
    const isRenewable = isOld && !isPart;
    part('[data-renewable]').hidden = !isRenewable;
    part('[data-renewable]').textContent = isRenewable
      ? fill(texts.kept.renewable, { day: index?.dayText ?? '' })
      : '';
  };

  const showOpened = async (): Promise<void> => {
    const opened = await openedPages();
    const box = part<HTMLDetailsElement>('[data-seen]');
    box.hidden = opened.length === 0;
    box
      .querySelector('ul')
      ?.replaceChildren(
        ...opened.map(({ href, title }) =>
          element('li', {}, element('a', { href }, ...textNodes(title))),
        ),
      );
  };

  const showKept = async (): Promise<void> => {
    const [scopes, size] = await Promise.all([keeper.scopes(), keeper.size()]);
    part('[data-size]').textContent =
      scopes.length === 0
        ? texts.kept.nothing
        : fill(texts.kept.size, { files: size.files, size: sizeText(size.bytes, texts) });
    part('[data-scopes]').replaceChildren(...scopes.map(scopeItem));
    showRenewal(scopes);
    await showOpened();
    part('[data-kept]').hidden = false;
  };

  const showSizes = (index: FileIndex): void => {
    const { groups, common } = index;
    const whole = wholeSum(index);
    part('[data-everything-size]').textContent = fill(texts.scopes.everythingSize, {
      files: whole.files,
      size: sizeText(whole.bytes, texts),
    });
    for (const section of root.querySelectorAll<HTMLElement>('[data-section]')) {
      const group = groups[section.dataset.section ?? ''];
      section.hidden = group === undefined;
      const said = section.querySelector('[data-section-size]');
      if (!group || !said) continue;
      said.textContent = fill(common ? texts.scopes.sectionAndCommon : texts.scopes.sectionText, {
        files: group.files,
        size: sizeText(group.bytes, texts),
        common: sizeText(common?.bytes ?? 0, texts),
      });
    }
  };

  const ended = (): void => void showKept();
  const findOffice = () => findOfficeScope(my, home, texts.scopes.officeOf);

  /** The circulars of an office may have become others since they were kept. */
  const findRenewal = async (): Promise<KeptScope | null> => {
    const kept = (await keeper.scopes()).find(({ scope }) => scope.kind === 'office');
    if (!kept) return null;
    const now = await findOffice();
    return now?.scope.kind === 'office' &&
      kept.scope.kind === 'office' &&
      now.scope.area === kept.scope.area
      ? now
      : null;
  };

  const start = async (): Promise<void> => {
    await showKept();
    index = await keeper.index().catch(() => null);
    if (index) {
      showSizes(index);
      showRenewal(await keeper.scopes());
    }
    part('[data-choose]').hidden = index === null;
    for (const box of root.querySelectorAll<HTMLElement>(
      '[data-section] [data-keep], [data-everything] [data-keep]',
    )) {
      bindBox(box, texts, { ended });
    }
    bindBox(part('[data-renew] [data-keep]'), texts, { ended, find: findRenewal });
    const office = index && (await findOffice().catch(() => null));
    if (office) {
      part('[data-office-title]').replaceChildren(...textNodes(office.title));
      part('[data-no-office]').hidden = true;
      bindBox(part('[data-office] [data-keep]'), texts, { ended, find: findOffice });
    }
    root.dataset.ready = 'true';
  };

  part('[data-wipe]').addEventListener('click', async () => {
    await keeper.wipe();
    await showKept();
    part('[data-size]').textContent = texts.kept.wiped;
  });
  start().catch((error) => {
    console.error(error);
    part('[data-obstacle]').append(...textNodes(texts.obstacle.forbidden));
    part('[data-obstacle]').hidden = false;
  });
};

const root = document.querySelector<HTMLElement>('[data-offline]');
if (root) bind(root);
