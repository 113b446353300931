// A machine that many people use one after the other: a start that anybody sees, links that are none, and a warning before
// everything is wiped. What must hold without this file stands in index.html: no link leads out, and nothing stays when nobody
// has touched anything for so long. Anything that somebody does extends the time (WCAG 2.2.1).

const IDLE = 120;
const COUNTDOWN = 30;
const AGAIN = 30000;

const began = location.href.split("#")[0];

function element(tag, properties, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
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
  if (warning.open) warning.close();
}

function tick() {
  const rest = IDLE + COUNTDOWN - page.idle();
  if (rest > COUNTDOWN || attract.isConnected) return;
  if (!warning.open) warning.showModal();
  left.textContent = String(Math.max(rest, 0));
  if (rest === COUNTDOWN || rest === 10) spoken.textContent = `あと ${rest} 秒です。`;
}

// The page itself has heard of it already, and counts anew.
for (const event of ["pointerdown", "keydown", "scroll", "input"]) {
  addEventListener(event, extend, { capture: true, passive: true });
}

// A number and an address of another site are there to be read.
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

// The codes beside the numbers.
const codes = () => page.load("share-box").catch(() => setTimeout(codes, AGAIN));
codes();
