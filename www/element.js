// What a widget is made of once all is loaded: the screens drawn by the engine, the colours, the paper and the
// steps of the browser's history. One for each life of the element.

import { Widget, initSync } from "engine";
import { MODES } from "modes";
import { engine } from "./engine.js";
import { fitOnOnePage, printAlone } from "./print.js";
import { Steps } from "./steps.js";
import { STYLES } from "./styles.js";
import { Theme } from "./theme.js";
import { awaited, words } from "./words.js";

// In the order of the cascade; the first holds the colours. Shared by all the widgets of the page.
const sheets = STYLES.map(adopted);

function adopted(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** The sheets of a mode: its own come before those of paper, the last two. */
function sheetsOf({ styles }) {
  return [...sheets.slice(0, -2), ...styles.map(adopted), ...sheets.slice(-2)];
}

/** The page's address without what a link to the test adds to it, `pn-…`; undefined where it can't be shared. */
function address() {
  const url = new URL(location);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (name.startsWith("pn-")) url.searchParams.delete(name);
  return url.protocol.startsWith("http") ? url.href : undefined;
}

/** What may begin, or end, something to lose. */
const WATCHED = ["click", "submit", "change", "paste", "drop"];

/**
 * Makes ready what a first screen needs: the engine, and its words when they are in another file.
 * @param {(file) => Promise} part gives a file that this script names
 * @param {Promise<BufferSource | undefined>} bytes the WebAssembly that goes with this script, where it may run
 * @param {string} [tag] the language asked for
 * @returns {Promise<(element: HTMLElement, options: object) => Life>} what begins a life
 */
export async function prepare(part, bytes, tag) {
  const [module, first] = await Promise.all([engine(part, bytes), awaited(tag) ? words(part) : undefined]);
  return (element, options) => new Life(element, module, options, first, () => words(part));
}

class Life {
  #element;
  #widget;
  #theme;
  #steps;
  #script;
  #later;
  #leaving = false;
  #over = false;

  /**
   * Mounts the widget in the shadow root of its element, and tells nobody: `announce` does.
   * @param {HTMLElement} element
   * @param {WebAssembly.Module | Function} module the engine that goes with this script
   * @param {object} options what the element cannot tell by itself
   * @param {[string, string][]} [first] the words of other languages, when the first screen is in one of them
   * @param {() => Promise<[string, string][]>} later gives them, once the first screen is there
   */
  constructor(element, module, options, first, later) {
    initSync({ module });
    const root = element.shadowRoot;
    const mode = Object.hasOwn(MODES, options.mode) ? MODES[options.mode] : undefined;
    root.adoptedStyleSheets = mode ? sheetsOf(mode) : sheets;
    this.#element = element;
    this.#widget = new (mode?.Widget ?? Widget)(element, root, {
      ...options,
      niveauDeTitre: Number(element.getAttribute("heading-level")) || 2,
      portail: element.getAttribute("portail") ?? undefined,
      contact: element.getAttribute("contact") ?? undefined,
      adresse: address(),
    });
    if (first) this.#offer(first);
    else this.#later = later;
    this.#theme = new Theme(element, sheets[0]);
    this.#script = mode?.Script && new mode.Script(root, this.#widget);
    if (element.getAttribute("historique") !== "non") {
      const widget = this.#widget;
      this.#steps = new Steps(() => widget.pas, (step) => widget.allerAuPas(step));
    }
    root.addEventListener("click", this.#send);
    for (const type of WATCHED) root.addEventListener(type, this.#watch);
    // Before the button itself hears of it.
    root.addEventListener("click", this.#prepare, { capture: true });
    addEventListener("beforeprint", this.#fit);
  }

  announce() {
    this.#widget.annoncer();
    this.#later?.().then(this.#offer);
  }

  #offer = (languages) => {
    if (this.#over) return;
    for (const [tag, words] of languages) this.#widget.offrirLaLangue(tag, words);
  };

  stop() {
    this.#over = true;
    const root = this.#element.shadowRoot;
    root.removeEventListener("click", this.#send);
    for (const type of WATCHED) root.removeEventListener(type, this.#watch);
    root.removeEventListener("click", this.#prepare, { capture: true });
    removeEventListener("beforeprint", this.#fit);
    removeEventListener("beforeunload", this.#guard);
    this.#theme.stop();
    this.#steps?.stop();
    this.#script?.stop();
    const widget = this.#widget;
    widget.demonter();
    // Not at once: one of its methods may be telling the event that stops it.
    queueMicrotask(() => widget.free());
  }

  get demande() {
    return this.#widget.demande;
  }

  get bilan() {
    return this.#widget.bilan;
  }

  /** True when what an attribute says now needs no new start. */
  takes(attribute, value) {
    if (attribute === "theme") this.#theme.check();
    else if (attribute === "lang") this.#widget.langue = value ?? "fr";
    else return false;
    return true;
  }

  recommencer() {
    this.#widget.recommencer();
    this.#script?.forget();
    this.#steps?.follow();
    removeEventListener("beforeunload", this.#guard);
  }

  imprimer() {
    printAlone(this.#element);
    this.#widget.imprimer();
  }

  /**
   * A sandbox without `allow-forms` never says that a form is sent, and the test sends none: its button says it. The
   * key Enter in a field clicks on that button.
   */
  #send = (event) => {
    const submitter = event.target.closest("button[type=submit]");
    if (!submitter?.form || event.defaultPrevented) return;
    event.preventDefault();
    submitter.form.dispatchEvent(new SubmitEvent("submit", { submitter, bubbles: true, cancelable: true }));
  };

  /** The browser asks before it leaves a page with answers in it, which are kept nowhere. */
  #watch = (event) => {
    // Following one of our links is meant.
    this.#leaving = event.composedPath().some((node) => node.localName === "a");
    // The counter loses all on purpose, twenty times a day.
    const kept = this.#widget.entame && !this.#script;
    (kept ? addEventListener : removeEventListener)("beforeunload", this.#guard);
    this.#steps?.follow();
  };

  #guard = (event) => {
    if (!this.#leaving) event.preventDefault();
  };

  /** What our button prints is the widget alone, without the page around. */
  #prepare = (event) => {
    if (event.target.closest("[data-action^=imprimer]")) printAlone(this.#element);
  };

  #fit = () => fitOnOnePage(this.#element.shadowRoot);
}
