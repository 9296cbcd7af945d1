// The colours of a host page: kept when people can read them, refused whole, with the reason, when they cannot.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { couleursSansViolation } from "./commun/axe.mjs";
import { dansChaqueEtat, ouvrirPourExaminer, trouverLesEtats } from "./commun/etats.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";
import { PAIRS } from "../../www/theme.js";

// Fewer would mean that the styles are no longer all read.
const PAIRES_ATTENDUES = 18;
const REFUS = "pass-numerique : thème refusé, le test garde ses couleurs";
let site;
before(async () => {
  site = await servirLeSite();
});
after(() => site?.fermer());

/** The page as its author writes it: this style, these attributes. Runs in the page. */
async function ecrire([css, attributs = {}]) {
  document.querySelector("pass-numerique").remove();
  document.adoptedStyleSheets = [await new CSSStyleSheet().replace(css)];
  const widget = document.createElement("pass-numerique");
  widget.setAttribute("date-depot", "2024-03-15");
  for (const [nom, valeur] of Object.entries(attributs)) widget.setAttribute(nom, valeur);
  document.querySelector("main").append(widget);
  await widget.pret;
}

/** The same, and what is then seen of it. */
async function monter(onglet, { css = "", attributs = {} }) {
  await onglet.aller(site.page("encadree"));
  await ditDesErreurs(onglet);
  await onglet.evaluer(ecrire, [css, attributs]);
  const vu = await onglet.evaluer(() => {
    const racine = document.querySelector("pass-numerique").shadowRoot;
    const lire = (selecteur, propriete) => getComputedStyle(racine.querySelector(selecteur))[propriete];
    return {
      papier: lire(".pn", "backgroundColor"),
      encre: lire(".titre", "color"),
      bouton: lire(".bouton", "backgroundColor"),
      rayon: lire(".pn", "borderTopLeftRadius"),
      sondes: racine.querySelectorAll(".sonde").length,
    };
  });
  assert.equal(vu.sondes, 0, "nothing is left of the check");
  return { ...vu, dit: await ditDesErreurs(onglet) };
}

/** The errors that the console was told since the last time. */
async function ditDesErreurs(onglet) {
  await onglet.ecouter();
  return onglet.console.splice(0).filter(({ sorte }) => sorte === "error").map(({ texte }) => texte);
}

const theme = (declarations) => `pass-numerique { ${declarations} }`;
const ORIGINE = { light: { papier: "rgb(251, 250, 246)", bouton: "rgb(10, 90, 87)" }, dark: { papier: "rgb(16, 23, 30)", bouton: "rgb(127, 214, 205)" } };
const BLEU = "rgb(0, 63, 125)";

// `garde`: in which light the theme is kept; a colour of it is then on screen.
const THEMES = [
  { nom: "aucun thème", css: "", garde: ["light", "dark"] },
  { nom: "un bleu foncé", css: theme("--pn-teinte: #003f7d"), garde: ["light"], bouton: BLEU },
  { nom: "un bleu pour chaque lumière", css: theme("--pn-teinte: light-dark(#003f7d, #9cc4f5)"), garde: ["light", "dark"], bouton: { light: BLEU, dark: "rgb(156, 196, 245)" } },
  { nom: "un bleu en oklch", css: theme("--pn-teinte: oklch(0.35 0.1 255)"), garde: ["light"] },
  { nom: "un jaune en oklch", css: theme("--pn-teinte: oklch(0.9 0.15 100)"), garde: ["dark"] },
  { nom: "un nom de couleur", css: theme("--pn-encre: silver"), garde: ["dark"] },
  { nom: "une encre qui laisse voir le papier", css: theme("--pn-encre: rgb(22 33 46 / 40%)"), garde: [] },
  { nom: "une encre à peine transparente", css: theme("--pn-encre: rgb(22 33 46 / 95%)"), garde: ["light"] },
  { nom: "un papier transparent sur une page blanche", css: `body { background: white } ${theme("--pn-papier: transparent")}`, garde: ["light"] },
  { nom: "un papier transparent sur une page sombre", css: `body { background: #10171e } ${theme("--pn-papier: transparent")}`, garde: ["dark"] },
  { nom: "un bord trop pâle", css: theme("--pn-bord: #8c8c8c80"), garde: [] },
  { nom: "ce qui n'est pas une couleur", css: theme("--pn-encre: 12px"), garde: [] },
  { nom: "une règle importante", css: theme("--pn-encre: #777 !important; --pn-papier: #888 !important"), garde: [] },
  { nom: "une page claire, le test toujours clair", css: theme("--pn-teinte: #003f7d"), attributs: { theme: "clair" }, garde: ["light", "dark"], bouton: BLEU },
  { nom: "un test toujours sombre", css: theme("--pn-teinte: #003f7d"), attributs: { theme: "sombre" }, garde: [] },
];

