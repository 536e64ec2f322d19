/** Headed sections for roles become tabs. The role that was chosen is kept in this browser and sent nowhere. */

const KEPT = 'wian-role';
const OF_SET = '.prose .tabs';

interface Tab {
  readonly role: string;
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
}

const keptRole = (): string | null => {
  try {
    return localStorage.getItem(KEPT);
  } catch (error) {
    // A browser that keeps nothing asks each time.
    if (error instanceof DOMException) return null;
    throw error;
  }
};

const keepRole = (role: string): void => {
  try {
    localStorage.setItem(KEPT, role);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
};

const choose = (tabs: readonly Tab[], chosen: Tab): void => {
  for (const tab of tabs) {
    const isChosen = tab === chosen;
    tab.button.setAttribute('aria-selected', String(isChosen));
    tab.button.tabIndex = isChosen ? 0 : -1;
    tab.panel.classList.toggle('is-chosen', isChosen);
  }
};

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const tabOf = (panel: HTMLElement): Tab | null => {
  const heading = panel.querySelector<HTMLElement>(':scope > :is(h2, h3, h4, h5, h6)');
  const role = panel.dataset.role;
  if (!heading || role === undefined) return null;
  const button = document.createElement('button');
  button.type = 'button';
  button.id = `tab-${heading.id}`;
  button.setAttribute('role', 'tab');
  button.setAttribute('aria-controls', `panel-${heading.id}`);
  button.append(...[...heading.childNodes].map((node) => node.cloneNode(true)));
  panel.id = `panel-${heading.id}`;
  panel.tabIndex = 0;
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', button.id);
  return { role, button, panel };
};

/** The tab that holds what the address names. */
const addressed = (tabs: readonly Tab[]): Tab | undefined => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return target ? tabs.find(({ panel }) => panel.contains(target)) : undefined;
};

const makeTabs = (set: HTMLElement): void => {
  const tabs = [...set.querySelectorAll<HTMLElement>(':scope > section')].flatMap(
    (panel) => tabOf(panel) ?? [],
  );
  const list = document.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  for (const [at, tab] of tabs.entries()) {
    tab.button.addEventListener('click', () => {
      choose(tabs, tab);
      keepRole(tab.role);
    });
    tab.button.addEventListener('keydown', (event) => {
      const next = tabs[STEPS[event.key]?.(at, tabs.length) ?? -1];
      if (!next) return;
      event.preventDefault();
      next.button.focus();
      next.button.click();
    });
    list.append(tab.button);
  }
  set.prepend(list);
  set.classList.add('is-tabbed');
  const kept = keptRole();
  const first = addressed(tabs) ?? tabs.find(({ role }) => role === kept) ?? tabs[0];
  if (first) choose(tabs, first);
  addEventListener('hashchange', () => {
    const named = addressed(tabs);
    if (named) choose(tabs, named);
  });
};

for (const set of document.querySelectorAll<HTMLElement>(OF_SET)) makeTabs(set);
