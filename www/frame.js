// In the page around: gives each frame of the test the height of its screen, and shows a new screen from its top.
//
// It hears only the frames of this page that are marked, from the address that they were given, and does two things
// whatever they say: set a height within bounds, scroll to the frame.

const SELECTOR = "iframe[data-pass-numerique]";
const HIGHEST = 30_000;

/** The origin of what the frame says: a sandbox without its own origin has none to tell. */
function origin(frame) {
  const opaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return opaque ? "null" : new URL(frame.src, document.baseURI).origin;
}

const greeted = new WeakSet();

/** From then on the frame does not scroll; nor does the page that comes in its place, which knows nothing of it. */
function greet(frame) {
  const tell = () => frame.contentWindow.postMessage({ passNumerique: __VERSION__ }, "*");
  greeted.add(frame);
  frame.addEventListener("load", tell);
  tell();
}

addEventListener("message", (event) => {
  const { passNumerique: version, height, step } = event.data ?? {};
  if (typeof version !== "string") return;
  const frame = [...document.querySelectorAll(SELECTOR)].find((one) => one.contentWindow === event.source);
  if (!frame || event.origin !== origin(frame)) return;
  if (!greeted.has(frame)) greet(frame);
  if (version !== __VERSION__) console.warn("pass-numerique :", __VERSION__, "!=", version);
  if (Number.isInteger(height) && height > 0 && height < HIGHEST) {
    frame.style.border = "0";
    frame.style.height = `${height}px`;
  }
  // A shorter screen would leave the person below it. A page with a fixed header sets scroll-margin-top.
  if (step === true && frame.getBoundingClientRect().top < 0) frame.scrollIntoView({ block: "start" });
});

// Those that spoke before this script was there.
document.querySelectorAll(SELECTOR).forEach(greet);
