// At the counter: from one question to the next by the keyboard, what is said aloud, and nothing left behind.

// From this long without a key or a touch, the agent is warned; the rest is what they are given to say they are there.
const QUIET = 240;
const WARNING = 60;
// What is being typed has come to rest.
const REST = 500;

const FOCUSABLE = "input, button, summary, a[href]";

export class Counter {
  #root;
  #widget;
  #status;
  #said;
  #speech;
  #last = Date.now();
  #left;
  #clock;
  #trail = [];
  #leaving = false;

  /** `root` is the shadow root in which `widget` draws. */
  constructor(root, widget) {
    this.#root = root;
    this.#widget = widget;
    this.#status = root.appendChild(document.createElement("p"));
    this.#status.className = "invisible ecran";
    this.#status.setAttribute("role", "status");
    this.#said = this.#words();
    root.addEventListener("keydown", this.#key);
    root.addEventListener("focusin", this.#light);
    root.addEventListener("pointerdown", this.#hold);
    root.addEventListener("click", this.#leave, { capture: true });
    for (const type of ["input", "change", "click"]) root.addEventListener(type, this.#hear);
    for (const type of ["keydown", "pointerdown"]) addEventListener(type, this.#beat, { capture: true });
    addEventListener("pageshow", this.#back);
    addEventListener("afterprint", this.#printed);
    this.#clock = setInterval(this.#tick, 1000);
  }

  stop() {
    clearInterval(this.#clock);
    clearTimeout(this.#speech);
    removeEventListener("afterprint", this.#printed);
    removeEventListener("pageshow", this.#back);
    for (const type of ["keydown", "pointerdown"]) removeEventListener(type, this.#beat, { capture: true });
    for (const type of ["input", "change", "click"]) this.#root.removeEventListener(type, this.#hear);
    this.#root.removeEventListener("click", this.#leave, { capture: true });
    this.#root.removeEventListener("pointerdown", this.#hold);
    this.#root.removeEventListener("focusin", this.#light);
    this.#root.removeEventListener("keydown", this.#key);
    this.#status.remove();
  }

  // ── Keys ─────────────────────────────────────────────────────────────────────────────────────────────

  /** Enter and Shift+Enter inside a field, digits inside a group of choices, arrows between columns. A button stays a button. */
  #key = (event) => {
    const field = event.target;
    if (field.localName !== "input" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.code === "Enter" || event.code === "NumpadEnter") {
      event.preventDefault();
      if (event.shiftKey) this.#previous(field);
      else this.#next(field);
      return;
    }
    const aside = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
    if (aside && field.type === "checkbox") {
      event.preventDefault();
      this.#column(field, aside)?.focus();
      return;
    }
    // The place of the key, not its sign: on a French keyboard the row gives « & » without Shift.
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (digit === undefined || field.type === "text") return;
    const choice = this.#choice(field, digit);
    if (!choice) return;
    event.preventDefault();
    choice.focus();
    choice.click();
  };

  /** The input that this digit chooses in the group of `field`, or « none of these » of the whole question. */
  #choice(field, digit) {
    const group = field.closest("[data-chiffres]");
    const wanted = `[data-touche="${digit}"]`;
    const own = [...(group?.querySelectorAll(wanted) ?? [])].find((one) => one.closest("[data-chiffres]") === group);
    return own ?? (digit === "0" ? field.closest("[data-question]")?.querySelector(wanted) : undefined);
  }

  /** The first choice of the column beside: radios have arrows of their own, boxes have none. */
  #column(field, aside) {
    const columns = [...(field.closest("[data-question]")?.querySelectorAll(":scope > [data-chiffres]") ?? [])];
    const beside = columns[columns.indexOf(field.closest("[data-chiffres]")) + aside];
    return beside && this.#entry(beside);
  }

  /** The next thing that is still awaited: forward only. */
  #next(field) {
    const awaited = [...this.#root.querySelectorAll("[data-attendu]")];
    const after = (one) => field.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = awaited.find((one) => after(one) && this.#entry(one));
    if (!next) return;
    this.#trail.push(field);
    this.#entry(next).focus();
  }

  /** Back where Enter came from, else to the field before. */
  #previous(field) {
    let back;
    do back = this.#trail.pop();
    while (back && !back.isConnected);
    if (!back) {
      const own = field.closest("[data-question]");
      const before = [...this.#root.querySelectorAll("[data-question]")].filter(
        (one) => one.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING && !one.contains(own) && this.#entry(one),
      );
      back = before.length > 0 ? this.#entry(before.at(-1)) : undefined;
    }
    back?.focus();
  }

  /** Where the focus enters a question: its choice made, else its first one. */
  #entry(one) {
    const fields = one.matches(FOCUSABLE) ? [one] : [...one.querySelectorAll(FOCUSABLE)];
    const seen = fields.filter((field) => field.checkVisibility());
    return seen.find((field) => field.type === "radio" && field.checked) ?? seen[0];
  }

  /** The keys of the group in use are drawn solid. */
  #light = (event) => {
    const group = event.target.closest("[data-chiffres]");
    for (const one of this.#root.querySelectorAll("[data-actif]")) one.removeAttribute("data-actif");
    group?.setAttribute("data-actif", "");
  };

  /** Noted before the widget hears of it: afterwards nothing is left of the button. */
  #leave = (event) => {
    this.#leaving = event.target.closest("[data-action=recommencer]") !== null;
  };

  /** The button of the warning vanishes once pressed: the focus stays where it was. */
  #hold = (event) => {
    if (event.target.closest("[data-action=continuer]")) event.preventDefault();
  };

  // ── What is said ─────────────────────────────────────────────────────────────────────────────────────

  #words() {
    const read = (name) => this.#root.querySelector(`[${name}]`)?.getAttribute(name) ?? "";
    return { decision: read("data-annonce"), paper: read("data-annonce-papier") };
  }

  /** Only what has changed, once the hands are at rest. */
  #hear = ({ type }) => {
    if (type === "click" && this.#leaving) {
      this.forget();
      return;
    }
    clearTimeout(this.#speech);
    this.#speech = setTimeout(() => {
      const words = this.#words();
      const { decision, paper } = this.#said;
      this.#said = words;
      const news = [words.paper !== paper && words.paper, words.decision !== decision && words.decision];
      const text = news.filter(Boolean).join(" ");
      if (text) this.#status.textContent = text;
    }, REST);
  };

  // ── Nothing left behind ──────────────────────────────────────────────────────────────────────────────

  #beat = () => {
    this.#last = Date.now();
    this.#warn(undefined);
  };

  /** Somebody is there; and the blank paper that was printed gives its place back to the sheet. */
  #printed = () => {
    this.#beat();
    this.#widget.prevenir(undefined);
  };

  #tick = () => {
    const quiet = Math.floor((Date.now() - this.#last) / 1000);
    // A machine that slept wakes up too late to warn.
    if (quiet >= QUIET + WARNING) this.#wipe();
    else if (quiet >= QUIET && this.#widget.entame) this.#warn(QUIET + WARNING - quiet);
  };

  #warn(left) {
    if (left === this.#left) return;
    this.#left = left;
    this.#widget.prevenir(left);
  }

  #wipe() {
    this.#last = Date.now();
    this.#left = undefined;
    if (!this.#widget.entame) return;
    this.forget();
    this.#widget.recommencer();
  }

  /** What was said of the person before is no longer there to be read; that all is wiped is said. */
  forget() {
    clearTimeout(this.#speech);
    this.#trail = [];
    this.#status.textContent = this.#root.querySelector("[data-efface]")?.getAttribute("data-efface") ?? "";
    this.#said = {};
  }

  /** Back to a page that the browser had kept whole. */
  #back = (event) => {
    if (!event.persisted) return;
    this.forget();
    this.#widget.recommencer();
  };
}
