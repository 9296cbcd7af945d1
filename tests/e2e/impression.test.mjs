// The printed sheet of every result: all that was decided is on it, in black on white, with nothing to click.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { dansChaqueEtat, ouvrirPourExaminer, trouverLesEtats } from "./commun/etats.mjs";
import { attendu, fautes, motsDuPdf } from "./commun/fiche.mjs";
import { habiller } from "./commun/mesures.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";

// Fewer would mean that a result is no longer printed. Raise it when the catalogue grows.
const FICHES_ATTENDUES = 76;

let navigateur, site, resultats;
before(async () => {
  navigateur = await lancerChromium();
  site = await servirLeSite();
  const onglet = await ouvrirPourExaminer(navigateur, site);
  resultats = (await trouverLesEtats(onglet)).filter((etat) => etat.decision);
  await onglet.fermer();
}, DELAI);
after(async () => {
  await navigateur?.fermer();
  await site?.fermer();
});

/** The sheet as a printer is given it. */
const imprimer = async (onglet) => motsDuPdf(await onglet.page.pdf({ format: "A4" }));

/** What would not come out well of a black and white printer. Runs in the page, in print. */
function defautsDePapier() {
  const { contraste, nomDe, poser, rvb, vu } = mesures;
  const BLANC = [255, 255, 255];
  const defauts = [];
  for (const e of temoin.racine().querySelectorAll("*")) {
    if (!vu(e) || e.closest(".invisible")) continue;
    const style = getComputedStyle(e);
    // A box beside a paper is ticked with a pen.
    if (e.matches("button, form, select, textarea, input:not([name=piece])")) defauts.push(`to click: ${nomDe(e)}`);
    if (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) defauts.push(`ring: ${nomDe(e)}`);
    const fond = poser(rvb(style.backgroundColor), BLANC);
    if (contraste(fond, BLANC) > 1.05) defauts.push(`not on white: ${nomDe(e)} ${style.backgroundColor}`);
    const ecrit = [...e.childNodes].some((noeud) => noeud.nodeType === Node.TEXT_NODE && noeud.data.trim() !== "");
    if (ecrit && contraste(poser(rvb(style.color), BLANC), BLANC) < 4.5) defauts.push(`too pale: ${nomDe(e)} ${style.color}`);
  }
  return defauts;
}

describe("la fiche imprimée", { concurrency: 2 }, () => {
  test("la fiche de chaque résultat dit tout ce qui a été décidé", DELAI, async (t) => {
    const onglet = await ouvrirPourExaminer(navigateur, site);
    let dits = 0;
    await dansChaqueEtat(onglet, resultats, async ({ nom, cas, decision }) => {
      const voulu = attendu(decision, cas.depot);
      dits += voulu.dit.length;
      const manques = fautes(await imprimer(onglet), voulu);
      if (manques.length > 0) assert.fail(`${nom}\n  ${manques.join("\n  ")}`);
    });
    const sortes = new Set(resultats.map(({ decision }) => `${decision.reglement}/${decision.verdict}`));
    t.diagnostic(`N = ${resultats.length} sheets, ${sortes.size} kinds of verdict and règlement, ${dits} statements`);
    assert.ok(resultats.length >= FICHES_ATTENDUES, `only ${resultats.length} sheets`);
    const heberges = resultats.filter(({ decision }) => decision.pieces.some((piece) => piece.id === "attestation-hebergement"));
    assert.ok(heberges.length > 0, "somebody is put up by somebody else");
    await onglet.fermer();
  });

  test("la fiche est en noir sur blanc, sans rien à cliquer, dans les deux thèmes", DELAI, async () => {
    const onglet = await ouvrirPourExaminer(navigateur, site);
    await dansChaqueEtat(onglet, resultats, async ({ nom }) => {
      for (const colorScheme of ["light", "dark"]) {
        await onglet.page.emulateMedia({ media: "print", colorScheme });
        const defauts = await onglet.evaluer(defautsDePapier);
        if (defauts.length > 0) assert.fail(`${nom}, ${colorScheme}\n  ${defauts.join("\n  ")}`);
      }
    });
    await onglet.fermer();
  });

  test("une fiche à laquelle il manque quelque chose se voit", DELAI, async () => {
    const onglet = await ouvrirPourExaminer(navigateur, site);
    const etat = resultats.find(({ decision }) => decision.verdict === "eligible");
    for (const partie of [".titre", ".avis", ".depot", ".piece-nom", ".chiffres", ".volet"]) {
      await onglet.evaluer((e) => pilote.aller(e), etat);
      await onglet.evaluer((selecteur) => temoin.racine().querySelectorAll(selecteur).forEach((e) => e.remove()), partie);
      assert.notDeepEqual(fautes(await imprimer(onglet), attendu(etat.decision, etat.cas.depot)), [], `without ${partie}`);
    }
    await onglet.fermer();
  });

  test("un texte pâle, un bouton ou un fond imprimés se voient", DELAI, async () => {
    const onglet = await ouvrirPourExaminer(navigateur, site);
    await onglet.evaluer((e) => pilote.aller(e), resultats.find(({ decision }) => decision.verdict === "eligible"));
    await onglet.page.emulateMedia({ media: "print" });
    assert.deepEqual(await onglet.evaluer(defautsDePapier), []);
    const DEFAUTS = {
      "too pale": ".avis { color: #999 }",
      "to click": ".retour { display: inline !important }",
      "not on white": ".reponse { background: #eee !important }",
      ring: ".titre { outline: 2px solid !important }",
    };
    for (const [defaut, css] of Object.entries(DEFAUTS)) {
      await onglet.evaluer(habiller, css);
      const vus = await onglet.evaluer(defautsDePapier);
      assert.ok(vus.some((vu) => vu.startsWith(defaut)), `${defaut}: ${vus.join("\n")}`);
    }
    await onglet.fermer();
  });
});
