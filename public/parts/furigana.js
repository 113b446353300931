// Furigana: lays readings over the kanji of all that is on the page, and over whatever the app puts there later.
// Loaded only when somebody asks for it; that somebody did is kept for this tab alone, with the rest of the look. How a reading is laid over a text is held to one meaning with
// the crate `catalog` by crates/catalog/tests/data/furigana.tsv; the readings themselves come from catalog/lang/readings.csv.

import { keep } from "./look.js";

/** A word a line: the word, then a reading for each of its runs of kanji. The build puts the table here. */
const TABLE = "";

const HAN = /\p{Script=Han}/u;
/** Kanji, and the digits with which a word begins before kanji; a small ヶ is read with them. */
const RUNS = /(^[0-9]+[ヵヶ\p{Script=Han}]+|[ヵヶ\p{Script=Han}]+)/u;
const DIGIT = /[0-9]/;
/** Where no reading can stand, or stands already. */
const LEFT_OUT = "script, style, noscript, textarea, select, .furigana";

let words;
let longest;

/** Takes a table of words in place of the one before. */
export function learn(table) {
  words = new Map(table.split("\n").map((line) => line.split(" ")).map(([word, ...readings]) => [word, readings]));
  longest = Math.max(...[...words.keys()].map((word) => word.length));
}

/** The longest word that stands at a place. Within a number none begins; `#` marks words that follow a digit. */
function wordAt(text, at) {
  const counted = DIGIT.test(text.charAt(at - 1));
  if (counted && DIGIT.test(text[at])) return null;
  for (let end = Math.min(at + longest, text.length); end > at; end -= 1) {
    const word = text.slice(at, end);
    const readings = (counted && words.get(`#${word}`)) || words.get(word);
    if (readings) return { word, readings };
  }
  return null;
}

/** A text in parts: plain strings, and pairs of kanji and their reading. */
export function lay(text) {
  const parts = [""];
  const plain = (string) => {
    if (typeof parts.at(-1) === "string") parts.push(parts.pop() + string);
    else parts.push(string);
  };
  for (let at = 0; at < text.length; ) {
    const found = wordAt(text, at);
    if (found) {
      let next = 0;
      found.word.split(RUNS).forEach((run, place) => {
        const reading = place % 2 && found.readings[next++];
        if (reading) parts.push([run, reading]);
        else if (run) plain(run);
      });
    } else {
      plain(text[at]);
    }
    at += found ? found.word.length : 1;
  }
  return parts;
}

const element = (tag, ...children) => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};

/** Kanji with their reading, which is for the eye alone: a screen reader would say everything twice. */
function ruby([kanji, reading]) {
  const over = element("rt", reading);
  over.setAttribute("aria-hidden", "true");
  return element("ruby", kanji, over);
}

/** The texts that the page had, by what stands in their place: one element for each, since some are parts of a flex box. */
const originals = new WeakMap();
/** And the other way round: the program may go on writing into a text that it has put there. */
const inPlace = new WeakMap();

function write() {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (HAN.test(text.data) && !text.parentElement.closest(LEFT_OUT)) texts.push(text);
  }
  for (const text of texts) {
    const parts = lay(text.data);
    if (parts.length > 1) {
      const span = element("span", ...parts.map((part) => (typeof part === "string" ? part : ruby(part))));
      span.className = "furigana";
      originals.set(span, text);
      inPlace.set(text, span);
      text.replaceWith(span);
      watcher.observe(text, { characterData: true });
    }
  }
  // What was written just now is no news.
  watcher.takeRecords();
}

const watcher = new MutationObserver((news) => {
  // What stands in the place of a text that has changed is of yesterday.
  for (const { target } of news) inPlace.get(target)?.replaceWith(target);
  write();
});

/** Lays readings over the page from now on. */
export function show() {
  if (!words) learn(TABLE);
  watcher.observe(document.body, { childList: true, characterData: true, subtree: true });
  write();
}

/** Takes all readings away: the page has the very texts again that it had. */
export function hide() {
  watcher.disconnect();
  for (const span of document.querySelectorAll(".furigana")) span.replaceWith(originals.get(span));
}

let on = false;

/** The switch: readings on, readings off. */
export default function turn(button) {
  on = !on;
  hide();
  button.setAttribute("aria-pressed", String(on));
  if (on) show();
  document.documentElement.classList.toggle("yomi", on);
  keep();
}
