// Sends a register by itself, so that a large one shows how far it is; without this script the form does, up to less.
const form = document.querySelector('[data-register]');

if (form instanceof HTMLFormElement) {
  const { register: address, sending, failed, nofile } = form.dataset;
  const progress = form.querySelector('progress');
  const box = form.querySelector('[data-register-progress]');
  const fault = form.querySelector('[data-register-fault]');
  const send = form.querySelector('button');
  const say = (text) => {
    fault.textContent = text;
    fault.hidden = text === '';
    box.hidden = text !== '';
    send.disabled = text === '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const file = form.elements.file.files[0];
    if (!file) return say(nofile);
    const said = new URLSearchParams({
      office: form.elements.office.value,
      kind: form.elements.kind.value,
      name: file.name,
    });
    const request = new XMLHttpRequest();
    request.open('POST', `${address}?${said}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      progress.value = total > 0 ? (100 * loaded) / total : 0;
      progress.setAttribute('aria-valuetext', `${sending} ${Math.round(progress.value)}%`);
    });
    request.addEventListener('load', () => {
      const { to, text } = request.response ?? {};
      if (to) location.assign(to);
      else say(text ?? failed);
    });
    request.addEventListener('error', () => say(failed));
    say('');
    request.send(file);
  });
}
