// arguments: the random numbers' state, how many steps. Taps whatever is in sight, goes back and forward, and judges each
// screen. Returns the state to go on with, what was wrong, and the last steps.
const [begin, steps] = arguments;
const LAST = 15;
const WORDS = ["やちん", "母がぼけてきてお金もない", "んんん", "", "ﾔﾁﾝ", "死にたい", "<b>&", "a"];

let state = begin;
/** A number below `limit` (mulberry32). */
const random = (limit) => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
};

const by = (id) => document.getElementById(id);
const seen = (element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
const short = (text) => text.replace(/\s+/g, " ").trim().slice(0, 40);

const thrown = [];
const note = ({ message, reason }) => thrown.push(String(message ?? reason));
addEventListener("error", note);
addEventListener("unhandledrejection", note);
// A dialog of the browser's own would stop everything.
window.print = () => {};

/** An element's text as it is without furigana. */
const plain = (element) => {
  const copy = element.cloneNode(true);
  for (const reading of copy.querySelectorAll("rt")) reading.remove();
  return short(copy.textContent);
};

/** What leads to no other program and does not end this script. */
const tappable = (element) => {
  if (element.id === "leave" || plain(element) === "もう一度読みこむ") return false;
  const link = element.closest("a");
  return !link || link.getAttribute("href").startsWith("#");
};

const headings = () => [...document.querySelectorAll("h1")].filter(seen).map((each) => short(each.textContent));

const judge = () => {
  if (thrown.length > 0) return `thrown: ${thrown.join(" / ")}`;
  if (!by("broken")) return `left for ${location.href}`;
  if (seen(by("broken"))) return "the program broke";
  const standing = headings();
  if (standing.length !== 1) return `headings: ${JSON.stringify(standing)}`;
  if (!seen(document.querySelector(".help"))) return "the numbers for any time are gone";
  const screen = [by("start"), by("app")].filter(seen);
  if (screen.length !== 1) return `${screen.length} screens at once`;
  return screen[0].textContent.trim() === "" ? "an empty screen" : "";
};

/** Goes one step in the browser's history, and waits until it is there; a way that leads nowhere is told. */
const goes = (way) => new Promise((resolve) => {
  const nowhere = setTimeout(() => { thrown.push("a step in the history that led nowhere"); resolve(); }, 10000);
  addEventListener("popstate", () => { clearTimeout(nowhere); resolve(); }, { once: true });
  way();
});

const step = async () => {
  const die = random(12);
  // The start is step 0; what lies before it is no page of ours.
  if (die === 0 && history.state !== 0) {
    await goes(() => history.back());
    return "Back";
  }
  if (die === 1 && navigation.canGoForward) {
    await goes(() => history.forward());
    return "Forward";
  }
  const targets = [...document.querySelectorAll("a[href], button, summary, label, input[type=search], textarea")]
    .filter((each) => tappable(each) && seen(each));
  const target = targets[random(targets.length)];
  const name = `${target.tagName.toLowerCase()} 「${short(target.textContent)}」`;
  if (target.matches("input, textarea")) {
    target.value = WORDS[random(WORDS.length)];
    target.dispatchEvent(new Event("input", { bubbles: true }));
    return `${name} ← ${target.value}`;
  }
  if (target.matches(".back")) {
    await goes(() => target.click());
    return name;
  }
  target.click();
  // A link with `#`, an opened fold: the browser tells of them a little later.
  await new Promise((resolve) => setTimeout(resolve));
  return name;
};

const trail = [];
let wrong = judge();
for (let done = 0; done < steps && !wrong; done += 1) {
  const before = headings()[0];
  trail.push(`${before} → ${await step()}`);
  wrong = judge();
}
removeEventListener("error", note);
removeEventListener("unhandledrejection", note);
return { state, wrong, trail: trail.slice(-LAST) };
