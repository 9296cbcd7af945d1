// The custom element: one shadow root, the style sheet and the WebAssembly module, then Rust takes over.
//
// Until it is ready, and whenever it cannot be, the light DOM shows through a slot: people read the
// conditions instead of an empty box. Nothing is stored, and nothing is fetched after the load.

const here = new URL(".", import.meta.url);
let loading;

/** Fetches the code and the styles once, whatever the number of widgets. */
function load() {
  loading ??= Promise.all([
    import(new URL("pkg/pass_numerique.js", here).href).then(async (module) => {
      await module.default();
      return module;
    }),
    fetch(new URL("pass-numerique.css", here))
      .then((response) => {
        if (!response.ok) throw new Error(`pass-numerique.css: ${response.status}`);
        return response.text();
      })
      .then((css) => new CSSStyleSheet().replace(css)),
  ]);
  return loading;
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

class PassNumerique extends HTMLElement {
  static observedAttributes = ["date-depot", "heading-level", "portail", "contact", "reglements", "campagne"];

  #widget;
  #fallback;
  #resolve;
  #reject;
  #observer;

  /** Settles when the widget is on screen, or when it cannot be. */
  pret = new Promise((resolve, reject) => {
    this.#resolve = resolve;
    this.#reject = reject;
  });

  constructor() {
    super();
    // A page that does not wait for `pret` must not see an unhandled rejection.
    this.pret.catch(() => {});
  }

  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: "open" });
      this.#fallback = root.appendChild(document.createElement("div"));
      this.#fallback.className = "chargement";
      this.#fallback.append(document.createElement("slot"));
    }
    addEventListener("beforeprint", this.#open);
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
    removeEventListener("beforeprint", this.#open);
    this.#stop();
  }

  attributeChangedCallback(_name, before, after) {
    if (this.#widget && before !== after) {
      this.#stop();
      this.#start();
    }
  }

  /** Paper cannot be unfolded: what is closed on screen is opened for the printed sheet. */
  #open = () => {
    for (const details of this.shadowRoot.querySelectorAll("details")) details.open = true;
  };

  async #start() {
    let stage;
    try {
      stage = "reglements";
      const [reglements, campagne] = await Promise.all([json(this, "reglements"), json(this, "campagne")]);
      stage = "chargement";
      const [module, sheet] = await load();
      stage = "configuration";
      if (!this.isConnected || this.#widget) return;
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.#fallback.remove();
      this.#widget = new module.Widget(this, this.shadowRoot, {
        dateDepot: this.getAttribute("date-depot") ?? todayInParis(),
        niveauDeTitre: Number(this.getAttribute("heading-level")) || 2,
        portail: this.getAttribute("portail") ?? undefined,
        contact: this.getAttribute("contact") ?? undefined,
        reglements,
        campagne,
      });
      this.#resolve();
      this.#tell("pret", {});
    } catch (error) {
      this.shadowRoot.append(this.#fallback);
      console.error("pass-numerique :", error);
      this.#reject(error);
      this.#tell("erreur", { code: stage });
    }
  }

  #stop() {
    this.#widget?.demonter();
    this.#widget?.free();
    this.#widget = undefined;
    this.shadowRoot.append(this.#fallback);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`pass-numerique-${name}`, { bubbles: true, composed: true, detail }));
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
  }

  imprimer() {
    this.#widget?.imprimer();
  }
}

// Two copies of the script on a page must not break the first.
if (!customElements.get("pass-numerique")) customElements.define("pass-numerique", PassNumerique);
