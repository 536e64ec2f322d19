import { fill, textNodes } from '#browser/dom.ts';
import { NotLoaded } from '#browser/fetch-again.ts';
import { obstacle } from '#browser/offline/can-keep.ts';
import { Keeper, type Outcome, type Progress } from '#browser/offline/keeper.ts';
import type { KeptScope, Scope } from '#core/offline/scope.ts';
import { sizeIn } from '#core/offline/size.ts';
import type { KeepTexts } from '#site/offline/page.ts';

/** A size as people read it. */
export const sizeText = (bytes: number, { units }: KeepTexts): string => {
  const [n, unit] = sizeIn(bytes);
  return fill(units[unit], { n });
};

/** What a box keeps. Null: everything kept before, brought up to date. */
export type FindScope = () => Promise<KeptScope | null>;

/** How a page drives a box. */
export interface Box {
  /** Says how large it is, and offers to begin. */
  readonly ask: () => Promise<void>;
}

const newScope = (scope: Scope, title: string): KeptScope => ({
  scope,
  title,
  version: null,
  dayText: null,
});

/** Binds a box; `find` where what it keeps is not written in it, `ended` for what else shows what is kept. */
export const bindBox = (
  box: HTMLElement,
  texts: KeepTexts,
  { find, ended }: { readonly find?: FindScope; readonly ended?: () => void } = {},
): Box => {
  const part = <Part extends HTMLElement>(name: string): Part => {
    const found = box.querySelector<Part>(`[data-${name}]`);
    if (!found) throw new Error(`a box has no ${name}`);
    return found;
  };
  const [askButton, startButton, stopButton] = [part('ask'), part('start'), part('stop')];
  const bar = part<HTMLProgressElement>('progress');
  const { keep = '', title = '', lists = '' } = box.dataset;
  const keeper = new Keeper(lists);
  const t = texts.keep;
  let chosen: KeptScope | null = null;
  let stopping: AbortController | null = null;
  let last: Progress = { bytes: 0, total: 0 };

  const say = (text: string): void => part('said').replaceChildren(...textNodes(text));
  const size = (bytes: number): string => sizeText(bytes, texts);
  const far = () => ({ size: size(last.bytes), all: size(last.total) });

  const tell = (progress: Progress): void => {
    last = progress;
    bar.max = Math.max(1, progress.total);
    bar.value = progress.bytes;
    say(fill(t.progress, far()));
  };

  const show = (state: 'asking' | 'ready' | 'working'): void => {
    askButton.hidden = state !== 'asking';
    startButton.hidden = state !== 'ready';
    stopButton.hidden = state !== 'working';
    bar.hidden = state !== 'working';
    box.dataset.state = state;
  };

  const failed = (error: unknown): void => {
    console.error(error);
    show('asking');
    // What fetch says where nothing comes.
    say(error instanceof NotLoaded ? fill(t.offline, far()) : t.failed);
    box.dataset.ended = 'failed';
  };

  const look = async (): Promise<void> => {
    const found = obstacle();
    if (found) return say(texts.obstacle[found]);
    say(t.counting);
    chosen = find ? await find() : newScope(JSON.parse(keep) as Scope, title);
    const { plan, index } = await keeper.plan(chosen);
    const rest = plan.bytes - plan.keptBytes;
    last = { bytes: plan.keptBytes, total: plan.bytes };
    if (plan.fetch.length === 0) {
      // Nothing to fetch, but it may still have to be noted as wanted, or something removed.
      await keeper.keep(chosen, () => {}, new AbortController().signal);
      say(fill(t.already, { day: index.dayText }));
      box.dataset.ended = 'done';
      ended?.();
      return;
    }
    const space = await keeper.space();
    const count = { files: plan.files, size: size(plan.bytes), rest: size(rest) };
    say([fill(t.size, count), ...(space !== null && space < rest ? [t.tooLarge] : [])].join(' · '));
    startButton.textContent = fill(t.start, { size: size(rest) });
    show('ready');
    startButton.focus();
  };

  const conclude = async (outcome: Outcome): Promise<void> => {
    show('asking');
    if (outcome === 'done') {
      const [one] = await keeper.scopes();
      say(fill(t.done, { day: one?.dayText ?? '' }));
    } else say(fill(t[outcome], far()));
    box.dataset.ended = outcome;
    ended?.();
  };

  const ask = async (): Promise<void> => {
    delete box.dataset.ended;
    await look().catch(failed);
  };
  askButton.addEventListener('click', () => void ask());
  startButton.addEventListener('click', async () => {
    stopping = new AbortController();
    show('working');
    stopButton.focus();
    try {
      await conclude(await keeper.keep(chosen, tell, stopping.signal));
    } catch (error) {
      failed(error);
    }
    stopping = null;
  });
  stopButton.addEventListener('click', () => stopping?.abort());
  show('asking');
  box.hidden = false;
  return { ask };
};
