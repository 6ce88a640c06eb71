// The page's shell, kept so that it opens without the server and can say that it is away. What the server answers is
// never kept: an old answer would pass for a new one.
const SHELL = 'shell';

addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.add('./')));
  skipWaiting();
});

addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const scope = new URL('./', location.href);
  const asset = request.url.startsWith(new URL('assets/', scope).href);
  const page = request.mode === 'navigate' && new URL(request.url).pathname === scope.pathname;
  if (request.method !== 'GET' || (!asset && !page)) return;
  event.respondWith(asset ? kept(request) : fresh(request));
});

/** Assets bear the hash of their content in their names. */
async function kept(request) {
  const cache = await caches.open(SHELL);
  const held = await cache.match(request);
  if (held) return held;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

async function fresh(request) {
  const cache = await caches.open(SHELL);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put('./', response.clone());
    return response;
  } catch (error) {
    const held = await cache.match('./');
    if (held) return held;
    throw error;
  }
}
