// Runs behind wasm-bindgen's script, in the same file (xtask/src/build/program.rs), which gives `init`. Starts the program, then
// has the browser keep it, so that it opens with the network off the next time.
try {
  await init({ module_or_path: "program.wasm" });
} catch (fault) {
  // No such file, no WebAssembly, a program that is damaged: the page says so.
  page.fail();
  throw fault;
}
try {
  const workers = navigator.serviceWorker;
  const held = await workers.register("sw.js");
  // A newer version waits until somebody asks for it; the note stands on the start screen alone.
  const note = document.getElementById("newer");
  const look = () => {
    note.hidden = !(held.active && held.waiting);
  };
  look();
  held.onupdatefound = () => {
    held.installing.onstatechange = look;
  };
  note.lastElementChild.onclick = () => {
    workers.oncontrollerchange = () => location.reload();
    held.waiting ? held.waiting.postMessage("") : location.reload();
  };
  // Files are loaded before the worker can see it: it is told of them, and knows which ones are to be kept.
  const { active } = await workers.ready;
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) active.postMessage(name);
  }).observe({ type: "resource", buffered: true });
} catch {
  // A browser without workers, or a site without a safe connection: all works as long as the network is on.
}
