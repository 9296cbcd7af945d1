// The phone's Back and Forward follow the way through the test: one history entry a screen, at the same
// address, whose only state is a step number. No answer is ever in it.

let widgets = 0;

export class Steps {
  #key = `pass-numerique-${++widgets}`;
  #shown = 0;
  #travelling = false;
  #current;
  #goTo;

  /** `current` tells the step on screen, `goTo` shows another one. */
  constructor(current, goTo) {
    this.#current = current;
    this.#goTo = goTo;
    addEventListener("popstate", this.#pop);
  }

  stop() {
    removeEventListener("popstate", this.#pop);
  }

  /** Brings the history to the step on screen; an earlier step is a way back in it. */
  follow() {
    // The browser goes back in its own time: what comes meanwhile waits for it.
    if (this.#travelling) return;
    const step = this.#current();
    if (step === this.#shown) return;
    try {
      if (step < this.#shown) {
        this.#travelling = true;
        history.go(step - this.#shown);
        this.#shown = step;
        return;
      }
      // The entry of the first screen is the page's own: it is marked once there is a second one.
      if (this.#shown === 0) history.replaceState(this.#state(0), "");
      while (this.#shown < step) history.pushState(this.#state(++this.#shown), "");
    } catch {
      // A frame without an origin, or a browser that counts: the test goes on, Back leaves it.
      this.stop();
    }
  }

  #state(step) {
    return { ...history.state, [this.#key]: step };
  }

  #pop = (event) => {
    const step = event.state?.[this.#key];
    // An entry of the host page, or of another widget.
    if (typeof step !== "number") return;
    if (this.#travelling) {
      this.#travelling = false;
      this.follow();
      return;
    }
    if (step === this.#current()) return;
    this.#shown = step;
    this.#goTo(step);
  };
}
