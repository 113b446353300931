// Reads the screen aloud, with voices of this device only: a remote voice would send the text away.
// Never begins by itself, and stops when the screen changes or is left.

const LONGEST_WAIT = 1500;

/** The Japanese voices that speak without a network; they may come late. */
async function voices() {
  const local = () => speechSynthesis.getVoices()
    .filter((voice) => voice.localService && /^ja\b/i.test(voice.lang));
  if (local().length === 0) {
    await new Promise((done) => {
      speechSynthesis.addEventListener("voiceschanged", done, { once: true });
      setTimeout(done, LONGEST_WAIT);
    });
  }
  return local();
}

/** What is seen of the screen, heading first, without readings (they would be said twice). */
function words() {
  const screen = ["broken", "app", "start"].map((id) => document.getElementById(id))
    .find((part) => part && !part.hidden);
  const copy = screen.cloneNode(true);
  for (const part of copy.querySelectorAll("rt, rp, [hidden], .count")) part.remove();
  for (const part of copy.querySelectorAll("details:not([open]) > :not(summary)")) part.remove();
  for (const block of copy.querySelectorAll("h1, h2, h3, p, li, dt, dd, label, button, a, summary")) block.append("。");
  return copy.textContent.split(/。+/).map((text) => text.trim()).filter(Boolean);
}

let watch = null;

function stop(button) {
  speechSynthesis.cancel();
  watch?.disconnect();
  watch = null;
  button.setAttribute("aria-pressed", "false");
  button.textContent = "読み上げる";
}

export default async function speak(button) {
  if (watch) {
    stop(button);
    return;
  }
  if (!("speechSynthesis" in window)) {
    button.textContent = "このブラウザーでは読み上げられません";
    return;
  }
  const [voice] = await voices();
  if (!voice) {
    button.textContent = "この端末には、日本語の声がありません";
    return;
  }
  watch = new MutationObserver(() => stop(button));
  watch.observe(document.getElementById("stage"), { childList: true });
  for (const id of ["start", "app", "asker", "loading"]) {
    watch.observe(document.getElementById(id), { attributeFilter: ["hidden"] });
  }
  addEventListener("pagehide", () => stop(button), { once: true });
  button.setAttribute("aria-pressed", "true");
  button.textContent = "読み上げを止める";
  const sentences = words();
  sentences.forEach((text, place) => {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = "ja-JP";
    if (place === sentences.length - 1) said.onend = () => { if (watch) stop(button); };
    speechSynthesis.speak(said);
  });
}
