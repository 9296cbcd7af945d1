// The custom element: it shows what stands in it until the test can be used, and asks at once for all that the test
// needs, in one round.
//
// Until it is ready, and whenever it cannot be, the light DOM shows through a slot: people read the
// conditions instead of an empty box. Nothing is stored, and nothing is fetched after the load, whose last files come
// after the first screen, the same for everybody (words.js).

import { lasting } from "./lasting.js";
import { answer, part, parts } from "parts";

/** Today on a calendar in Paris, YYYY-MM-DD: the engine itself never reads the clock. */
const todayInParis = () => new Date().toLocaleDateString("sv", { timeZone: "Europe/Paris" });

function isDay(text) {
  // 2024-02-30 is no day: some browsers refuse it, and say null, others read 1 March.
  return /^\d{4}(-\d\d){2}$/.test(text) && new Date(text).toJSON()?.startsWith(text);
}

/** What a link may choose, before the attributes: nothing of what anybody answers. */
const LINK = {
  "date-depot": isDay,
  mode: (text) => /^(particulier|guichet|classe)$/.test(text),
  lang: (text) => /^[a-z]{2}(-[a-z\d]+)*$/i.test(text),
};

class PassNumerique extends HTMLElement {
  static version = __VERSION__;

  static observedAttributes =
    "date-depot mode heading-level portail contact reglements campagne lang theme historique".split(" ");

  #life;
  #runs = 0;
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
      this.#fallback = this.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
      this.#fallback.className = "chargement";
      this.#fallback.append(document.createElement("slot"));
    }
    this.#renew();
    if (this.hasAttribute("lazy")) {
      this.#observer = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
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
    this.#stop();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#runs || !this.isConnected || before === after || this.#life?.takes(name, this.#asked(name))) return;
    this.#stop();
    this.#renew();
    this.#start();
  }

  /** What the address of the page asks for, else the attribute. */
  #asked(name) {
    const linked = new URLSearchParams(location.search).get(`pn-${name}`);
    // Nothing that a link may choose reads « null ».
    return (LINK[name]?.(linked) ? linked : this.getAttribute(name)) ?? undefined;
  }

  /** A JSON file named by an attribute: fetched at load only, from where the host page says. */
  async #json(attribute) {
    const path = this.getAttribute(attribute);
    if (path !== null) return lasting(async () => (await answer(new URL(path, document.baseURI))).json());
  }

  /** A host's catalogue needs the reader of catalogues, and a professional mode its screens. */
  #complete() {
    return this.hasAttribute("reglements") || (this.#asked("mode") ?? "particulier") !== "particulier";
  }

  /** All parts at once. Ends when each has: a start that follows a failure shares none of it. */
  async #parts() {
    const [script, engine] = parts(this.#complete());
    const [reglements, campagne, ...code] = await Promise.allSettled([
      this.#json("reglements"),
      this.#json("campagne"),
      script.then(({ prepare }) => prepare(part, engine, this.#asked("lang"))),
      engine,
    ]);
    const check = (parts, stage) => {
      const failed = parts.find(({ status }) => status === "rejected");
      if (failed) throw Object.assign(failed.reason, { stage });
    };
    check([reglements, campagne], "reglements");
    check(code, "chargement");
    return [reglements, campagne, ...code].map(({ value }) => value);
  }

  async #start() {
    const run = ++this.#runs;
    try {
      const [reglements, campagne, begin] = await this.#parts();
      // An attribute has changed meanwhile, and another start has read it.
      if (!this.isConnected || run !== this.#runs) return;
      this.#fallback.remove();
      const life = begin(this, {
        dateDepot: this.dateDepot,
        mode: this.#asked("mode"),
        langue: this.#asked("lang"),
        reglements,
        campagne,
      });
      this.#life = life;
      this.#pending = false;
      this.#resolve();
      this.#tell("pret", {});
      // Unless who was told has changed an attribute, or taken the element out.
      if (this.#life === life) life.announce();
    } catch (error) {
      if (run !== this.#runs) return;
      this.shadowRoot.append(this.#fallback);
      console.error("pass-numerique :", error);
      this.#pending = false;
      this.#reject(error);
      this.#tell("erreur", { code: error.stage ?? "configuration" });
    }
  }

  #stop() {
    const life = this.#life;
    this.#life = undefined;
    this.shadowRoot.append(this.#fallback);
    life?.stop();
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
    return this.#life?.demande;
  }

  /** The decision for the answers so far; undefined until ready. */
  get bilan() {
    return this.#life?.bilan;
  }

  recommencer() {
    this.#life?.recommencer();
  }

  imprimer() {
    this.#life?.imprimer();
  }
}

// A second copy of the script must not break the first: it says only that it is another one.
const first = customElements.get("pass-numerique");
if (!first) customElements.define("pass-numerique", PassNumerique);
else if (first.version !== __VERSION__) console.warn("pass-numerique :", first.version, "!=", __VERSION__);
