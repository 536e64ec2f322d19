import type { WorkerMessage } from '#browser/offline/worker-settings.ts';

const send = (worker: ServiceWorker, message: WorkerMessage): void => worker.postMessage(message);

/** Resolves when a worker that is being installed is ready or has failed. */
const settled = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (worker.state !== 'installing') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });

/** This page came from what is stored and could not be confirmed by the portal, so that anything newer is news. */
const isStoredCopy = (): boolean =>
  document.querySelector('[data-kept-note]:not([hidden])') !== null;

const assetsOfPage = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('/_astro/'));

/**
 * A page that came from the network is as new as a worker that is found right behind it: that worker may take over, as it
 * changes nothing of what is shown. One that comes later means that the page is older, which is offered and never forced.
 */
const watch = async (registration: ServiceWorkerRegistration, offer: HTMLElement) => {
  const container = navigator.serviceWorker;
  const hadWorker = container.controller !== null;
  const show = (): void => {
    offer.hidden = false;
  };
  let isOpening = false;
  // The first worker, or the one that this page lets take over, is as new as the page.
  let isExpected = !hadWorker;
  container.addEventListener('controllerchange', () => {
    if (isOpening) location.reload();
    else if (isExpected) isExpected = false;
    else show();
  });
  offer.querySelector('button')?.addEventListener('click', () => {
    isOpening = true;
    if (registration.waiting) send(registration.waiting, { type: 'take-over' });
    else location.reload();
  });
  if (!hadWorker) {
    const { active } = await container.ready;
    if (active) send(active, { type: 'opened', page: location.href, assets: assetsOfPage() });
  }
  // Resolves when the worker of today is found; rejects where the portal can't be reached, which is no fault.
  await registration.update().catch(() => {});
  if (registration.installing) await settled(registration.installing);
  if (hadWorker && registration.waiting) {
    if (isStoredCopy()) show();
    else {
      isExpected = true;
      send(registration.waiting, { type: 'take-over' });
    }
  }
  registration.addEventListener('updatefound', async () => {
    const next = registration.installing;
    if (!next) return;
    await settled(next);
    if (registration.waiting) show();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
};

const register = async (offer: HTMLElement): Promise<void> => {
  const { worker = '', scope = '' } = offer.dataset;
  // A browser may forbid it, as in a private window: the portal then works as it does without.
  const registration = await navigator.serviceWorker
    .register(worker, { scope, updateViaCache: 'none' })
    .catch(() => null);
  if (registration) await watch(registration, offer);
};

const offer = document.querySelector<HTMLElement>('[data-update-offer]');
if (offer && isSecureContext && 'serviceWorker' in navigator) {
  const begin = (): void => void register(offer);
  // What the page itself needs comes first.
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
