// Puts components into the text of a page by a button, and has the form checked while somebody writes. Without it the form does all
// of that by its own buttons.
const form = document.querySelector('[data-page-form]');

/** Milliseconds without a key press after which a form is checked. */
const PAUSE_MS = 1200;

if (form instanceof HTMLFormElement) {
  const body = form.elements.namedItem('body');
  const parts = form.querySelector('[data-insert]');
  const status = form.querySelector('[data-page-status]');

  parts.hidden = false;
  parts.addEventListener('click', ({ target }) => {
    const snippet = target.dataset?.snippet;
    if (snippet === undefined) return;
    const { selectionStart: from, selectionEnd: to, value } = body;
    const [before, after = ''] = snippet.split('|');
    const chosen = value.slice(from, to);
    // A box stands on lines of its own, with an empty one before and behind.
    const isBox = before.startsWith('\n');
    const text = value.slice(0, from);
    const open = isBox
      ? (text === '' || text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n') +
        before.slice(1)
      : before;
    const close = isBox && !value.slice(to).startsWith('\n') ? `${after}\n` : after;
    body.setRangeText(open + chosen + close, from, to, 'end');
    const at = from + open.length + chosen.length;
    body.focus();
    body.setSelectionRange(at, at);
    body.dispatchEvent(new Event('input', { bubbles: true }));
  });

  const show = ({ text = '', at = {}, others = [] }) => {
    for (const fault of form.querySelectorAll('[data-fault]')) {
      const said = at[fault.dataset.fault] ?? '';
      fault.textContent = said;
      fault.hidden = said === '';
      const field = document.getElementById(fault.dataset.fault);
      if (said === '') field?.removeAttribute('aria-invalid');
      else field?.setAttribute('aria-invalid', 'true');
    }
    status.textContent = [text, ...others].join(' ');
  };

  let timer;
  let asking = false;
  let isAgain = false;
  const check = async () => {
    if (asking) {
      isAgain = true;
      return;
    }
    asking = true;
    status.textContent = form.dataset.checking;
    try {
      const typed = new FormData(form);
      // A picture is looked at once it is kept.
      typed.delete('picture');
      const response = await fetch(form.dataset.check, { method: 'POST', body: typed });
      const isJson = response.headers.get('content-type')?.startsWith('application/json');
      if (isJson) {
        const said = await response.json();
        if (response.ok) show(said);
        else status.textContent = said.text ?? '';
        isAgain ||= response.status === 429;
      } else status.textContent = '';
    } catch {
      // Without a connection nothing is checked; the buttons of the form say so when they are pressed.
      status.textContent = '';
    } finally {
      asking = false;
      if (isAgain) {
        isAgain = false;
        later();
      }
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE_MS);
  };
  form.addEventListener('input', later);
}
