// The custom element: one shadow root, the style sheets and the WebAssembly module, then Rust takes over.
//
// Until it is ready, and whenever it cannot be, the light DOM shows through a slot: people read the
// conditions instead of an empty box. Nothing is stored, and nothing is fetched after the load.

const here = new URL(".", import.meta.url);

// In the order of the cascade; the first holds the colours.
const STYLES = ["tokens", "base", "question", "answer", "blocks", "class", "adaptation", "sheet", "print"];

/** Set on the element while its screens are tables: a link may choose the mode, so the attribute does not tell. */
const WIDE = "data-pass-numerique-wide";

const loaded = new Map();
let failures = 0;

/** What is loaded or on its way is shared by all the widgets; what has failed is forgotten, to be tried again. */
function once(name, fetched) {
  if (!loaded.has(name)) {
    const part = fetched(name).catch((error) => {
      loaded.delete(name);
      failures += 1;
      throw error;
    });
    loaded.set(name, part);
  }
  return loaded.get(name);
}

async function style(path) {
  const response = await fetch(new URL(path, here));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new CSSStyleSheet().replace(await response.text());
}

function script(path) {
  const url = new URL(path, here);
  // Firefox never asks again for a module that failed: under another address, it does.
  if (failures > 0) url.searchParams.set("retry", failures);
  return import(url.href);
}

async function engine() {
  const module = await once("pkg/pass_numerique.js", script);
  await module.default();
  return module;
}

/** Fetches the code and the styles. Ends when each part has: a start that follows a failure shares none of it. */
async function load() {
  const parts = await Promise.allSettled([
    once("engine", engine),
    once("theme.js", script),
    once("print.js", script),
    once("steps.js", script),
    ...STYLES.map((name) => once(`styles/${name}.css`, style)),
  ]);
  const failed = parts.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
  const [module, { Theme }, print, { Steps }, ...sheets] = parts.map(({ value }) => value);
  return { module, Steps, Theme, print, sheets };
}

