// The switch for furigana in the head of the page. It works before the program arrives and without it; the readings are
// loaded at the first tap. What was chosen stays in memory, and is gone with the page.

const [button, note] = ["furigana", "furigana-note"].map((id) => document.getElementById(id));
let furigana;
let on = false;
let coming = false;
let tries = 0;

async function turn() {
  note.textContent = "";
  // The build gives both files one hash. A browser may keep in mind that an address did not load: the next try has another.
  furigana ??= await import(import.meta.url.replace("-switch", "") + (tries ? `?${tries}` : ""));
  on = !on;
  furigana.hide();
  button.textContent = on ? "ふりがなを消す" : "ふりがなをつける";
  if (on) furigana.show();
}

button.addEventListener("click", async () => {
  // A second tap while the readings are on their way would take them back.
  if (coming) return;
  coming = true;
  try {
    await turn();
  } catch {
    tries += 1;
    // In kana alone: it is for somebody who asked for readings and did not get them.
    note.textContent = "ふりがなをよみこめませんでした。でんぱのよいところで、もういちどおしてください。";
  }
  coming = false;
});
