import { element } from '#browser/dom.ts';
import { fetchAgain } from '#browser/fetch-again.ts';
import { BASE } from '#browser/portal-base.ts';
import { HOLE, shortCodeFaultText } from '#browser/short-code-text.ts';
import { shortPath } from '#core/short-link/address.ts';
import { readTypedCode, type TypedCode } from '#core/short-link/typed-code.ts';

type Code = Extract<TypedCode, { kind: 'code' }>;

const isThere = async (path: string): Promise<boolean> => {
  const status = await fetchAgain(path, async (answer) => answer.status, { method: 'HEAD' });
  return status !== 404;
};

/** Says why there is no page for a code; of an attachment that is not there, with a link to its circular. */
const sayMissing = async ({ code, attachment }: Code, problem: HTMLElement): Promise<void> => {
  const { dataset } = problem;
  const circular = BASE + shortPath({ code });
  const hasCircular =
    attachment === undefined ? false : await isThere(circular).catch(() => undefined);
  if (hasCircular === undefined) {
    problem.textContent = (dataset.failed ?? '').replace(HOLE, code);
  } else if (hasCircular) {
    problem.replaceChildren(
      (dataset.attachment ?? '').replace(HOLE, String(attachment)),
      ' ',
      element('a', { href: circular }, dataset.go ?? ''),
    );
  } else problem.textContent = dataset.unknown ?? '';
};

const sayUnread = (typed: Exclude<TypedCode, Code>, problem: HTMLElement): void => {
  const { dataset } = problem;
  problem.textContent =
    typed.kind === 'foreign' ? (dataset.foreign ?? '') : shortCodeFaultText(dataset, typed.fault);
};

const open = async (typed: TypedCode, problem: HTMLElement): Promise<void> => {
  if (typed.kind !== 'code') {
    sayUnread(typed, problem);
    return;
  }
  const path = BASE + shortPath(typed);
  // Where the portal cannot be asked, the browser says so, or has the page.
  if (await isThere(path).catch(() => true))
    location.assign(path + (typed.fragment || location.hash));
  else await sayMissing(typed, problem);
};

/** Answers at the address of a page that does not exist: `/q/K7M2XP/` with a wrong character, or in small letters. */
const answerLost = async (typed: TypedCode, problem: HTMLElement): Promise<void> => {
  if (typed.kind !== 'code') {
    sayUnread(typed, problem);
    return;
  }
  const path = BASE + shortPath(typed);
  const isAsked = location.pathname.replace(/\/?$/, '/') === path;
  if (isAsked) await sayMissing(typed, problem);
  else location.replace(path + location.hash);
};

for (const form of document.querySelectorAll<HTMLFormElement>('[data-code-box]')) {
  const input = form.querySelector('input');
  const problem = form.querySelector<HTMLElement>('[role="status"]');
  if (!input || !problem) continue;
  const here = location.origin + BASE;
  const sites = [form.dataset.site ?? here, here];
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open(readTypedCode(input.value, sites), problem);
  });
  const asked = /^\/q\/([^/]+(?:\/\d+)?)\/?$/i.exec(location.pathname.slice(BASE.length))?.[1];
  if (asked && form.dataset.codeBox === 'lost') {
    form.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
    input.value = decodeURIComponent(asked);
    answerLost(readTypedCode(input.value, sites), problem);
  }
}
