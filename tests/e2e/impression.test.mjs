// The printed sheet of every result: all that was answered and decided is on it, in black on white, on one page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { dansChaqueEtat, ouvrirPourExaminer, trouverLesEtats } from "./commun/etats.mjs";
import { attendu, fautes, lireLePdf } from "./commun/fiche.mjs";
import { habiller } from "./commun/mesures.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";
import { motif } from "./commun/textes.mjs";

// Fewer would mean that a result is no longer printed. Raise it when the catalogue grows.
const FICHES_ATTENDUES = 85;
const ELIGIBLES_ATTENDUES = 28;
// Each of its letters is as wide as an m of another: a host may choose such a font.
const LARGE = "DejaVu Sans Mono";

let navigateur, site, resultats;
before(async () => {
  navigateur = await lancerChromium();
  site = await servirLeSite();
  const onglet = await ouvrir();
  resultats = (await trouverLesEtats(onglet)).filter((etat) => etat.decision);
  await onglet.fermer();
}, DELAI);
after(async () => {
  await navigateur?.fermer();
  await site?.fermer();
});

async function ouvrir() {
  const onglet = await ouvrirPourExaminer(navigateur, site);
  // The browser has a dialog to show: the PDF is made after what the button prepares.
  await onglet.evaluer(() => { window.print = () => {}; });
  return onglet;
}

/** The sheet as a printer is given it, once its button is pressed. */
async function imprimer(onglet) {
  await onglet.evaluer(() => temoin.racine().querySelector("[data-action=imprimer]").click());
  return lireLePdf(await onglet.page.pdf({ format: "A4" }));
}

/** What the sheet must be for the answer on screen. */
const voulu = async (onglet, { decision }) => attendu(decision, await onglet.evaluer(() => temoin.widget().demande));

/** What would not come out well of a black and white printer. Runs in the page, in print. */
function defautsDePapier() {
  const { contraste, nomDe, poser, rvb, vu } = mesures;
  const BLANC = [255, 255, 255];
  const defauts = [];
  for (const e of temoin.racine().querySelectorAll("*")) {
    if (!vu(e) || e.closest(".invisible")) continue;
    const style = getComputedStyle(e);
    if (e.matches("button, form, select, textarea, input")) defauts.push(`to click: ${nomDe(e)}`);
    if (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) defauts.push(`ring: ${nomDe(e)}`);
    const fond = poser(rvb(style.backgroundColor), BLANC);
    if (contraste(fond, BLANC) > 1.05) defauts.push(`not on white: ${nomDe(e)} ${style.backgroundColor}`);
    const ecrit = [...e.childNodes].some((noeud) => noeud.nodeType === Node.TEXT_NODE && noeud.data.trim() !== "");
    if (ecrit && contraste(poser(rvb(style.color), BLANC), BLANC) < 4.5) defauts.push(`too pale: ${nomDe(e)} ${style.color}`);
    if (ecrit && Number.parseFloat(style.fontSize) < 9) defauts.push(`too small: ${nomDe(e)} ${style.fontSize}`);
  }
  return defauts;
}

