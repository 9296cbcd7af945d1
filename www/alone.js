// The test in a page of its own, with everything inside: opened from a disk, or shown in a frame.

import { report } from "./framed.js";
import { refused } from "./refused.js";
import "./pass-numerique.js";

/** What the address of a frame may choose. */
const ATTRIBUTES = ["date-depot", "heading-level", "portail", "contact", "theme", "lang", "historique"];

function show() {
  const test = document.createElement("pass-numerique");
  const framed = parent !== window;

  if (framed) {
    // Opened by itself the page is the deployer's alone: a link must not send people to somebody else's portal.
    const asked = new URLSearchParams(location.search);
    for (const name of ATTRIBUTES) if (asked.has(name)) test.setAttribute(name, asked.get(name));
  }

  const fallback = document.querySelector("[data-repli]");
  fallback.replaceWith(test);
  test.append(fallback);
  if (framed) report(test);
}

// __TWIN__ is the same page with the engine in JavaScript, or null where this is that one (scripts/assembler.mjs). A page
// of another address needs no permission of a sandbox or a policy, as a file asked for would.
if (__TWIN__ && refused) location.replace(__TWIN__ + location.search);
else show();
