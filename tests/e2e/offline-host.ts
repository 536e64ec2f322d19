import { createServer, type RequestListener } from 'node:http';
import { listenOnLoopback } from '#store/portal/listen.ts';
import { createStaticServer } from '#store/portal/static-server.ts';
import { portal } from './portal.ts';

/** A server of the built portal that behaves as `npm start` does, but for what a test changes. */
export interface OfflineHost {
  readonly site: string;
  isDown: boolean;
  /** Answers by path that another version of the portal would give. */
  readonly answers: Map<string, RequestListener>;
  /** Paths that were asked for, in order. */
  asked: string[];
  /** Nothing is answered any more, on connections that are there neither. */
  readonly goDown: () => void;
  /** As it was at the beginning. */
  readonly reset: () => void;
  readonly close: () => void;
}

export const openOfflineHost = async (): Promise<OfflineHost> => {
  const inner = createStaticServer({ folder: portal.folder }, (fault) => console.error(fault));
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] as string;
    if (host.isDown) {
      request.socket.destroy();
      return;
    }
    host.asked.push(path);
    const answer = host.answers.get(path);
    if (answer) answer(request, response);
    else inner.emit('request', request, response);
  });
  const host: OfflineHost = {
    site: `http://127.0.0.1:${await listenOnLoopback(server, 0)}`,
    isDown: false,
    answers: new Map(),
    asked: [],
    goDown: () => {
      host.isDown = true;
      server.closeAllConnections();
    },
    reset: () => {
      host.isDown = false;
      host.answers.clear();
      host.asked = [];
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return host;
};
