// Sends the files of a form by itself, so that large ones show how far they are; without this script the form does, up to less.
const form = document.querySelector('[data-upload]');

if (form instanceof HTMLFormElement) {
  const { upload: address, sending, failed, nofile, empty } = form.dataset;
  const progress = form.querySelector('progress');
  const box = form.querySelector('[data-upload-progress]');
  const fault = form.querySelector('[data-upload-fault]');
  const send = form.querySelector('button');
  const say = (text) => {
    fault.textContent = text;
    fault.hidden = text === '';
    box.hidden = text !== '';
    send.disabled = text === '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const input = form.elements.file;
    const files = [...input.files];
    if (files.length === 0) return say(nofile);
    const bare = files.filter(({ size }) => size === 0).map(({ name }) => name);
    // To leave one out would be to send a letter without one of its pages.
    if (bare.length > 0) return say(`${bare.join(', ')}: ${empty}`);
    const texts = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
    const said = new URLSearchParams(texts);
    // Of several files a line goes before them, as the address has no room for all names.
    const list = files.map(({ name, size }) => ({ name, size }));
    const body = input.multiple ? new Blob([`${JSON.stringify(list)}\n`, ...files]) : files[0];
    if (!input.multiple) said.set('name', files[0].name);
    const request = new XMLHttpRequest();
    const to = new URL(address, location.href);
    for (const [name, value] of said) to.searchParams.append(name, value);
    request.open('POST', to);
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
    request.send(body);
  });
}
