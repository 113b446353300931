// arguments: a CSS selector, a text. Returns the smallest visible element among the selected that reads the text.
const [css, text] = arguments;
const plain = (string) => string.replace(/\s+/g, " ").trim();
const read = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("rt, rp, script, style").forEach((each) => each.remove());
  return plain(copy.textContent || element.value || "");
};
const visible = (element) =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
const wanted = plain(text);
const holding = [...document.querySelectorAll(css)]
  .map((element) => ({ element, words: [read(element), plain(element.getAttribute("aria-label") || "")] }))
  .filter(({ element, words }) => words.some((word) => word.includes(wanted)) && visible(element));
const smallest = (list) => list.filter(({ element }) => !list.some((other) => element !== other.element && element.contains(other.element)));
const exact = holding.filter(({ words }) => words.includes(wanted));
const best = smallest(exact.length > 0 ? exact : holding)[0];
return best ? best.element : null;