async function juger(onglet, cas, lumiere) {
  const vu = await monter(onglet, cas);
  const ou = `${cas.nom}, ${lumiere}`;
  const sien = { clair: "light", sombre: "dark" }[cas.attributs?.theme] ?? lumiere;
  if (cas.garde.includes(lumiere)) {
    assert.deepEqual(vu.dit, [], ou);
    const bouton = cas.bouton?.[lumiere] ?? cas.bouton;
    if (bouton) assert.equal(vu.bouton, bouton, ou);
  } else {
    assert.equal(vu.dit.length, 1, `${ou}: ${vu.dit.join("\n")}`);
    assert.ok(vu.dit[0].startsWith(`${REFUS}\n  --pn-`), `${ou}: ${vu.dit[0]}`);
    assert.deepEqual({ papier: vu.papier, bouton: vu.bouton }, ORIGINE[sien], ou);
  }
}

const NAVIGATEURS = [
  { nom: "Chromium en clair", lumiere: "light", lancer: lancerChromium },
  { nom: "Chromium en sombre", lumiere: "dark", lancer: lancerChromium },
  { nom: "Firefox en clair", lumiere: "light", lancer: () => lancerFirefox({ theme: "light" }) },
  { nom: "Firefox en sombre", lumiere: "dark", lancer: () => lancerFirefox({ theme: "dark" }) },
];

for (const { nom, lumiere, lancer } of NAVIGATEURS) {
  describe(nom, () => {
    let navigateur, onglet;
    before(async () => {
      navigateur = await lancer();
      onglet = await navigateur.onglet({ colorScheme: lumiere });
    });
    after(() => navigateur?.fermer());

    for (const cas of THEMES) {
      const gardes = cas.garde.includes(lumiere) ? "gardé" : "refusé";
      test(`${cas.nom} : ${gardes}`, DELAI, () => juger(onglet, cas, lumiere));
    }

    test("le refus nomme chaque paire, son rapport et ce qui était attendu", DELAI, async () => {
      const css = theme("--pn-papier: #fff; --pn-carte: #fff; --pn-bord: #959595; --pn-encre-2: #777; --pn-rayon: 4px");
      const { dit, rayon } = await monter(onglet, { css, attributs: { theme: "clair" } });
      assert.deepEqual(dit, [
        [
          REFUS,
          "  --pn-encre-2 sur --pn-papier : 4,47:1 ; attendu : 4,5:1 au moins",
          "  --pn-encre-2 sur --pn-carte : 4,47:1 ; attendu : 4,5:1 au moins",
          "  --pn-encre-2 sur --pn-teinte-pale : 3,85:1 ; attendu : 4,5:1 au moins",
          "  --pn-encre-2 sur --pn-calme-pale : 3,83:1 ; attendu : 4,5:1 au moins",
          "  --pn-bord sur --pn-papier : 2,99:1 ; attendu : 3:1 au moins",
          "  --pn-bord sur --pn-carte : 2,99:1 ; attendu : 3:1 au moins",
        ].join("\n"),
      ]);
      assert.equal(rayon, "6px", "only colours are refused");
    });

    test("un thème est revu quand l'attribut change", DELAI, async () => {
      await monter(onglet, { css: theme("--pn-teinte: #003f7d"), attributs: { theme: "clair" } });
      const bouton = (nom) =>
        onglet.evaluer((valeur) => {
          temoin.widget().setAttribute("theme", valeur);
          return getComputedStyle(temoin.racine().querySelector(".bouton")).backgroundColor;
        }, nom);
      assert.equal(await bouton("sombre"), ORIGINE.dark.bouton);
      assert.equal((await ditDesErreurs(onglet)).length, 1);
      assert.equal(await bouton("clair"), BLEU);
      assert.deepEqual(await ditDesErreurs(onglet), [], "a theme that is right again is kept again");
    });
  });
}

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  test(`${nom} : dans un cadre que sa page cache, le test commence ; le thème est vérifié quand il se montre`, DELAI, async (t) => {
    const navigateur = await lancer();
    t.after(navigateur.fermer);
    const cadres = await servirLeSite({ csp: null });
    t.after(cadres.fermer);
    const onglet = await navigateur.onglet();
    await onglet.aller(cadres.page("cadre"));
    await onglet.evaluer(async (adresse) => {
      const cadre = document.createElement("iframe");
      cadre.hidden = true;
      cadre.src = adresse;
      const charge = new Promise((suite) => cadre.addEventListener("load", suite));
      document.querySelector("main").append(cadre);
      await charge;
    }, cadres.page("encadree"));
    const dedans = onglet.page.frames().find((un) => un.url().endsWith("/encadree.html"));
    await dedans.evaluate(ecrire, [theme("--pn-encre: #777")]);
    await onglet.evaluer(() => {
      document.querySelector("iframe").hidden = false;
    });
    const encre = () => dedans.evaluate(() => getComputedStyle(document.querySelector("pass-numerique").shadowRoot.querySelector(".titre")).color);
    await bientot(async () => assert.notEqual(await encre(), "rgb(119, 119, 119)"));
    assert.equal((await ditDesErreurs(onglet)).filter((dit) => dit.startsWith(REFUS)).length, 1);
  });
}