/** A JSON file named by an attribute: fetched at load only, from where the host page says. */
async function json(element, attribute) {
  const address = element.getAttribute(attribute);
  if (address === null) return undefined;
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${attribute} : ${address} (${response.status})`);
  return response.json();
}

/** Today on a calendar in Paris, YYYY-MM-DD: the engine itself never reads the clock. */
function todayInParis() {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: "Europe/Paris",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(new Date());
  const part = (type) => parts.find((p) => p.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  // 2024-02-30 is no day: some browsers refuse it, others read 1 March.
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What a link may choose, before the attributes: nothing of what anybody answers. */
const LINK = {
  "date-depot": isDay,
  mode: (text) => ["particulier", "guichet", "classe"].includes(text),
  lang: (text) => /^[a-zA-Z]{2}(-[a-zA-Z0-9]+)*$/.test(text),
};

/** The page's address without what a link to the test adds to it; undefined where it can't be shared. */
function address() {
  if (!location.protocol.startsWith("http")) return undefined;
  const url = new URL(location.href);
  url.hash = "";
  for (const name of Object.keys(LINK)) url.searchParams.delete(`pn-${name}`);
  return url.href;
}

class PassNumerique extends HTMLElement {
  static observedAttributes = [
    "date-depot", "mode", "heading-level", "portail", "contact", "reglements", "campagne", "lang", "theme",
    "historique",
  ];

  #widget;
  #theme;
  #print;
  #steps;
  #runs = 0;
  #leaving = false;
  #fallback;
  #observer;
  #pending;
  #resolve;
  #reject;

  /** Settles when the widget is on screen, or when it cannot be; a new one for each new start. */
  pret = this.#promise();

  #promise() {
    this.#pending = true;
    const pret = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // A page that does not wait for `pret` must not see an unhandled rejection.
    pret.catch(() => {});
    return pret;
  }

  /** What a promise has said it cannot take back. */
  #renew() {
    if (!this.#pending) this.pret = this.#promise();
  }

  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: "open" });
      this.#fallback = root.appendChild(document.createElement("div"));
      this.#fallback.className = "chargement";
      this.#fallback.append(document.createElement("slot"));
      for (const type of ["click", "submit", "change", "paste", "drop"]) root.addEventListener(type, this.#watch);
      // Before the button itself hears of it.
      root.addEventListener("click", this.#prepare, { capture: true });
    }
    addEventListener("beforeprint", this.#fit);
    this.#renew();
    if (this.hasAttribute("lazy") && "IntersectionObserver" in window) {
      this.#observer = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#observer.disconnect();
        this.#start();
      });
      this.#observer.observe(this);
    } else {
      this.#start();
    }
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    removeEventListener("beforeprint", this.#fit);
    this.#stop();
  }

  attributeChangedCallback(name, before, after) {
    if (this.#runs === 0 || !this.isConnected || before === after) return;
    if (name === "theme") {
      this.#theme?.check();
      return;
    }
    if (name === "lang" && this.#widget) {
      this.#widget.langue = this.#asked("lang") ?? "fr";
      return;
    }
    this.#stop();
    this.#renew();
    this.#start();
  }

  /** What the address of the page asks for, else the attribute. */
  #asked(name) {
    const linked = new URLSearchParams(location.search).get(`pn-${name}`);
    if (linked !== null && LINK[name](linked)) return linked;
    return this.getAttribute(name) ?? undefined;
  }

  /** The browser asks before it leaves a page with answers in it, which are kept nowhere. */
  #watch = (event) => {
    // Following one of our links is meant.
    this.#leaving = event.composedPath().some((node) => node.localName === "a");
    (this.#widget?.entame ? addEventListener : removeEventListener)("beforeunload", this.#guard);
    this.#steps?.follow();
  };

  #guard = (event) => {
    if (!this.#leaving) event.preventDefault();
  };

  /** What our button prints is the widget alone, without the page around. */
  #prepare = (event) => {
    if (event.target.closest("[data-action=imprimer]")) this.#print?.printAlone(this);
  };

  #fit = () => this.#print?.fitOnOnePage(this.shadowRoot);

  async #start() {
    const run = ++this.#runs;
    let stage;
    try {
      stage = "reglements";
      const [reglements, campagne] = await Promise.all([json(this, "reglements"), json(this, "campagne")]);
      stage = "chargement";
      const { module, Steps, Theme, print, sheets } = await load();
      stage = "configuration";
      // An attribute has changed meanwhile, and another start has read it.
      if (!this.isConnected || run !== this.#runs) return;
      this.shadowRoot.adoptedStyleSheets = sheets;
      this.#fallback.remove();
      // A module built for citizens has no screens for a class.
      const aClass = this.#asked("mode") === "classe" && "WidgetClasse" in module;
      const Widget = aClass ? module.WidgetClasse : module.Widget;
      this.toggleAttribute(WIDE, aClass);
      const widget = new Widget(this, this.shadowRoot, {
        dateDepot: this.dateDepot,
        mode: this.#asked("mode"),
        langue: this.#asked("lang"),
        niveauDeTitre: Number(this.getAttribute("heading-level")) || 2,
        portail: this.getAttribute("portail") ?? undefined,
        contact: this.getAttribute("contact") ?? undefined,
        adresse: address(),
        reglements,
        campagne,
      });
      this.#widget = widget;
      this.#theme = new Theme(this, sheets[0]);
      this.#print = print;
      if (this.getAttribute("historique") !== "non") {
        this.#steps = new Steps(() => widget.pas, (step) => widget.allerAuPas(step));
      }
      this.#pending = false;
      this.#resolve();
      this.#tell("pret", {});
      // Unless who was told has changed an attribute, or taken the element out.
      if (this.#widget === widget) widget.annoncer();
    } catch (error) {
      if (run !== this.#runs) return;
      this.shadowRoot.append(this.#fallback);
      console.error("pass-numerique :", error);
      this.#pending = false;
      this.#reject(error);
      this.#tell("erreur", { code: stage });
    }
  }

  #stop() {
    removeEventListener("beforeunload", this.#guard);
    this.#theme?.stop();
    this.#theme = undefined;
    this.#steps?.stop();
    this.#steps = undefined;
    const widget = this.#widget;
    this.#widget = undefined;
    this.shadowRoot.append(this.#fallback);
    if (!widget) return;
    widget.demonter();
    // Not at once: one of its methods may be telling the event that stops it.
    queueMicrotask(() => widget.free());
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`pass-numerique-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** The day of deposit of the test, YYYY-MM-DD. */
  get dateDepot() {
    return this.#asked("date-depot") ?? todayInParis();
  }

  /** The answers so far; undefined until ready. */
  get demande() {
    return this.#widget?.demande;
  }

  /** The decision for the answers so far; undefined until ready. */
  get bilan() {
    return this.#widget?.bilan;
  }

  recommencer() {
    this.#widget?.recommencer();
    this.#steps?.follow();
    removeEventListener("beforeunload", this.#guard);
  }

  imprimer() {
    this.#print?.printAlone(this);
    this.#widget?.imprimer();
  }
}

// Two copies of the script on a page must not break the first.
if (!customElements.get("pass-numerique")) customElements.define("pass-numerique", PassNumerique);
