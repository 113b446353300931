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
  const screen = ["broken", "app", "start", "main"].map((id) => document.getElementById(id))
    .find((part) => part && !part.hidden);
  const copy = screen.cloneNode(true);
  for (const part of copy.querySelectorAll("rt, rp, [hidden], .count")) part.remove();
  for (const part of copy.querySelectorAll("details:not([open]) > :not(summary)")) part.remove();
  for (const block of copy.querySelectorAll("h1, h2, h3, p, li, dt, dd, label, button, a, summary")) block.append("。");
  return copy.textContent.split(/。+/).map((text) => text.trim()).filter(Boolean);
}

/** Beside the button's picture. */
const say = (button, text) => { button.lastElementChild.textContent = text; };

let watch = null;

function stop(button) {
  speechSynthesis.cancel();
  watch?.disconnect();
  watch = null;
  button.setAttribute("aria-pressed", "false");
  say(button, "聞く");
}

export default async function speak(button) {
  if (watch) {
    stop(button);
    return;
  }
  if (!("speechSynthesis" in window)) {
    say(button, "このブラウザーでは読み上げられません");
    return;
  }
  const [voice] = await voices();
  if (!voice) {
    say(button, "この端末には、日本語の声がありません");
    return;
  }
  watch = new MutationObserver(() => stop(button));
  // A page of lists has one screen.
  for (const id of ["stage", "start", "app", "asker", "loading"]) {
    const part = document.getElementById(id);
    if (part) watch.observe(part, { attributeFilter: ["hidden"], childList: id === "stage" });
  }
  addEventListener("pagehide", () => stop(button), { once: true });
  button.setAttribute("aria-pressed", "true");
  say(button, "止める");
  const sentences = words();
  sentences.forEach((text, place) => {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = "ja-JP";
    if (place === sentences.length - 1) said.onend = () => { if (watch) stop(button); };
    speechSynthesis.speak(said);
  });
}