describe("la fiche imprimée", { concurrency: 2 }, () => {
  test("la fiche de chaque résultat dit tout ce qui a été répondu et décidé, seule, sur le papier qu'il faut", DELAI, async (t) => {
    const onglet = await ouvrir();
    let dits = 0;
    await dansChaqueEtat(onglet, resultats, async (etat) => {
      const attendue = await voulu(onglet, etat);
      dits += attendue.dit.length + attendue.adresses.length;
      const manques = fautes(await imprimer(onglet), attendue);
      if (manques.length > 0) assert.fail(`${etat.nom}\n  ${manques.join("\n  ")}`);
    });
    const sortes = new Set(resultats.map(({ decision }) => `${decision.reglement}/${decision.verdict}`));
    t.diagnostic(`N = ${resultats.length} sheets, ${sortes.size} kinds of verdict and règlement, ${dits} statements`);
    assert.ok(resultats.length >= FICHES_ATTENDUES, `only ${resultats.length} sheets`);
    const heberges = resultats.filter(({ decision }) => decision.pieces.some((piece) => piece.id === "attestation-hebergement"));
    assert.ok(heberges.length > 0, "somebody is put up by somebody else");
    await onglet.fermer();
  });

  test("dans une police large, un oui tient encore sur une page", DELAI, async (t) => {
    const onglet = await ouvrir();
    const largeur = () => onglet.evaluer(() => {
      const fiche = temoin.racine().querySelector(".fiche").cloneNode(true);
      fiche.style.cssText = "display: inline-block; font-size: 16px; white-space: nowrap";
      temoin.racine().querySelector(".pn").append(fiche);
      const { width } = fiche.getBoundingClientRect();
      fiche.remove();
      return width;
    });
    const eligibles = resultats.filter(({ decision }) => decision.verdict === "eligible");
    t.diagnostic(`N = ${eligibles.length}`);
    assert.ok(eligibles.length >= ELIGIBLES_ATTENDUES, `only ${eligibles.length} sheets`);
    await onglet.evaluer((e) => pilote.aller(e), eligibles[0]);
    const avant = await largeur();
    await onglet.evaluer((police) => temoin.widget().style.setProperty("--pn-police", police), LARGE);
    assert.ok(await largeur() > avant * 1.02, `${LARGE} is not wider, or is not there`);
    await dansChaqueEtat(onglet, eligibles, async (etat) => {
      const manques = fautes(await imprimer(onglet), await voulu(onglet, etat));
      if (manques.length > 0) assert.fail(`${etat.nom}\n  ${manques.join("\n  ")}`);
    });
    await onglet.fermer();
  });

  test("dans chaque langue, la fiche d'un oui tient sur une page, avec ses papiers", DELAI, async (t) => {
    const onglet = await ouvrir();
    const eligibles = resultats.filter(({ decision }) => decision.verdict === "eligible");
    for (const langue of ["fr-simple", "en"]) {
      await dansChaqueEtat(onglet, eligibles.map((etat) => ({ ...etat, langue })), async ({ nom, decision }) => {
        const { texte, pages } = await imprimer(onglet);
        assert.equal(pages, 1, `${langue}, ${nom}`);
        for (const cle of ["interface.reponse-eligible", "interface.fiche-reponses", "interface.avis", ...decision.pieces.map(({ id }) => `piece.${id}`)]) {
          assert.match(texte, motif(cle, langue), `${langue}, ${nom}: ${cle}`);
        }
      });
    }
    t.diagnostic(`N = ${eligibles.length} sheets in each language`);
    await onglet.fermer();
  });

  test("un papier coché est coché sur la fiche, avec la date qu'on y a lue", DELAI, async () => {
    const onglet = await ouvrir();
    const cas = { depot: "2024-03-15", reponses: { "code-postal": "59000", "tranche-age": "60+", "pass-recus": 0, accompagne: false, hebergement: "a-son-nom" } };
    const cases = () => onglet.evaluer(() => ["", ".cochee"].map((classe) => temoin.racine().querySelectorAll(`.fiche .case${classe}`).length));
    await onglet.evaluer((e) => pilote.aller(e), { cas, ecran: "resultat" });
    assert.deepEqual(await cases(), [2, 0]);
    await onglet.evaluer((e) => pilote.aller(e), { cas, ecran: "resultat", variante: "papier bon" });
    assert.deepEqual(await cases(), [2, 1]);
    const { texte, pages } = await imprimer(onglet);
    for (const dit of ["Date du papier : 10 janvier 2024.", "Bon pour une demande jusqu'au 31 décembre 2024"]) {
      assert.ok(texte.includes(dit), `« ${dit} » is not in: ${texte}`);
    }
    assert.ok(!texte.includes("Avec ces papiers, déposez"), "the act ends before the paper does");
    assert.equal(pages, 1);
    await onglet.fermer();
  });

  test("la fiche est en noir sur blanc, sans rien à cliquer, dans les deux thèmes", DELAI, async () => {
    const onglet = await ouvrir();
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
    const onglet = await ouvrir();
    const etat = resultats.find(({ decision }) => decision.verdict === "eligible" && decision.echeances.length > 0);
    const PARTIES = [".fiche-titre", ".avis", ".fiche-tete", ".fiche-raisons", ".fiche-reponses dd", ".fiche-papiers strong", ".chiffres", ".fiche-dates", ".adresse", ".cachet"];
    for (const partie of PARTIES) {
      await onglet.evaluer((e) => pilote.aller(e), etat);
      const attendue = await voulu(onglet, etat);
      const otees = await onglet.evaluer((selecteur) => {
        const parties = temoin.racine().querySelectorAll(`.fiche ${selecteur}`);
        for (const e of parties) e.remove();
        return parties.length;
      }, partie);
      assert.ok(otees > 0, `no ${partie} on the sheet`);
      assert.notDeepEqual(fautes(await imprimer(onglet), attendue), [], `without ${partie}`);
    }
    await onglet.fermer();
  });

  test("une adresse coupée, un mot au bord ou de la page, une page de trop se voient", DELAI, async () => {
    const onglet = await ouvrir();
    const etat = resultats.find(({ decision }) => decision.verdict === "eligible" && decision.echeances.length > 0);
    const DEFAUTS = {
      "not whole on a line": ".adresse { max-inline-size: 8em }",
      "2 pages": ".cachet { block-size: 20cm !important }",
      "should not be on the sheet": ".avec-fiche > *, .avec-fiche button { display: block !important }",
    };
    // Printed by the page itself, with no margin: the words of the page are there, and the edge is written on.
    await onglet.evaluer((e) => pilote.aller(e), etat);
    const parLaPage = fautes(await lireLePdf(await onglet.page.pdf({ format: "A4" })), await voulu(onglet, etat));
    assert.deepEqual(new Set(parLaPage.map((vu) => vu.split(":")[0])), new Set(["should not be on the sheet", "at the edge"]));
    for (const [defaut, css] of Object.entries(DEFAUTS)) {
      await onglet.evaluer((e) => pilote.aller(e), etat);
      const avant = await onglet.evaluer(() => [...temoin.racine().adoptedStyleSheets].length);
      await onglet.evaluer(habiller, css);
      const vus = fautes(await imprimer(onglet), await voulu(onglet, etat));
      assert.ok(vus.some((vu) => vu.startsWith(defaut)), `${defaut}: ${vus.join("\n")}`);
      await onglet.evaluer((n) => { temoin.racine().adoptedStyleSheets = temoin.racine().adoptedStyleSheets.slice(0, n); }, avant);
      assert.deepEqual(fautes(await imprimer(onglet), await voulu(onglet, etat)), []);
    }
    await onglet.fermer();
  });

  test("un texte pâle ou petit, un bouton ou un fond imprimés se voient", DELAI, async () => {
    const onglet = await ouvrir();
    await onglet.evaluer((e) => pilote.aller(e), resultats.find(({ decision }) => decision.verdict === "eligible"));
    await onglet.page.emulateMedia({ media: "print" });
    assert.deepEqual(await onglet.evaluer(defautsDePapier), []);
    const DEFAUTS = {
      "too pale": ".fiche .avis { color: #999 }",
      "too small": ".fiche .source { font-size: 6pt }",
      "to click": ".avec-fiche > .barre, .retour { display: inline !important }",
      "not on white": ".fiche-cadre { background: #eee !important }",
      ring: ".fiche-titre { outline: 2px solid !important }",
    };
    for (const [defaut, css] of Object.entries(DEFAUTS)) {
      await onglet.evaluer(habiller, css);
      const vus = await onglet.evaluer(defautsDePapier);
      assert.ok(vus.some((vu) => vu.startsWith(defaut)), `${defaut}: ${vus.join("\n")}`);
    }
    await onglet.fermer();
  });
});
