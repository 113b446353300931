// Lets the app open with the network off. It keeps the app's own files, and once they have been used, the catalogs of towns
// and the parts that only some people need. It keeps no answer and no other page. The build puts the lists `files` and `more`
// before this (xtask/src/site/worker.rs).

const mine = `${registration.scope} `;
const own = `${mine}${version}`;
const address = (path) => new URL(path, registration.scope).href;
const isMore = (url) => more.some((path) => address(path) === url);
// Who asks makes no difference to what a static file is, whatever a server says.
const asIs = { ignoreVary: true };
const cacheOfMine = () => caches.open(own);
// What two versions call the same thing: a town's file without its hash.
const stem = (path) => path.replace(/\.\w{8}\.bin$/, "");

// All files in one piece or none: what does not have the bytes of this version is fetched anew, and then refused.
const take = (cache, [path, integrity]) => {
  const as = (how) => new Request(address(path), { integrity, cache: how });
  // A file that is not named after its content may be an old one in the browser's own cache.
  const how = /[0-9a-f]{8}/.test(path) ? "default" : "no-cache";
  return cache.add(as(how)).catch(() => cache.add(as("reload")));
};

// What some version keeps already has to work with this one too.
const usedBefore = async () => {
  const used = new Set();
  for (const name of await caches.keys()) {
    if (name.startsWith(mine)) {
      for (const { url } of await (await caches.open(name)).keys()) used.add(stem(url));
    }
  }
  return more.map(address).filter((url) => used.has(stem(url)));
};

const install = async () => {
  const cache = await cacheOfMine();
  await Promise.all(files.map((file) => take(cache, file)));
  await cache.addAll(await usedBefore());
};

// A page of an older version may still ask for its own town's file: older files go when no page but `but` is open.
const tidy = async (but) => {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.every(({ id }) => id === but)) {
    const old = (await caches.keys()).filter((name) => name.startsWith(mine) && name !== own);
    await Promise.all(old.map((name) => caches.delete(name)));
  }
};

const start = async (request) => (await (await cacheOfMine()).match(address("./"), asIs)) ?? fetch(request);

const fetched = async (request, path) => {
  const answer = await fetch(request);
  if (answer.ok && isMore(path)) await (await cacheOfMine()).put(path, answer.clone());
  // The site has no such version any more: the page says that the file is missing, and to its reload the site itself is
  // to answer.
  if (answer.status === 404 && isMore(request.url)) await registration.unregister();
  return answer;
};

// Of this version, or else of one that an open page belongs to.
const kept = async (request) =>
  (await (await cacheOfMine()).match(request, asIs)) ??
  (await caches.match(request, asIs)) ??
  fetched(request, request.url);

oninstall = (event) => event.waitUntil(install());
// The page of a first visit stood there before: what it asks for from now on is known here, and that its version is gone.
onactivate = (event) => event.waitUntil(tidy().then(() => clients.claim()));
onfetch = (event) => {
  const { request } = event;
  const [path, question] = request.url.split("#")[0].split("?");
  if (request.method !== "GET" || !path.startsWith(registration.scope)) return;
  if (request.mode === "navigate") {
    if (path === address("./") || path === address("index.html")) {
      event.waitUntil(tidy(event.resultingClientId));
      event.respondWith(start(request));
    }
  } else if (question === undefined) {
    event.respondWith(kept(request));
  } else if (isMore(path)) {
    // An address with `?` is asked for when the kept file was damaged: it goes past what is kept, and replaces it.
    event.respondWith(fetched(request, path));
  }
};
onmessage = (event) => {
  // A word is the address of a file that a page has loaded before this was in charge; none is the wish for this version.
  const path = event.data;
  if (!path) skipWaiting();
  else if (isMore(path)) {
    event.waitUntil(cacheOfMine().then(async (cache) => (await cache.match(path)) ?? cache.add(path)));
  }
};
