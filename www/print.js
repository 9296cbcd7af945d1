// The sheet on paper: alone, and on one page where it can be read so.

const MARK = "data-pass-numerique-print";

// What is important in a layer wins over what is important outside one: rules of the page can't undo this. The
// boxes around the widget vanish, and with them their margins, columns and widths.
const CSS = `
  @page { margin: 12mm 14mm; }
  @layer pass-numerique-print {
    @media print {
      :not([${MARK}], :has([${MARK}])) { display: none !important; }
      :has([${MARK}]) { display: contents !important; }
      :root, [${MARK}] { all: initial !important; display: block !important; }
    }
  }`;

let undo;

/** To be called just before `print()`; undone by itself after it. The page's own printing stays as it is. */
export function printAlone(element) {
  undo?.();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  // :has() does not see through a shadow root or a slot: each on the way has its own mark and sheet.
  const marked = [element];
  const roots = [];
  for (let node = element; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
    if (node.assignedSlot) marked.push(node.assignedSlot);
    if (node.host) marked.push(node.host);
    if ("adoptedStyleSheets" in node) roots.push(node);
  }
  for (const one of marked) one.setAttribute(MARK, "");
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  undo = () => {
    for (const one of marked) one.removeAttribute(MARK);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    undo = undefined;
  };
  addEventListener("afterprint", () => undo?.(), { once: true });
}

// In points, the largest first.
const SIZES = Array.from({ length: 13 }, (_, rank) => 11 - rank / 4);
// What the margins above leave of A4, and some blank for what a printer rounds.
const PAGE = { inlineSize: "182mm", blockSize: "268mm" };

/** Gives each sheet of this root the largest text that holds on one page. */
export function fitOnOnePage(root) {
  const sheets = [...root.querySelectorAll(".fiche")];
  if (sheets.length === 0) return;
  // Out of sight and out of the widget, which has the width of the screen.
  const page = root.appendChild(root.querySelector(".pn").cloneNode(false));
  Object.assign(page.style, { position: "fixed", visibility: "hidden", padding: "0", border: "0", ...PAGE });
  // The sheets of a class are much alike: what one holds with is tried first for the next.
  let last = 0;
  for (const sheet of sheets) {
    const copy = page.appendChild(sheet.cloneNode(true));
    copy.style.display = "block";
    const fits = (rank) => {
      copy.style.fontSize = `${SIZES[rank]}pt`;
      return copy.offsetHeight <= page.clientHeight;
    };
    const larger = SIZES.findIndex((_, rank) => (rank < last ? false : fits(rank)));
    let rank = larger;
    while (rank === last && rank > 0 && fits(rank - 1)) last = rank -= 1;
    if (rank >= 0) last = rank;
    // Too much for one page: no need then for a small text.
    sheet.style.fontSize = rank >= 0 ? `${SIZES[rank]}pt` : "";
    copy.remove();
  }
  page.remove();
}
