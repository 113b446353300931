// Put in the place of sw.js when the site is taken down (docs/publish.md): gives back what earlier visits have kept on the
// device, and leaves. A site that only vanished would go on opening there, with old numbers.

oninstall = () => skipWaiting();
onactivate = (event) => {
  const leave = async () => {
    const mine = (await caches.keys()).filter((name) => name.startsWith(`${registration.scope} `));
    await Promise.all(mine.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(leave());
};
