// What a page of lists, which has no program, does where there is a script: the switches in its head (each comes when it is
// tapped; in the app's own page index.html does the same), the box that looks through the list, and folds that open for whom
// a link leads into them.

const note = document.getElementById("part-note");
const load = async (button) => {
  note.textContent = "";
  try {
    const part = await import(`./${button.dataset.part}.js`);
    await part.default(button);
  } catch {
    // In kana: it may be for somebody who asked for readings and did not get them.
    note.textContent = "よみこめませんでした。でんぱのよいところで、もういちどおしてください。";
  }
};
addEventListener("click", ({ target }) => {
  const button = target.closest("[data-part]");
  if (button) load(button);
});
if (document.documentElement.classList.contains("yomi")) load(document.querySelector("[data-part=furigana]"));

/** In hiragana, and in Unicode's compatibility form. */
const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

const box = document.getElementById("find");
if (box) {
  const found = document.getElementById("found");
  const rows = [...document.querySelectorAll("[data-words]")].map((row) => [row, plain(row.dataset.words)]);
  const folds = [...document.querySelectorAll("details.field")];
  const look = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      count += !row.hidden;
    }
    for (const fold of folds) {
      fold.hidden = !fold.querySelector("[data-words]:not([hidden])");
      fold.open = words.length > 0;
    }
    found.textContent = count ? "" : found.dataset.none;
  };
  box.closest("[hidden]").hidden = false;
  box.oninput = look;
}

const open = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target?.querySelector("details") ?? target; fold; fold = fold.parentElement) {
    if (fold.tagName === "DETAILS") fold.open = true;
  }
  target?.scrollIntoView();
};
addEventListener("hashchange", open);
if (location.hash) open();
