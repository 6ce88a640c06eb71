// The page's shell, kept so that it opens without the server and can say that it is away. What the server answers is
// never kept: an old answer would pass for a new one.
const SHELL = 'shell';
const PAGE = new URL('./', location.href);

addEventListener('install', (event) => {
  event.waitUntil(fetch(PAGE).then(keep));
  skipWaiting();
});

addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== PAGE.origin) return;
  if (request.mode === 'navigate' && url.pathname === PAGE.pathname) event.respondWith(page(event));
  else if (url.pathname.startsWith(`${PAGE.pathname}assets/`)) event.respondWith(asset(request));
});

/** The server's page; where it is away, the one that was kept. */
async function page(event) {
  try {
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(keep(response.clone()));
    return response;
  } catch (error) {
    const held = await caches.match(PAGE);
    if (held) return held;
    throw error;
  }
}

/** Keeps the page with the assets it begins with; those of an older page go. */
async function keep(response) {
  const html = await response.clone().text();
  const held = await caches.match(PAGE);
  if (held && (await held.text()) === html) return;
  await caches.delete(SHELL);
  const shell = await caches.open(SHELL);
  await shell.addAll(html.match(/\.\/assets\/[^"]+/g) ?? []);
  await shell.put(PAGE, response);
}

/** Assets bear the hash of their content in their names: what is kept is right. */
async function asset(request) {
  const held = await caches.match(request);
  if (held) return held;
  const response = await fetch(request);
  if (response.ok) {
    const shell = await caches.open(SHELL);
    await shell.put(request, response.clone());
  }
  return response;
}
