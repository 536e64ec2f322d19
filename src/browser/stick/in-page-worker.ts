import { runScript } from './data-scripts.ts';
import { noteRead } from './lost.ts';
import { placeOf } from './places.ts';

/** What the script of a worker sees as `self`. */
export class WorkerScope extends EventTarget {
  readonly #owner: StickWorker;

  constructor(owner: StickWorker) {
    super();
    this.#owner = owner;
  }

  readonly postMessage = (data: unknown): void => this.#owner.deliver(data);
}

export type WorkerScript = (self: WorkerScope) => Promise<void>;

const scripts = new Map<string, WorkerScript>();

/** Called by the script of a worker, with its name. */
export const registerWorker = (name: string, script: WorkerScript): void => {
  scripts.set(name, script);
};

const loadWorker = async (name: string): Promise<WorkerScript> => {
  const path = `stick/js/${name}`;
  if (!scripts.has(name)) await runScript(placeOf(path));
  const script = scripts.get(name);
  noteRead(path, script !== undefined);
  if (!script) throw new Error(`${name} is missing on this stick, or damaged`);
  return script;
};

/** Stands in for a worker, which browsers refuse where pages are files: it runs in the page, message by message. */
export class StickWorker extends EventTarget {
  readonly #scope: Promise<WorkerScope | null>;
  #isEnded = false;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;

  constructor(address: string | URL) {
    super();
    this.addEventListener('message', (event) => this.onmessage?.(event as MessageEvent));
    this.addEventListener('error', (event) => this.onerror?.(event));
    const name = String(address).slice(String(address).lastIndexOf('/') + 1);
    this.#scope = this.#start(name).catch((error: unknown) => {
      this.#fail(error);
      return null;
    });
  }

  async #start(name: string): Promise<WorkerScope> {
    const script = await loadWorker(name);
    const scope = new WorkerScope(this);
    await script(scope);
    return scope;
  }

  #fail(error: unknown): void {
    if (this.#isEnded) return;
    const message = error instanceof Error ? error.message : String(error);
    this.dispatchEvent(new ErrorEvent('error', { error, message }));
  }

  /** A message of the script to the page. */
  deliver(data: unknown): void {
    setTimeout(() => {
      if (!this.#isEnded) this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  postMessage(data: unknown): void {
    this.#scope.then((scope) => {
      if (scope && !this.#isEnded) scope.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  terminate(): void {
    this.#isEnded = true;
  }
}
