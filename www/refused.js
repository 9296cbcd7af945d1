/**
 * The policy of the page, or the browser, refuses WebAssembly: even this one, of nothing but its version. Pure, so that
 * a bundle that does not ask never tries, and no policy reports it.
 */
export const refused = /* @__PURE__ */ (() => {
  try {
    return !new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return true;
  }
})();
