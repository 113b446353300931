// The look of the text: its size and its colours, as a panel below the switches of the head. What is chosen is kept for this tab
// alone; before the next page is painted, a script of the page itself puts it there (crates/pages/src/look.js).

const KEPT = "madoguchi-look";
const SIZES = { title: "文字の大きさ", of: { "": "100%", "size-125": "125%", "size-150": "150%", "size-200": "200%" } };
const COLOURS = { title: "色", of: { "": "端末と同じ", light: "明るい", dark: "暗い", contrast: "くっきり" } };

const root = document.documentElement;

/** The classes of the page that are kept. */
const KNOWN = [...Object.keys(SIZES.of), ...Object.keys(COLOURS.of), "yomi"].filter(Boolean);

/** Keeps what the page looks like now; where storage is blocked it holds as long as the page. */
export function keep() {
  const chosen = KNOWN.filter((name) => root.classList.contains(name));
  try {
    if (chosen.length) sessionStorage.setItem(KEPT, chosen.join(" "));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Nothing is kept.
  }
}

const element = (tag, properties, ...inside) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
};

/** A row of which one counts. */
function row({ title, of }) {
  const names = Object.keys(of);
  const choose = (name) => {
    root.classList.remove(...names.filter(Boolean));
    if (name) root.classList.add(name);
    keep();
    mark();
  };
  const buttons = names.map((name) => element("button", { type: "button", textContent: of[name], onclick: () => choose(name) }));
  const mark = () => {
    const now = names.find((name) => name && root.classList.contains(name)) ?? "";
    buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(names[place] === now)));
  };
  mark();
  const group = element("div", {}, ...buttons);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", title);
  return [element("p", { textContent: title }), group];
}

let panel;

/** Opens and closes the panel. */
export default function turn(button) {
  if (!panel) {
    panel = element("div", { className: "tools-panel", hidden: true }, ...row(SIZES), ...row(COLOURS));
    panel.setAttribute("role", "region");
    panel.setAttribute("aria-label", "文字の大きさと色");
    button.parentElement.after(panel);
  }
  panel.hidden = !panel.hidden;
  button.setAttribute("aria-expanded", String(!panel.hidden));
}
