/// <reference lib="webworker" />
export {};

declare const self: ServiceWorkerGlobalScope;

/** One cache for the page; what a new build no longer names is thrown out when it takes over. */
const CACHE = 'ainori-driver-page';
const PAGE = './';

/** What the page needs, as the build wrote it down. */
async function listFiles(): Promise<readonly URL[]> {
  const answer = await fetch('./files.json', { cache: 'no-cache' });
  const files = (await answer.json()) as readonly string[];
  return files.map((file) => new URL(file, self.registration.scope));
}

async function fillCache(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll((await listFiles()).map((file) => new Request(file, { cache: 'no-cache' })));
}

/** Throws out scripts and styles of earlier builds; fonts stay, because pages load them piece by piece. */
async function emptyOldFiles(): Promise<void> {
  const wanted = new Set((await listFiles()).map((file) => file.href));
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) {
    if (/\.(js|css)$/.test(request.url) && !wanted.has(request.url)) await cache.delete(request);
  }
}

/** The network first, so that a new build is seen at once; the kept page when there is no answer within two seconds. */
async function answerPage(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(new URL(PAGE, self.registration.scope));
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(2_000) } : {});
    if (answer.ok || !kept) return answer;
    return kept;
  } catch {
    return kept ?? Response.error();
  }
}

/** Files with a hash in their name never change: kept first, fetched once. */
async function answerFile(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

self.addEventListener('install', (event) => {
  event.waitUntil(fillCache().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    emptyOldFiles()
      .catch(() => undefined)
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(answerPage(event.request));
  else if (url.pathname.includes('/assets/')) event.respondWith(answerFile(event.request));
  else if (url.href.startsWith(self.registration.scope) && !url.pathname.endsWith('/files.json')) {
    event.respondWith(answerFile(event.request));
  }
});
