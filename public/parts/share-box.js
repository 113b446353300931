// <share-box data-text="asaka;1;…">: sends a link with the answers behind `#`, by the phone's own way of
// sharing, by copying, or as a QR code. <qr-code data-text="…"> draws one.
// Nothing here makes a request but for the drawing of the code, which is a file of this site; where that does not come, it is
// said, and the next tap asks for it again.

const SHOW = "QRコードを出す";
const NOT_SHOWN = "QRコードを出せませんでした。電波のよい所で、もう一度おしてください。";

let drawing;
/** What draws codes, loaded once for all that stand on a screen. */
const drawn = () => {
  drawing ??= page.load("qr").then(async (part) => {
    await part.default();
    return part;
  }).catch((fault) => {
    drawing = null;
    throw fault;
  });
  return drawing;
};

const telling = () => {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  return said;
};

const button = (text, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
};

class ShareBox extends HTMLElement {
  static observedAttributes = ["data-text"];

  connectedCallback() {
    this.draw();
  }

  /** Another link: what was shown of the one before goes. */
  attributeChangedCallback() {
    if (this.isConnected) this.draw();
  }

  draw() {
    const address = new URL(location.pathname, location.origin);
    address.hash = this.dataset.text;
    const link = address.href;
    const said = telling();
    const row = document.createElement("div");
    row.className = "pair";
    const kiosk = "kiosk" in document.documentElement.dataset;
    if (!kiosk && navigator.share) {
      row.append(button("送る", () => {
        // Who closes the phone's own list of ways has decided so: nothing to say.
        navigator.share({ title: "まどぐちナビ", url: link }).catch(() => {});
      }));
    }
    if (!kiosk) {
      row.append(button("リンクを写す（コピー）", async () => {
        try {
          await navigator.clipboard.writeText(link);
          said.textContent = "写しました。メールなどに、はりつけて送れます。";
        } catch {
          said.textContent = link;
        }
      }));
    }
    row.append(button(SHOW, async ({ currentTarget }) => {
      const code = document.createElement("qr-code");
      code.dataset.text = link;
      said.textContent = "";
      try {
        const isCode = await code.draw();
        currentTarget.replaceWith(code);
        if (isCode) said.textContent = "ほかのスマホのカメラで読み取ると、同じ案内が出ます。";
      } catch {
        said.textContent = NOT_SHOWN;
      }
    }));
    this.replaceChildren(row, said);
  }
}

class QrCode extends HTMLElement {
  async connectedCallback() {
    if (this.firstElementChild) return;
    try {
      await this.draw();
    } catch {
      const said = telling();
      this.append(button(SHOW, async () => {
        said.textContent = "";
        await this.draw().catch(() => { said.textContent = NOT_SHOWN; });
      }), said);
    }
  }

  /** Draws the code; false if the text is too long for one. */
  async draw() {
    const { squares } = await drawn();
    const path = squares(this.dataset.text);
    if (!path) {
      this.textContent = "長すぎて、QRコードにできません。";
      return false;
    }
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    const [size, shape] = path.split("|");
    svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
    const squared = document.createElementNS(space, "path");
    squared.setAttribute("d", shape);
    svg.append(squared);
    this.setAttribute("role", "img");
    this.setAttribute("aria-label", "QRコード");
    this.replaceChildren(svg);
    return true;
  }
}

customElements.define("qr-code", QrCode);
customElements.define("share-box", ShareBox);
