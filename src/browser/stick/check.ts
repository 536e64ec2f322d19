/**
 * Goes through the files of the stick, as far as a browser may where pages are files: a script, page or picture that does
 * not load is missing. What it holds can't be seen, but data that was cut off does not run.
 */
import { fill } from '../dom.ts';
import type { Stick } from './stick.ts';

/** What the script before this one has set up: data is handed over to that. */
declare const wianStick: Stick;

const { readData, runScript, placeOf } = wianStick;

interface Texts {
  readonly checkStop: string;
  readonly checking: string;
  readonly checkDone: string;
  readonly checkBad: string;
  readonly unfinished: string;
}

const loadPicture = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const picture = new Image();
    picture.onload = () => resolve(true);
    picture.onerror = () => resolve(false);
    picture.src = address;
  });

/** Whether a file can be had; null for kinds that a browser loads nowhere in a page. */
const isThere = async ([path, how]: Listed): Promise<boolean | null> => {
  if (how === 'data') return (await readData(path, `${placeOf(path)}.js`)) !== null;
  // A page is no script: it ends at its first character, which is not shown as a fault.
  if (path.endsWith('.html')) return runScript(placeOf(path));
  if (/\.(?:png|jpe?g|gif|webp|svg)$/.test(path)) return loadPicture(placeOf(path));
  return null;
};

/** A line of a list: path within the portal, and whether it is there as a script. */
type Listed = readonly [path: string, how: string];

/** Most files requested at the same time. */
const AT_ONCE = 16;
/** How often it is said at most how far it has come. */
const MOST_SAID = 20;

const bind = (root: HTMLElement): void => {
  const texts = JSON.parse(root.dataset.stickCheck ?? '{}') as Texts;
  const lists = (root.dataset.lists ?? '').split(' ').filter(Boolean);
  const said = root.querySelector('[data-said]');
  const bad = root.querySelector('[data-bad]');
  const button = root.querySelector<HTMLButtonElement>('[data-start]');
  if (!said || !bad || !button) return;
  const label = button.textContent;
  let isRunning = false;

  const addBad = (path: string): void => {
    const item = document.createElement('li');
    item.textContent = path;
    bad.append(item);
  };

  const filesOf = async (): Promise<Listed[]> => {
    const files: Listed[] = [];
    for (const top of lists) {
      const text = await readData(`list ${top}`, placeOf(`stick/list/${top}.js`));
      if (typeof text !== 'string') addBad(`stick/list/${top}.js`);
      else
        for (const line of text.split('\n')) {
          const [path = '', how = ''] = line.split('\t');
          files.push([path, how]);
        }
    }
    return files;
  };

  const run = async (): Promise<void> => {
    bad.replaceChildren();
    const files = await filesOf();
    let done = 0;
    let unknown = 0;
    // Each is read out by screen readers.
    const step = Math.max(50, Math.ceil(files.length / MOST_SAID));
    const left = files.values();
    const work = async (): Promise<void> => {
      for (const file of left) {
        if (!isRunning) return;
        const found = await isThere(file);
        if (found === null) unknown++;
        else if (!found) addBad(file[0]);
        done++;
        if (done % step === 0) said.textContent = fill(texts.checking, { done, all: files.length });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (!isRunning) return;
    const count = bad.childElementCount;
    const values = { all: files.length - unknown, unknown, count };
    said.textContent = fill(count === 0 ? texts.checkDone : texts.checkBad, values);
    root.dataset.checked = String(count);
  };

  button.addEventListener('click', async () => {
    isRunning = !isRunning;
    button.textContent = isRunning ? texts.checkStop : label;
    if (!isRunning) return;
    await run();
    isRunning = false;
    button.textContent = label;
  });
  // Pages that are run as scripts fail at once, by the hundred.
  addEventListener('error', (event) => event.preventDefault());
};

for (const root of document.querySelectorAll<HTMLElement>('[data-stick-check]')) bind(root);
