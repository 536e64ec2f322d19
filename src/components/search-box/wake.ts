/** Fetches what shows results under the box only when somebody enters the box: no page waits for it. */
addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const form = target.closest<HTMLFormElement>('form[data-suggest]');
  if (!form || form.dataset.awake) return;
  form.dataset.awake = 'yes';
  import('./suggest.ts').then(
    ({ suggestIn }) => suggestIn(form, target),
    // Without it the box is the plain form that it was; the next visit to the box tries again.
    () => delete form.dataset.awake,
  );
});
