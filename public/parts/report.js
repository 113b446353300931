// «This number is wrong»: a text about the page or about one window, with the window's id and the catalog's version, put
// together on this device and opened in its place. Whoever wants to sends it by mail, or prints or copies it and hands it in:
// nothing is sent by itself.

const element = (tag, properties, ...inside) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
};
const button = (className, textContent, onclick) => element("button", { type: "button", className, textContent, onclick });

/** What is written of it; `about` is the window, a line each for its name, its id and its number. */
function written(about, town) {
  const lines = ["まどぐちナビの案内に、ちがうところがあります。", ""];
  if (town) lines.push(`町: ${town.dataset.town}`);
  const [name, id, number] = about ? about.split("\n") : [];
  if (name) lines.push(`窓口: ${name}（${id}）`);
  if (number) lines.push(`電話: ${number}`);
  if (town) lines.push(`窓口の情報の版: ${town.dataset.version}`);
  return [...lines, "", "ちがうところ: ", "正しいこと（分かるとき）: ", ""].join("\n");
}

/** The way to whoever keeps the page. */
function way(contact, text) {
  const link = (href, textContent) => element("a", { className: "go", href, textContent, rel: "noreferrer noopener" });
  if (/^https?:/.test(contact)) return link(contact, "知らせるページを開く");
  if (!contact.includes("@")) return link(`tel:${contact.replaceAll("-", "")}`, `${contact} に電話する`);
  const mail = link(`mailto:${contact}`, "メールを書く");
  // What was added to the text goes along.
  mail.onclick = () => {
    const parts = { subject: "まどぐちナビの案内について", body: text.value };
    mail.href = `mailto:${contact}?${Object.entries(parts).map((pair) => pair.map(encodeURIComponent).join("=")).join("&")}`;
  };
  return mail;
}

/** Prints the text and nothing else of the page. */
function printed(text) {
  const slip = element("pre", { className: "slip", textContent: text.value });
  document.body.append(slip);
  addEventListener("afterprint", () => slip.remove(), { once: true });
  print();
}

async function copied(text, told) {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    told.textContent = "写しました。";
  } catch {
    told.textContent = "文をえらびました。指で長くおすと、写せます。";
  }
}

function form(asked) {
  const kiosk = "kiosk" in document.documentElement.dataset;
  const town = [...document.querySelectorAll("[data-version]")].find((each) => !each.hidden);
  // No kiosk leads anywhere.
  const contact = (!kiosk && town?.dataset.contact) || "";
  const text = element("textarea", { rows: 9, value: written(asked.dataset.about, town) });
  text.setAttribute("aria-label", "知らせる文");
  const told = element("p", { className: "hint" });
  told.setAttribute("role", "status");
  const lead = contact
    ? "下の文に、ちがうところを書いてください。あなたが送るまで、どこにも送りません。"
    : "下の文に、ちがうところを書いて、印刷するか写して、窓口でわたせます。どこにも送りません。";
  const ways = element("p", { className: "pair" });
  if (contact) ways.append(way(contact, text));
  ways.append(button("quiet", "印刷する", () => printed(text)));
  if (!kiosk) ways.append(button("quiet", "文を写す", () => copied(text, told)));
  return element("section", { className: "report" }, element("p", { textContent: lead }), text, ways, told);
}

/** Opens the text below what was tapped, and closes it. */
export default function turn(asked) {
  const below = asked.nextElementSibling;
  if (below?.className === "report") {
    below.remove();
    return;
  }
  const opened = form(asked);
  asked.after(opened);
  opened.querySelector("textarea").focus();
}
