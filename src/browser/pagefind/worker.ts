import { networkOf } from '../search/network.ts';
import { Engine } from './engine.ts';
import type { EngineReply, EngineRequest } from './messages.ts';

const engine = new Engine(networkOf);

/** Answers a request; never rejects. */
export const answer = async ({ id, call, args }: EngineRequest): Promise<EngineReply> => {
  try {
    const run = engine[call].bind(engine) as (...given: unknown[]) => Promise<unknown>;
    return { id, value: await run(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
};

// The same file serves pages that can have no worker, such as those of another host: they import it.
if (typeof document === 'undefined' && typeof self !== 'undefined') {
  self.addEventListener('message', async ({ data }: MessageEvent<EngineRequest>) => {
    self.postMessage(await answer(data));
  });
}
