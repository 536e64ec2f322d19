// What answers a question already, while one types it: pages by the portal's own search, threads by the board's.
const PAUSE_MS = 300;
const FEWEST_CHARACTERS = 6;
const MOST = 4;

const box = document.querySelector('[data-desk-similar]');
const title = document.querySelector('#title');

const pagesFor = async (base, query) => {
  const pagefind = await import(`${base}/pagefind/pagefind.js`);
  const { results } = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, MOST).map((one) => one.data()));
  return found.map(({ url, meta }) => ({ url, title: meta.title }));
};

const threadsFor = async (base, query) => {
  const response = await fetch(`${base}/board/similar.json?q=${encodeURIComponent(query)}`);
  return response.ok ? response.json() : [];
};

const itemOf = ({ url, title: text }) => {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  const item = document.createElement('li');
  item.append(link);
  return item;
};

if (box instanceof HTMLElement && title instanceof HTMLInputElement) {
  const base = box.dataset.base ?? '';
  let timer = 0;
  let asked = '';
  const seek = async () => {
    const query = title.value.trim();
    if (query === asked) return;
    asked = query;
    const isEnough = query.length >= FEWEST_CHARACTERS;
    // Either of the two is of use without the other.
    const parts = isEnough
      ? await Promise.allSettled([threadsFor(base, query), pagesFor(base, query)])
      : [];
    if (query !== asked) return;
    const found = parts.flatMap((part) => (part.status === 'fulfilled' ? part.value : []));
    box.querySelector('ul')?.replaceChildren(...found.map(itemOf));
    box.hidden = found.length === 0;
  };
  title.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(seek, PAUSE_MS);
  });
}
