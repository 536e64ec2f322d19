import { fetchJson } from '#browser/fetch-json.ts';
import type { KeepTexts } from '#site/offline/page.ts';

/** Fetches what keeps a circular only when somebody asks for it: no page waits for it. */
const wake = (box: HTMLElement, address: string): void => {
  const button = box.querySelector('button');
  const begin = async (): Promise<void> => {
    const [{ bindBox }, texts] = await Promise.all([
      import('./keep-box.ts'),
      fetchJson<KeepTexts>(address),
    ]);
    if (!texts) throw new Error(`${address} is not there`);
    button?.removeEventListener('click', press);
    await bindBox(box, texts).ask();
  };
  const press = (): void => {
    // Without a connection the next press tries again.
    begin().catch((error) => console.error(error));
  };
  button?.addEventListener('click', press);
  box.hidden = false;
};

for (const box of document.querySelectorAll<HTMLElement>('[data-keep][data-lazy]')) {
  wake(box, box.dataset.lazy ?? '');
}
