// A machine that many people use one after the other: a start that anybody sees, no way to other sites, and
// everything wiped when the one before has gone. Anything that somebody does extends the time (WCAG 2.2.1).

const IDLE = 120;
const COUNTDOWN = 30;

const root = document.documentElement;
const began = location.href.split("#")[0];
let last = Date.now();
// Whoever was led here by a link stands before a town already.
let used = location.hash !== "";

function element(tag, properties, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
}

/** All is gone: the button that ends clears what is kept and loads the page anew, and with it the program with its memory. */
function wipe() {
  document.getElementById("leave").click();
}

const attract = element("button", { type: "button", className: "attract" },
  element("strong", { textContent: "画面にさわってください" }),
  element("span", { textContent: "困っていることから、相談できる窓口をさがせます。名前はいりません。" }));
attract.addEventListener("click", () => {
  attract.remove();
  document.querySelector("#start h1")?.focus();
});

const left = element("strong", { className: "left" });
const stay = element("button", { type: "button", className: "go", textContent: "つづける" });
const warning = element("dialog", { className: "idle" },
  element("h2", { textContent: "まだ使っていますか" }),
  element("p", {}, "あと ", left, " 秒で、答えを消して、はじめにもどります。"),
  element("p", { textContent: "画面のどこかにさわると、つづけられます。" }),
  stay);
// Said at the beginning and near the end, not every second.
const spoken = element("p", { className: "visually-hidden" });
spoken.setAttribute("role", "status");
warning.append(spoken);

function extend() {
  last = Date.now();
  used = true;
  if (warning.open) warning.close();
}

function tick() {
  const idle = Math.floor((Date.now() - last) / 1000);
  const rest = IDLE + COUNTDOWN - idle;
  // Nobody has touched a fresh page: nothing to wipe.
  if (!used || attract.isConnected) return;
  if (rest <= 0) wipe();
  else if (idle >= IDLE) {
    if (!warning.open) warning.showModal();
    left.textContent = String(rest);
    if (rest === COUNTDOWN || rest === 10) spoken.textContent = `あと ${rest} 秒です。`;
  }
}

for (const event of ["pointerdown", "keydown", "scroll", "input"]) {
  addEventListener(event, extend, { capture: true, passive: true });
}
warning.addEventListener("cancel", extend);

// No other site and no telephone: the number stays to be read.
function keepHere() {
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.hash || link.id === "leave") continue;
    if (link.origin === location.origin) {
      // The way back to the start leads to the kiosk's.
      link.href = began;
    } else {
      const text = element("span", { className: link.className });
      text.append(...link.childNodes);
      link.replaceWith(text);
    }
  }
}
new MutationObserver(keepHere).observe(document.body, { childList: true, subtree: true });
keepHere();

document.querySelector("#start h1")?.setAttribute("tabindex", "-1");
document.body.append(warning);
if (!location.hash) document.body.append(attract);
setInterval(tick, 1000);
