// <share-box data-text="asaka;1;…">: sends a link with the answers behind `#`, by the phone's own way of
// sharing, by copying, or as a QR code. <qr-code data-text="…"> draws one.
// Nothing here makes a request but for the drawing of the code, which is a file of this site.

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
    const said = document.createElement("p");
    said.setAttribute("role", "status");
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
    row.append(button("QRコードを出す", ({ currentTarget }) => {
      const code = document.createElement("qr-code");
      code.dataset.text = link;
      currentTarget.replaceWith(code);
      said.textContent = "ほかのスマホのカメラで読み取ると、同じ案内が出ます。";
    }));
    this.replaceChildren(row, said);
  }
}

class QrCode extends HTMLElement {
  async connectedCallback() {
    if (this.firstElementChild) return;
    this.setAttribute("role", "img");
    this.setAttribute("aria-label", "QRコード");
    const { default: begin, squares } = await import("./qr.js");
    await begin();
    const path = squares(this.dataset.text);
    if (!path) {
      this.removeAttribute("role");
      this.textContent = "長すぎて、QRコードにできません。";
      return;
    }
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    const [size, shape] = path.split("|");
    svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
    const drawn = document.createElementNS(space, "path");
    drawn.setAttribute("d", shape);
    svg.append(drawn);
    this.append(svg);
  }
}

customElements.define("qr-code", QrCode);
customElements.define("share-box", ShareBox);
