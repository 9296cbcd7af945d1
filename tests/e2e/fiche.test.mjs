// The sheet in other people's pages: asked by our button it is printed alone, and the page is then as it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { lireLePdf } from "./commun/fiche.mjs";
import { installerMesures } from "./commun/mesures.mjs";
import { installerPilote } from "./commun/pilote.mjs";

const decor = monterLeDecor();
const CAS = { depot: "2024-03-15", reponses: { "code-postal": "59000", "tranche-age": "60+", "pass-recus": 0, accompagne: false, hebergement: "a-son-nom" } };
const OUI = "Vous pouvez demander le pass numérique.";

/** What the widget must leave in the page as it found it. */
function traces() {
  const racines = (racine) => [racine, ...[...racine.querySelectorAll("*")].flatMap((e) => (e.shadowRoot ? racines(e.shadowRoot) : []))];
  return {
    feuilles: racines(document).map((racine) => racine.adoptedStyleSheets.length),
    marques: racines(document).flatMap((racine) => [...racine.querySelectorAll("[data-pass-numerique-print]")]).length,
    balises: document.querySelectorAll("iframe, style").length,
  };
}

async function ouvrir(page) {
  const onglet = await decor.navigateur.onglet();
  await onglet.ouvrir(decor.site.page(page));
  await onglet.evaluer(installerPilote);
  await onglet.evaluer(installerMesures);
  await onglet.evaluer(() => { window.print = () => {}; });
  return onglet;
}

const pdf = async (onglet) => lireLePdf(await onglet.page.pdf({ format: "A4" }));

/** Prints by the button, then by the page itself. */
async function imprimerDeuxFois(onglet, bouton) {
  const avant = await onglet.evaluer(traces);
  await onglet.evaluer(bouton);
  const prete = await onglet.evaluer(traces);
  assert.ok(prete.marques > 0, "nothing was prepared");
  assert.equal(prete.balises, avant.balises, "no frame and no style element");
  const seule = await pdf(onglet);
  assert.deepEqual(await onglet.evaluer(traces), avant, "the page is as it was");
  return { seule, avecLaPage: await pdf(onglet) };
}

const parLeBouton = () => temoin.racine().querySelector("[data-action=imprimer]").click();

const HOTES = {
  encadree: "Une page autour du test",
  bootstrap: "Une page à la Bootstrap",
  hostile: "Une page dont le style écrase tout",
  petite: "Une page où un rem fait dix pixels",
  deux: "Une page avec deux tests",
};

for (const [page, titre] of Object.entries(HOTES)) {
  test(`notre bouton imprime la fiche seule, et la page s'imprime comme elle veut : ${titre}`, DELAI, async () => {
    const onglet = await ouvrir(page);
    await onglet.evaluer((e) => pilote.aller(e), { cas: CAS, ecran: "resultat" });
    const { seule, avecLaPage } = await imprimerDeuxFois(onglet, parLeBouton);
    assert.equal(seule.pages, 1);
    assert.ok(seule.texte.startsWith("Pass numérique de la Région Hauts-de-France"), seule.texte);
    for (const dit of [OUI, "Cachet"]) assert.ok(seule.texte.includes(dit), `« ${dit} » is not in: ${seule.texte}`);
    for (const tu of [titre, "Avant le", "Après le", "Commencer"]) assert.ok(!seule.texte.includes(tu), `« ${tu} » is in: ${seule.texte}`);
    // A style sheet that writes in capitals, or over the words, must not reach the sheet either.
    assert.deepEqual(seule.mots.filter(({ gauche, droite }) => gauche < 28 || droite > seule.largeur - 28), []);
    assert.ok(avecLaPage.texte.toLowerCase().includes(titre.toLowerCase()), avecLaPage.texte);
    assert.ok(avecLaPage.texte.includes(OUI), "the page prints the sheet in the place of the result");
    await onglet.fermer();
  });
}

test("imprimer() imprime la fiche seule, quelle que soit la colonne où la page met le test", DELAI, async () => {
  const onglet = await ouvrir("encadree");
  await onglet.evaluer(() => {
    const colonne = document.createElement("div");
    Object.assign(colonne.style, { width: "300px", padding: "80px", margin: "400px 0 0 500px", columns: "2", overflow: "hidden", height: "200px" });
    temoin.widget().replaceWith(colonne);
    const widget = document.createElement("pass-numerique");
    widget.setAttribute("date-depot", "2024-03-15");
    widget.style.maxWidth = "200px";
    colonne.append(widget);
    return widget.pret;
  });
  await onglet.evaluer((e) => pilote.aller(e), { cas: CAS, ecran: "resultat" });
  const { seule } = await imprimerDeuxFois(onglet, () => temoin.widget().imprimer());
  assert.equal(seule.pages, 1);
  const droite = Math.max(...seule.mots.map((mot) => mot.droite));
  assert.ok(droite > seule.largeur * 0.8, `the sheet is as wide as the paper: ${droite} of ${seule.largeur}`);
  await onglet.fermer();
});

test("dans la racine fermée au style d'un autre composant, ou dans sa fente, la fiche est seule aussi", DELAI, async () => {
  for (const place of ["racine", "fente"]) {
    const onglet = await ouvrir("encadree");
    await onglet.evaluer((ou) => {
      const boite = document.createElement("section");
      const racine = boite.attachShadow({ mode: "open" });
      const titre = document.createElement("h2");
      titre.textContent = "Le titre du composant";
      const dedans = document.createElement("div");
      dedans.style.width = "250px";
      racine.append(titre, dedans);
      const widget = document.createElement("pass-numerique");
      // Closed: the answer at once.
      widget.setAttribute("date-depot", "2026-11-20");
      temoin.widget().replaceWith(boite);
      if (ou === "fente") {
        dedans.append(document.createElement("slot"));
        const voisin = document.createElement("p");
        voisin.textContent = "Le voisin";
        boite.append(widget, voisin);
      } else {
        dedans.append(widget);
      }
      window.sien = widget;
      return widget.pret;
    }, place);
    const { seule, avecLaPage } = await imprimerDeuxFois(onglet, () => sien.imprimer());
    assert.ok(seule.texte.includes("On ne peut plus demander le pass numérique."), `${place}: ${seule.texte}`);
    for (const tu of ["Le titre du composant", "Le voisin", "Une page autour"]) assert.ok(!seule.texte.includes(tu), `${place}: « ${tu} » is in: ${seule.texte}`);
    assert.ok(avecLaPage.texte.includes("Le titre du composant"), place);
    await onglet.fermer();
  }
});

test("une question s'imprime sans sa page, et deux impressions de suite ne laissent rien", DELAI, async () => {
  const onglet = await ouvrir("encadree");
  await onglet.evaluer((e) => pilote.aller(e), { cas: CAS, ecran: "code-postal", variante: "vide" });
  const avant = await onglet.evaluer(traces);
  await onglet.evaluer(() => temoin.widget().imprimer());
  await onglet.evaluer(() => temoin.widget().imprimer());
  const { texte } = await pdf(onglet);
  assert.ok(texte.includes("Quel est votre code postal ?") && !texte.includes("Une page autour"), texte);
  assert.deepEqual(await onglet.evaluer(traces), avant);
  await onglet.fermer();
});
