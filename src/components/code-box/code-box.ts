import { fetchAgain } from '#browser/fetch-again.ts';
import { BASE } from '#browser/portal-base.ts';
import { shortPath } from '#core/short-link/address.ts';
import { readShortCode, type ShortCodeFault } from '#core/short-link/short-code.ts';

const HOLE = '\uFFFC';

const textOf = (texts: DOMStringMap, fault: ShortCodeFault): string => {
  if (fault.kind === 'length') return (texts.length ?? '').replace('0', String(fault.length));
  const filler = fault.kind === 'character' ? fault.character : '';
  return (texts[fault.kind] ?? '').replace(HOLE, filler);
};

const open = async (typed: string, problem: HTMLElement): Promise<void> => {
  const { code, fault } = readShortCode(typed);
  if (fault) {
    problem.textContent = textOf(problem.dataset, fault);
    return;
  }
  const path = BASE + shortPath({ code });
  const status = await fetchAgain(path, async (answer) => answer.status, { method: 'HEAD' }).catch(
    () => null,
  );
  if (status === 404) problem.textContent = problem.dataset.unknown ?? '';
  else location.assign(path + location.hash);
};

for (const form of document.querySelectorAll<HTMLFormElement>('[data-code-box]')) {
  const input = form.querySelector('input');
  const problem = form.querySelector<HTMLElement>('[role="status"]');
  if (!input || !problem) continue;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open(input.value, problem);
  });
  // The page of an address that does not exist: `/q/K7M2XP/` with a wrong character, or in small letters.
  const asked = /^\/q\/([^/]+)\/?(?:\d+\/?)?$/i.exec(location.pathname.slice(BASE.length))?.[1];
  if (asked && form.dataset.codeBox === 'lost') {
    const typed = decodeURIComponent(asked);
    const { code, fault } = readShortCode(typed);
    form.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
    input.value = typed;
    if (code && code !== asked) location.replace(BASE + shortPath({ code }) + location.hash);
    else
      problem.textContent = fault
        ? textOf(problem.dataset, fault)
        : (problem.dataset.unknown ?? '');
  }
}
