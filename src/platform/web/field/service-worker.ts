// The program of the phone without a network: its files are kept when it is installed, and answered from there. Nothing of the server's
// answers is kept here: what is known of households lies sealed in the store. A page of code: a library for it brings a build step of its
// own and keeps more than is wanted.

/** Filled in by the build: the files of the entry, and a name that changes with any of them. */
declare const FIELD_FILES: readonly string[];
declare const FIELD_VERSION: string;

type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Extendable & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Host = {
  addEventListener: (kind: string, listener: (event: never) => void) => void;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
};

const worker = self as unknown as Host;

/** Alone in its scope. */
export type {};

const PREFIX = 'shouwang-field-';
const CACHE = PREFIX + FIELD_VERSION;
const PAGE = '/field.html';

worker.addEventListener('install', (event: Extendable) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...FIELD_FILES])));
});

worker.addEventListener('activate', (event: Extendable) => {
  const clean = async () => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
    );
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

worker.addEventListener('message', (event: MessageEvent) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

async function kept(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

worker.addEventListener('fetch', (event: Fetching) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return;
  event.respondWith(kept(request.mode === 'navigate' ? PAGE : pathname, request));
});
