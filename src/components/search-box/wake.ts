import { importAgain } from '#browser/import-again.ts';
import { beginSeeking, endSeeking } from '#browser/line/seeking.ts';

/** Fetches what shows results under a box only when somebody enters the box: no page waits for it. */
const wake = (target: EventTarget | null): void => {
  if (!(target instanceof HTMLInputElement)) return;
  const form = target.closest<HTMLFormElement>('form[data-suggest]');
  if (!form || form.dataset.awake) return;
  form.dataset.awake = 'yes';
  beginSeeking();
  importAgain(() => import('./suggest.ts')).then(
    ({ suggestIn }) => suggestIn(form, target),
    // Without it the box is the plain form that it was; the next visit to the box tries again.
    () => {
      delete form.dataset.awake;
      endSeeking();
    },
  );
};

addEventListener('focusin', ({ target }) => wake(target));
// On a slow line people are in the box before this script has come.
wake(document.activeElement);
