// A download leaves the page as it was before: by this script the page shows what the press has changed. Without it, it does
// once it is opened anew.
const show = async (address) => {
  const answer = await fetch(address).catch(() => null);
  // The browser says itself what is wrong with a page that cannot be had.
  if (!answer?.ok) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.querySelector('main').replaceWith(page.querySelector('main'));
  document.querySelector('h1').scrollIntoView();
};

const save = async (answer) => {
  const [, name = ''] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition')) ?? [];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
};

document.addEventListener('submit', async (event) => {
  const form = event.target;
  const { download } = form.dataset;
  if (download === undefined) return;
  event.preventDefault();
  const send = form.querySelector('button');
  send.disabled = true;
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
  }).catch(() => null);
  send.disabled = false;
  // What is no file says why: a refusal comes again, and a network that is gone is said by the browser.
  if (!answer?.headers.get('content-disposition')) return form.submit();
  await save(answer);
  await show(download);
});
