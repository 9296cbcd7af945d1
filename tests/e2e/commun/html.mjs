// html-validate on what the browser really built: the page with the shadow root in its place.

import assert from "node:assert/strict";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validateur = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      // How a browser writes a DOM as text, not how its author wrote it: checked="", no self-closing.
      "attribute-boolean-style": "off",
      "attribute-empty-style": "off",
      "void-style": "off",
      // A browser writes the characters themselves.
      "no-raw-characters": "off",
    },
  }),
);

/** The document, flattened: the widget's content stands where its element is. */
function aplatir() {
  const copie = document.documentElement.cloneNode(true);
  const widgets = document.querySelectorAll("pass-numerique");
  for (const [rang, place] of copie.querySelectorAll("pass-numerique").entries()) {
    place.replaceWith(...[...widgets[rang].shadowRoot.childNodes].map((noeud) => noeud.cloneNode(true)));
  }
  return `<!DOCTYPE html>\n${copie.outerHTML}\n`;
}

export async function htmlValide(onglet, ou) {
  const html = await onglet.evaluer(aplatir);
  const { results } = await validateur.validateString(html);
  const fautes = results.flatMap((r) => r.messages).map((m) => `${m.ruleId}: ${m.message} (${m.selector})`);
  if (fautes.length > 0) assert.fail(`html-validate, ${ou}\n  ${fautes.join("\n  ")}`);
}

/** The validator must see what a browser would repair in silence. */
export async function validateurVoit() {
  const corps = '<p id="a">a</p><p id="a">b</p><fieldset><p>c</p></fieldset><button></button>';
  const page = `<!DOCTYPE html>\n<html lang="fr"><head><title>x</title></head><body>${corps}</body></html>\n`;
  const { results } = await validateur.validateString(page);
  const regles = results.flatMap((r) => r.messages).map((m) => m.ruleId);
  for (const regle of ["no-dup-id", "wcag/h71", "text-content"]) assert.ok(regles.includes(regle), `${regle} not seen among ${regles}`);
}
