// The widget in other people's pages: whatever their style sheet says, the same screens, readable and usable.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { sansViolation, voitUnDefaut } from "./commun/axe.mjs";
import { Clavier } from "./commun/clavier.mjs";
import { installerMesures, mesurer } from "./commun/mesures.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { noterLesRequetes } from "./commun/requetes.mjs";
import { SCENARIOS, reponseA } from "./commun/scenarios.mjs";
import { WASM, servirLeSite } from "./commun/site.mjs";

let navigateur, stricte, libre;
before(async () => {
  navigateur = await lancerChromium();
  stricte = await servirLeSite();
  libre = await servirLeSite({ csp: null });
});
after(async () => {
  await navigateur?.fermer();
  await stricte?.fermer();
  await libre?.fermer();
});

/** Everything that a host page could spoil on the screen shown. */
async function examiner(onglet, ou) {
  for (const theme of ["light", "dark"]) {
    await onglet.theme(theme);
    await sansViolation(onglet, `${ou}, ${theme}`);
  }
  await onglet.theme("light");
  await mesurer(onglet, ["debordements", "chevauchements", "cibles", "references", "anneaux"], ou);
  const vu = await onglet.evaluer(() => {
    const champs = [...temoin.racine().querySelectorAll("input, fieldset, legend, label, button")];
    const textes = [...temoin.racine().querySelectorAll(".titre, p, li, .option-nom, .bouton")].filter((e) => e.checkVisibility());
    const style = (e, nom) => getComputedStyle(e)[nom];
    return {
      caches: champs.filter((e) => !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })).map((e) => e.outerHTML.slice(0, 80)),
      petits: textes.filter((e) => Number.parseFloat(style(e, "fontSize")) < 14.4).map((e) => `${e.className} ${style(e, "fontSize")}`),
      titre: Object.fromEntries(
        ["fontStyle", "textTransform", "letterSpacing", "wordSpacing", "textIndent", "whiteSpace", "textAlign"].map((nom) => [
          nom,
          style(temoin.racine().querySelector(".titre"), nom),
        ]),
      ),
      curseur: style(temoin.racine().querySelector(".bouton"), "cursor"),
    };
  });
  assert.deepEqual(vu.caches, [], `${ou}: hidden by the host page`);
  assert.deepEqual(vu.petits, [], `${ou}: too small`);
  assert.deepEqual(vu.titre, {
    fontStyle: "normal",
    textTransform: "none",
    letterSpacing: "normal",
    wordSpacing: "0px",
    textIndent: "0px",
    whiteSpace: "normal",
    textAlign: "start",
  }, ou);
  assert.equal(vu.curseur, "pointer", ou);
}

const HOTES = [
  { nom: "nue", qui: "une page sans style ni politique", site: () => libre },
  { nom: "nue", qui: "une page à la politique stricte", site: () => stricte },
  { nom: "bootstrap", qui: "une page à la Bootstrap", site: () => stricte },
  { nom: "hostile", qui: "une page au style hostile", site: () => stricte },
  { nom: "petite", qui: "une page où un rem fait 10 px", site: () => stricte },
];

for (const { nom, qui, site } of HOTES) {
  for (const largeur of [1280, 320]) {
    test(`${qui} ne change rien au test, à ${largeur} px`, DELAI, async () => {
      const onglet = await navigateur.onglet({ largeur, hauteur: largeur === 320 ? 256 : 900 });
      await onglet.ouvrir(site().page(nom));
      await onglet.evaluer(installerMesures);
      await onglet.touche("Tab");
      await examiner(onglet, `${nom}, accueil`);
      const clavier = new Clavier(onglet);
      await onglet.evaluer(() => document.querySelector("#avant").focus());
      await clavier.commencer();
      const scenario = SCENARIOS[1];
      for (let ecran = await clavier.ecran(); ecran.sorte === "question"; ecran = await clavier.ecran()) {
        // In error first, then answered.
        await clavier.continuer();
        await examiner(onglet, `${nom}, ${ecran.question}`);
        await onglet.evaluer(() => temoin.racine().querySelector(".titre").focus());
        await clavier.repondre(reponseA(scenario, ecran.question));
        await clavier.continuer();
      }
      await examiner(onglet, `${nom}, verification`);
      await onglet.evaluer(() => temoin.racine().querySelector(".titre").focus());
      await clavier.appuyer("Voir le résultat");
      await onglet.evaluer(() => temoin.racine().querySelectorAll("details").forEach((volet) => (volet.open = true)));
      await examiner(onglet, `${nom}, résultat`);
      await voitUnDefaut(onglet, nom);
      await onglet.capture(`hotes/${qui}-${largeur}`.replaceAll(" ", "-"));
      await onglet.sansErreur();
      await onglet.fermer();
    });
  }
}

