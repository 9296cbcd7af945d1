// Inside a frame: tells the page around how high the test is, and that a new screen shows. Nothing else: no answer, no
// question, no result. A height and a step are nobody's secret, so any page may hear them.

/**
 * @param {HTMLElement} test the element to follow
 */
export function report(test) {
  const root = document.documentElement;
  root.classList.add("framed");
  let told = 0;

  function tell(step) {
    // Of the body and not of the document, which is never less high than its frame: no loop, and it can shrink.
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told && !step) return;
    told = height;
    parent.postMessage({ passNumerique: __VERSION__, height, step }, "*");
  }

  new ResizeObserver(() => tell(false)).observe(document.body);
  // The first screen comes by itself, and moves nobody.
  let begun = false;
  test.addEventListener("click", () => (begun = true), { capture: true });
  for (const type of ["etape", "resultat", "recommence"]) {
    test.addEventListener(`pass-numerique-${type}`, () => begun && tell(true));
  }

  // The script of the page around says that it is there, maybe after the first message. Without it the frame keeps
  // its height, and must scroll.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || typeof data?.passNumerique !== "string") return;
    root.classList.add("sized");
    told = 0;
    tell(false);
  });
}