describe("dans Chromium", () => {
  let navigateur;
  before(async () => {
    navigateur = await lancerChromium();
  });
  after(() => navigateur?.fermer());

  test("un thème est revu quand le jour tombe", DELAI, async () => {
    const onglet = await navigateur.onglet({ colorScheme: "light" });
    const { bouton } = await monter(onglet, { css: theme("--pn-teinte: #003f7d") });
    assert.equal(bouton, BLEU);
    const passer = async (lumiere) => {
      await onglet.evaluer(() => {
        const lumieres = matchMedia("(prefers-color-scheme: dark)");
        window.autreLumiere = new Promise((suite) => lumieres.addEventListener("change", suite, { once: true }));
      });
      await onglet.theme(lumiere);
      return onglet.evaluer(async () => {
        await autreLumiere;
        return getComputedStyle(temoin.racine().querySelector(".bouton")).backgroundColor;
      });
    };
    assert.equal(await passer("dark"), ORIGINE.dark.bouton);
    assert.equal((await ditDesErreurs(onglet)).length, 1);
    await couleursSansViolation(onglet, "refused theme");
    assert.equal(await passer("light"), BLEU);
    assert.deepEqual(await ditDesErreurs(onglet), []);
    await onglet.fermer();
  });

  test("les couleurs du système ne font refuser aucun thème", DELAI, async () => {
    const onglet = await navigateur.onglet({ forcedColors: "active" });
    const { dit } = await monter(onglet, { css: theme("--pn-teinte: #003f7d") });
    assert.deepEqual(dit, []);
    await onglet.fermer();
  });

  test("toute paire de couleurs que les écrans montrent est vérifiée", DELAI, async (t) => {
    const onglet = await ouvrirPourExaminer(navigateur, site);
    const etats = await trouverLesEtats(onglet);
    const verifiees = PAIRS.map(({ drawn, behind }) => `${drawn} sur ${behind}`);
    const noms = [...new Set(PAIRS.flatMap(({ drawn, behind }) => [drawn, behind]))];
    const vues = new Set();
    await dansChaqueEtat(onglet, etats, async () => {
      for (const paire of await onglet.evaluer(pairesALEcran, noms)) vues.add(paire);
    });
    t.diagnostic(`${vues.size} pairs on ${etats.length} states: ${[...vues].sort().join(", ")}`);
    assert.ok(vues.size >= PAIRES_ATTENDUES, `only ${vues.size} pairs`);
    assert.deepEqual([...vues].filter((paire) => !verifiees.includes(paire)), []);
    await onglet.fermer();
  });
});

/** Each text and each edge of a field, with what is behind it. Runs in the page. */
function pairesALEcran(noms) {
  const { fond, rvb, vu } = mesures;
  // A colour each, put where no check sees it: they are told from one another, not read.
  const feuille = new CSSStyleSheet();
  feuille.replaceSync(`.pn { ${noms.map((nom, rang) => `${nom}: rgb(${rang + 1}, 0, 0);`).join(" ")} }`);
  const racine = temoin.racine();
  const siennes = racine.adoptedStyleSheets;
  racine.adoptedStyleSheets = [...siennes, feuille];
  const nommer = (couleur) => noms[couleur[0] - 1] ?? String(couleur);
  // A choice is written over its field, which paints the card.
  const derriere = (e) => {
    const carte = e.closest(".option-texte")?.previousElementSibling;
    const couleurs = [e, carte].filter(Boolean).map((x) => rvb(getComputedStyle(x).backgroundColor));
    return couleurs.find((couleur) => (couleur[3] ?? 1) === 1) ?? fond(e);
  };
  const paires = [];
  for (const e of racine.querySelectorAll(".pn *")) {
    if (!vu(e) || e.closest(".invisible")) continue;
    const style = getComputedStyle(e);
    const ecrit = [...e.childNodes].some((noeud) => noeud.nodeType === Node.TEXT_NODE && noeud.data.trim() !== "");
    if (ecrit) paires.push(`${nommer(rvb(style.color))} sur ${nommer(derriere(e))}`);
    if (e.matches("input")) {
      const bord = e.type === "text" ? style.borderTopColor : getComputedStyle(e, "::before").borderTopColor;
      paires.push(`${nommer(rvb(bord))} sur ${nommer(derriere(e))}`);
    }
  }
  racine.adoptedStyleSheets = siennes;
  return paires;
}
