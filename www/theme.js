// From the colours a host page gives the widget, whether people can read it; when they cannot, it keeps its own.

const TEXT = 4.5;
const CONTROL = 3;

// What the styles draw, on what. The focus has no pair of its own: its line of ink is held by the texts, and
// --pn-focus is the glow around it.
export const PAIRS = [
  ...pairs("encre", TEXT, ["papier", "carte", "teinte-pale", "oui-pale", "attention-pale", "calme-pale"]),
  ...pairs("encre-2", TEXT, ["papier", "carte", "teinte-pale", "calme-pale"]),
  ...pairs("teinte", TEXT, ["papier", "carte", "teinte-pale"]),
  ...pairs("sur-teinte", TEXT, ["teinte"]),
  ...pairs("oui", TEXT, ["oui-pale"]),
  ...pairs("attention", TEXT, ["attention-pale", "papier", "carte"]),
  ...pairs("calme", TEXT, ["calme-pale"]),
  ...pairs("bord", CONTROL, ["papier", "carte"]),
];

function pairs(drawn, least, behind) {
  return behind.map((name) => ({ drawn: `--pn-${drawn}`, behind: `--pn-${name}`, least }));
}

const NOT_COLOURS = ["--pn-rayon", "--pn-police"];

/** Watches the colours of one widget, from its start to its end. */
export class Theme {
  #host;
  #refusal;
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #shown = new ResizeObserver(() => {
    this.#shown.disconnect();
    this.check();
  });

  /** @param {CSSStyleSheet} tokens the sheet whose :host rule holds the widget's own colours */
  constructor(host, tokens) {
    this.#host = host;
    this.#refusal = own(tokens);
    this.#dark.addEventListener("change", this.check);
    this.check();
  }

  /** Accepts the theme as it is now, or refuses it whole and says why. */
  check = () => {
    // A colour mixed with itself comes out as numbers in sRGB, even from oklch(). Older browsers are not asked:
    // whoever makes a theme has another one.
    if (!CSS.supports("color", "color-mix(in srgb, red, red)")) return;
    // In Firefox nothing has a colour in a frame that is not on screen, or not yet: they are read once it is.
    if (!getComputedStyle(this.#host).color) return this.#shown.observe(this.#host);
    const root = this.#host.shadowRoot;
    const sheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#refusal);
    root.adoptedStyleSheets = sheets;
    const faults = unreadable(this.#host);
    if (faults.length === 0) return;
    root.adoptedStyleSheets = [...sheets, this.#refusal];
    const lines = faults.map(
      ({ drawn, behind, ratio, least }) => `  ${drawn} sur ${behind} : ${french(ratio)}:1 ; attendu : ${french(least)}:1 au moins`,
    );
    console.error(`pass-numerique : thème refusé, le test garde ses couleurs\n${lines.join("\n")}`);
  };

  stop() {
    this.#dark.removeEventListener("change", this.check);
    this.#shown.disconnect();
  }
}

/** The widget's own colours once more, but important: inside a shadow root, that beats any rule of the page. */
function own(tokens) {
  const { style } = [...tokens.cssRules].find((rule) => rule.selectorText === ":host");
  const sheet = new CSSStyleSheet();
  sheet.insertRule(":host {}");
  for (const name of style) {
    if (!name.startsWith("--pn-") || NOT_COLOURS.includes(name)) continue;
    sheet.cssRules[0].style.setProperty(name, style.getPropertyValue(name), "important");
  }
  return sheet;
}

/** The pairs that are too pale, as they are on screen at this moment. */
function unreadable(host) {
  const names = [...new Set(PAIRS.flatMap(({ drawn, behind }) => [drawn, behind]))];
  const under = beneath(host);
  const [canvas, ...seen] = resolve(host.shadowRoot, ["Canvas", ...under, ...names.map((name) => `var(${name})`)]);
  const page = seen.slice(0, under.length).reduce((below, layer) => lay(layer, below), canvas);
  const colour = new Map(names.map((name, rank) => [name, seen[under.length + rank]]));
  const paper = lay(colour.get("--pn-papier"), page);
  return PAIRS.map((pair) => {
    const ground = lay(colour.get(pair.behind), paper);
    return { ...pair, ratio: contrast(lay(colour.get(pair.drawn), ground), ground) };
  }).filter(({ ratio, least }) => ratio < least);
}

/** The backgrounds of the page under the widget, the farthest first: a theme may let them through. */
function beneath(host) {
  const layers = [];
  for (let node = host; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
    layers.unshift(getComputedStyle(node).backgroundColor);
  }
  return layers;
}

/** What the browser itself makes of these colours, whatever their syntax: red, green, blue, opacity, from 0 to 1. */
function resolve(root, colours) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    .sonde { forced-color-adjust: none; }
    .sonde:not(:first-child) { color-scheme: var(--_clair, light) var(--_sombre, dark); color: var(--pn-encre); }
    ${colours.map((c, rank) => `.sonde:nth-child(${rank + 1}) { background: color-mix(in srgb, ${c}, ${c}); }`).join("\n")}
  `);
  const probes = document.createElement("div");
  probes.hidden = true;
  probes.append(...colours.map(() => document.createElement("i")));
  for (const probe of probes.children) probe.className = "sonde";
  root.append(probes);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const seen = [...probes.children].map((probe) => numbers(getComputedStyle(probe).backgroundColor));
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  probes.remove();
  return seen;
}

/** From `color(srgb 0.1 none 1 / 0.5)`; what is no colour is `rgba(0, 0, 0, 0)`. */
function numbers(computed) {
  const [red, green, blue, opacity = 1] = computed.replace(/none/g, "0").match(/-?\d*\.?\d+(e-?\d+)?/g).map(Number);
  return [...[red, green, blue].map((part) => Math.min(1, Math.max(0, part))), opacity];
}

/** A colour that lets some of what is below through, as it is seen on it. */
function lay(colour, below) {
  const opacity = colour[3];
  return [...[0, 1, 2].map((i) => colour[i] * opacity + below[i] * (1 - opacity)), 1];
}

/** WCAG 2: from 1 to 21. */
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Rounded down: 4,499 is not « 4,5 ». */
const french = (ratio) => String(Math.floor(ratio * 100) / 100).replace(".", ",");
