import { IS_PARTIAL, isHere, localAddress, onlineHref, pathOf } from './places.ts';

/** Written by the build of the stick, in the language of the portal. */
declare const STICK_NOT_HERE: string;

const isOfRoot = (address: string | null): address is string =>
  address !== null && address[0] === '/' && address[1] !== '/';

/** Says in place of a link that its page is not on the stick, and where it is online. */
const replaceLost = (link: Element, address: string): void => {
  const online = new URL(address, onlineHref()).href;
  const span = document.createElement('span');
  span.dataset.notOnStick = '';
  span.className = link.className;
  const note = document.createElement('small');
  note.textContent = ` (${STICK_NOT_HERE} ${online})`;
  span.append(...link.childNodes, note);
  link.replaceWith(span);
};

const fixLink = (link: Element): void => {
  const address = link.getAttribute('href');
  if (!isOfRoot(address)) return;
  link.setAttribute('href', localAddress(address));
  if (!IS_PARTIAL) return;
  const path = pathOf(address);
  if (path?.endsWith('.html')) {
    isHere(path).then((here) => here === false && link.isConnected && replaceLost(link, address));
  }
};

const fixForm = (form: Element): void => {
  const address = form.getAttribute('action');
  if (isOfRoot(address)) form.setAttribute('action', localAddress(address));
};

const fixBelow = (root: Element): void => {
  if (root.matches('a[href^="/"]')) fixLink(root);
  for (const link of root.querySelectorAll('a[href^="/"]')) fixLink(link);
  for (const form of root.querySelectorAll('form[action^="/"]')) fixForm(form);
};

/** Keeps links of the page relative that its scripts make as those of the portal, before anybody can follow them. */
export const watchLinks = (): void => {
  fixBelow(document.documentElement);
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && target instanceof Element) {
        if (target.localName === 'a') fixLink(target);
        else if (target.localName === 'form') fixForm(target);
      }
      for (const node of addedNodes) if (node instanceof Element) fixBelow(node);
    }
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributeFilter: ['href', 'action'],
  });
};
