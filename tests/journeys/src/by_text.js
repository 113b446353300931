// arguments: a CSS selector, a text. Returns the smallest visible element among the selected that reads the text.
const [css, text] = arguments;
const plain = (string) => string.replace(/\s+/g, " ").trim();
// What lies in a closed fold has a box in Chromium, and is not seen all the same.
const visible = (element) =>
  element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
// What each element reads, by what is seen of it: hidden parts, furigana and code do not count.
const seen = new Map();
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const node = texts.currentNode;
  if (node.parentElement.closest("rt, rp, script, style") || !visible(node.parentElement)) continue;
  for (let each = node.parentElement; each; each = each.parentElement) {
    seen.set(each, (seen.get(each) ?? "") + node.data);
  }
}
const read = (element) => plain(seen.get(element) ?? (element.matches("input") ? element.value : ""));
const wanted = plain(text);
const holding = [...document.querySelectorAll(css)]
  .map((element) => ({ element, words: [read(element), plain(element.getAttribute("aria-label") || "")] }))
  .filter(({ element, words }) => words.some((word) => word.includes(wanted)) && visible(element));
const smallest = (list) => list.filter(({ element }) => !list.some((other) => element !== other.element && element.contains(other.element)));
const exact = holding.filter(({ words }) => words.includes(wanted));
const best = smallest(exact.length > 0 ? exact : holding)[0];
return best ? best.element : null;