test("la page de démonstration passe axe au début et au résultat", DELAI, async () => {
  for (const jour of ["2024-03-15", "2026-11-20"]) {
    for (const [largeur, hauteur] of [[1280, 900], [320, 256]]) {
      const onglet = await navigateur.onglet({ largeur, hauteur });
      await onglet.ouvrir(stricte.demo(jour));
      await onglet.evaluer(installerMesures);
      for (const theme of ["light", "dark"]) {
        await onglet.theme(theme);
        await sansViolation(onglet, `demo, ${jour}, ${theme}`);
        await onglet.capture(`demo/${jour}-${largeur}-${theme}`);
      }
      await mesurer(onglet, ["debordements", "chevauchements", "cibles"], `demo, ${jour}, ${largeur}`);
      await onglet.fermer();
    }
  }
});

test("deux tests sur une page ne se connaissent pas", DELAI, async () => {
  const onglet = await navigateur.onglet();
  await onglet.ouvrir(stricte.page("deux"));
  await onglet.pret(1);
  const clavier = new Clavier(onglet);
  await clavier.commencer();
  await clavier.repondre("59000");
  await clavier.continuer();

  const lire = () =>
    onglet.evaluer(() =>
      [0, 1].map((rang) => ({
        question: temoin.ecran(rang).question,
        sorte: temoin.ecran(rang).sorte,
        reponses: temoin.widget(rang).demande.reponses,
        depot: temoin.widget(rang).demande.dateDepot,
        titre: temoin.racine(rang).querySelector(".titre").localName,
      })),
    );
  assert.deepEqual(await lire(), [
    { question: "tranche-age", sorte: "question", reponses: { "code-postal": "59000" }, depot: "2024-03-15", titre: "h2" },
    { question: null, sorte: "accueil", reponses: {}, depot: "2023-05-10", titre: "h3" },
  ]);
  assert.equal((await clavier.focus()).rang, 0);

  // The second, by keyboard: the first keeps its screen, and the same ids do not cross.
  await clavier.aller("le second test", (f) => f.rang === 1 && f.nom === "Commencer");
  await onglet.touche("Enter");
  await clavier.aller("Continuer du second", (f) => f.rang === 1 && f.nom === "Continuer");
  await onglet.touche("Enter");
  const resume = await clavier.focus();
  assert.deepEqual([resume.rang, resume.classe], [1, "resume-erreurs"]);
  await onglet.touche("Tab");
  await onglet.touche("Enter");
  const champ = await clavier.focus();
  assert.deepEqual([champ.rang, champ.balise], [1, "input"], "the error leads to its own widget's field");
  const [premier, second] = await lire();
  assert.deepEqual([premier.question, second.question], ["tranche-age", "code-postal"]);
  await sansViolation(onglet, "two widgets");

  const evenements = await onglet.evaluer(() => temoin.evenements.filter((e) => e.nom === "etape").map((e) => [e.de, e.detail.question]));
  assert.deepEqual(evenements, [["premier", "code-postal"], ["premier", "tranche-age"], ["second", "code-postal"]]);
  await onglet.fermer();
});

test("un test retiré puis remis dans la page marche encore", DELAI, async () => {
  const onglet = await navigateur.onglet();
  await onglet.ouvrir(stricte.page("nue"));
  await onglet.evaluer(async () => {
    const widget = temoin.widget();
    const place = widget.parentElement;
    widget.remove();
    place.append(widget);
    await widget.pret;
  });
  const cadres = await onglet.evaluer(() => temoin.racine().querySelectorAll(".pn").length);
  assert.equal(cadres, 1);
  const clavier = new Clavier(onglet);
  await clavier.commencer();
  assert.equal((await clavier.ecran()).question, "code-postal");
  await onglet.sansErreur();
  await onglet.fermer();
});

test("avec lazy, rien ne se charge avant que le test soit en vue", DELAI, async () => {
  const onglet = await navigateur.onglet();
  const requetes = noterLesRequetes(onglet);
  await onglet.page.goto(stricte.page("plus-bas"), { waitUntil: "load" });
  // Browsers tell observers in the order in which they were made: the widget's own has been told by now.
  await onglet.evaluer(async () => {
    await customElements.whenDefined("pass-numerique");
    await new Promise((dit) => new IntersectionObserver(dit).observe(temoin.widget()));
  });
  const avant = await requetes();
  assert.ok(!avant.some((url) => url.endsWith(WASM)), `nothing yet: ${avant}`);
  assert.ok(await onglet.page.locator(".repli").isVisible(), "the fallback holds the place");
  await onglet.page.locator("pass-numerique").scrollIntoViewIfNeeded();
  await onglet.pret();
  assert.ok((await requetes()).some((url) => url.endsWith(".wasm")));
  assert.equal((await new Clavier(onglet).ecran()).sorte, "accueil");
  await onglet.fermer();
});
