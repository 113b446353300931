// Lets the app open with the network off. It keeps the app's own files and the catalogs of the towns that were chosen here,
// and nothing else: no answer and no other page. The build puts `files` and `towns` before this (xtask/src/offline.rs).

const mine = `${registration.scope} `;
const own = `${mine}${version}`;
const address = (path) => new URL(path, registration.scope).href;

const isTown = (path) => towns.some((town) => address(town) === path);

// All files in one piece or none: what does not have the bytes of this version is fetched anew, and then refused.
const take = (cache, [path, integrity]) => {
  const as = (how) => new Request(address(path), { integrity, cache: how });
  return cache.add(as(path === "./" ? "no-cache" : "default")).catch(() => cache.add(as("reload")));
};

// The towns that some version keeps already have to work with this one too.
const knownTowns = async () => {
  const known = new Set();
  for (const name of await caches.keys()) {
    if (name.startsWith(mine)) {
      for (const { url } of await (await caches.open(name)).keys()) {
        if (url.endsWith(".bin")) known.add(url.slice(registration.scope.length).split(".")[0]);
      }
    }
  }
  return towns.filter((town) => known.has(town.split(".")[0]));
};

const install = async () => {
  const cache = await caches.open(own);
  await Promise.all(files.map((file) => take(cache, file)));
  await cache.addAll((await knownTowns()).map(address));
};

// A page of an older version may still ask for its own town's file: older files go when no page but `but` is open.
const tidy = async (but) => {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.every(({ id }) => id === but)) {
    const old = (await caches.keys()).filter((name) => name.startsWith(mine) && name !== own);
    await Promise.all(old.map((name) => caches.delete(name)));
  }
};

const start = async (request) => {
  const kept = await (await caches.open(own)).match(address("./"), { ignoreVary: true });
  return kept ?? fetch(request);
};

// A file is named after its content, so the one of any version is the right one.
const kept = async (request) => {
  const found = await caches.match(request, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  // The site has no such version any more: the page says that the file is missing, and to its reload the site itself is
  // to answer.
  if (answer.status === 404 && isTown(request.url)) await registration.unregister();
  return answer;
};

// An address with `?` is asked for when the kept file was damaged: it goes past what is kept, and replaces it.
const anew = async (request, path) => {
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(own)).put(path, answer.clone());
  return answer;
};

oninstall = (event) => event.waitUntil(install());
onactivate = (event) => event.waitUntil(tidy());
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
  } else if (isTown(path)) {
    event.respondWith(anew(request, path));
  }
};
onmessage = (event) => {
  // A word is the address of a town's file that a page has loaded; none is the wish for this version.
  const path = event.data;
  if (!path) skipWaiting();
  else if (isTown(path)) {
    event.waitUntil(caches.open(own).then(async (cache) => (await cache.match(path)) ?? cache.add(path)));
  }
};
