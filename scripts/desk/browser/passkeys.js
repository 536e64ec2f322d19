// Adds a passkey and signs in by one. The browser does the work; what it answers is checked by the desk.
const box = document.querySelector('[data-passkeys]');

const post = async (path, fields) => {
  const body = new URLSearchParams(fields);
  const response = await fetch(`${box.dataset.at}/passkeys/${path}/`, { method: 'POST', body });
  const said = await response.json();
  if (!response.ok) throw new Error(said.text);
  return said;
};

const add = async (form) => {
  const options = await post('add-options', {});
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await navigator.credentials.create({ publicKey });
  return post('add', { name: form.get('name'), response: JSON.stringify(made) });
};

const signIn = async (form) => {
  const options = await post('sign-in-options', {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const given = await navigator.credentials.get({ publicKey });
  return post('sign-in', { next: form.get('next') ?? '', response: JSON.stringify(given) });
};

const reasonOf = (error) => {
  if (error.name === 'InvalidStateError') return box.dataset.has;
  // What the browser throws is in no language of ours; it tells nobody more than that nothing came of it.
  return error instanceof DOMException ? box.dataset.cancelled : error.message;
};

if (box instanceof HTMLElement) {
  const form = box.querySelector('form');
  const note = box.querySelector('[role="alert"]');
  const isAble = globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;
  form.hidden = !isAble;
  note.textContent = isAble ? '' : box.dataset.unable;
  note.hidden = isAble;
  box.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    note.hidden = true;
    try {
      const act = box.dataset.passkeys === 'add' ? add : signIn;
      const { to } = await act(new FormData(form));
      location.assign(to);
    } catch (error) {
      note.textContent = reasonOf(error);
      note.hidden = false;
      button.disabled = false;
    }
  });
}
