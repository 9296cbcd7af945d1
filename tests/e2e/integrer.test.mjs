// The page for webmasters: what it gives to copy works as it is, under the policy and the headers that it tells.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { sansViolation } from "./commun/axe.mjs";
import { cadrePret } from "./commun/cadre.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { DEPLOYE, JOUR, servirLeSite } from "./commun/site.mjs";

const INTEGRITY = JSON.parse(await readFile(join(DEPLOYE, "integrity.json"), "utf8"));

/** In the page: changes fields as a person does, and gives what is shown. */
function regler(choix) {
  const form = document.querySelector("form");
  for (const [nom, valeur] of Object.entries(choix)) {
    const champ = form.elements[nom];
    if (champ instanceof RadioNodeList) [...champ].find((un) => un.value === valeur).click();
    else {
      champ.value = valeur;
      champ.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  const texte = (nom) => document.querySelector(`[data-extrait=${nom}]`).textContent;
  return { balise: texte("balise"), politique: texte("politique") };
}

const REGLAGES = { dossier: "/www/", portail: "https://exemple.fr/portail?a=1&b=2", contact: "tel:+33300000000", theme: "sombre", lang: "en", "date-depot": JOUR };

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur, site;
    before(async () => {
      navigateur = await lancer();
      site = await servirLeSite();
    });
    after(async () => {
      await navigateur?.fermer();
      await site?.fermer();
    });

    async function ouvrir(t, options) {
      const onglet = await navigateur.onglet(options);
      t.after(onglet.fermer);
      await onglet.ouvrir(`${site.url}/www/integrer.html`);
      await bientot(async () => assert.match(await onglet.evaluer(() => document.querySelector("[data-extrait=balise]").textContent), /integrity/));
      return onglet;
    }

    /** A page of another site that holds what was copied, under the policy that was told and no more. */
    async function coller(t, { balise, politique }) {
      const dossier = await mkdtemp(join(tmpdir(), "pass-numerique-"));
      t.after(() => rm(dossier, { recursive: true }));
      await writeFile(join(dossier, "essai.html"), `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title>Essai</title><link rel="icon" href="data:,"><main>${balise}</main>`);
      const hote = await servirLeSite({ racine: dossier, csp: null, entetes: (chemin) => (chemin === "/essai.html" ? { "Content-Security-Policy": `default-src 'none'; img-src data:; require-trusted-types-for 'script'; ${politique}` } : {}) });
      t.after(hote.fermer);
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.page.goto(`${hote.url}/essai.html`);
      return onglet;
    }

    test("la balise copiée marche sous la politique dite, avec ses réglages et son repli", DELAI, async (t) => {
      const onglet = await ouvrir(t);
      const copie = await onglet.evaluer(regler, { forme: "element", ...REGLAGES });
      assert.ok(copie.balise.includes(`integrity="${INTEGRITY.files["pass-numerique.js"]}"`));
      const colle = await coller(t, copie);
      await colle.pret();
      const vu = await colle.evaluer(() => {
        const widget = document.querySelector("pass-numerique");
        return { attributs: Object.fromEntries([...widget.attributes].map(({ name, value }) => [name, value])), repli: widget.querySelectorAll("h2").length };
      });
      const { dossier, ...attributs } = REGLAGES;
      assert.equal(dossier, "/www/");
      assert.deepEqual(vu, { attributs, repli: 5 });
      await colle.sansErreur();
    });

    for (const mode of ["guichet", "classe"]) {
      test(`la balise du mode ${mode} marche aussi`, DELAI, async (t) => {
        const onglet = await ouvrir(t);
        const colle = await coller(t, await onglet.evaluer(regler, { dossier: "/www/", mode }));
        await colle.pret();
        assert.equal(await colle.evaluer(() => document.querySelector("pass-numerique").getAttribute("mode")), mode);
        await colle.sansErreur();
      });
    }

    test("le cadre copié marche sous la politique dite, à la bonne hauteur", DELAI, async (t) => {
      const onglet = await ouvrir(t);
      const copie = await onglet.evaluer(regler, { forme: "cadre", ...REGLAGES });
      const colle = await coller(t, copie);
      await bientot(async () => {
        const hauteurs = await colle.evaluer(() => [document.querySelector("iframe").clientHeight, document.querySelector("iframe").style.height]);
        assert.match(hauteurs[1], /px$/);
      });
      const cadre = await cadrePret(colle.page);
      assert.deepEqual(await cadre.evaluate(() => Object.fromEntries([...document.querySelector("pass-numerique").attributes].map(({ name, value }) => [name, value]))), {
        "date-depot": JOUR, portail: REGLAGES.portail, contact: REGLAGES.contact, theme: "sombre", lang: "en",
      });
    });

    test("le code court, le paquet et le fichier disent les mêmes réglages", DELAI, async (t) => {
      const onglet = await ouvrir(t);
      const { balise: code } = await onglet.evaluer(regler, { forme: "wordpress", ...REGLAGES });
      assert.equal(code, `[pass_numerique lang="en" theme="sombre" date-depot="${JOUR}" portail="https://exemple.fr/portail?a=1&amp;b=2" contact="tel:+33300000000"]`);
      const { balise: paquet } = await onglet.evaluer(regler, { forme: "npm" });
      assert.ok(paquet.startsWith(`npm install ./pass-numerique-${INTEGRITY.version}.tgz\n\nimport "pass-numerique/element";\n`));
      for (const [mode, fichier] of [["", "offline.html"], ["guichet", "offline-guichet.html"], ["classe", "offline-classe.html"]]) {
        const { balise } = await onglet.evaluer(regler, { forme: "fichier", mode, "date-depot": "" });
        assert.equal(balise, fichier);
        const lien = await onglet.evaluer(() => ({ cache: document.querySelector("[data-telecharger]").hidden, href: document.querySelector("[data-telecharger]").href }));
        assert.deepEqual(lien, { cache: false, href: `${site.url}/www/${fichier}` });
        assert.ok(INTEGRITY.files[fichier]);
      }
    });

    test("l'aperçu suit les réglages, et une adresse fausse le dit sans entrer dans la balise", DELAI, async (t) => {
      const onglet = await ouvrir(t);
      const apercu = (attribut) => onglet.evaluer((nom) => document.querySelector("pass-numerique").getAttribute(nom), attribut);
      await onglet.evaluer(regler, { mode: "guichet", theme: "clair", contact: "mailto:aide@exemple.fr" });
      assert.deepEqual([await apercu("mode"), await apercu("theme"), await apercu("contact")], ["guichet", "clair", "mailto:aide@exemple.fr"]);
      await onglet.pret();
      const fausses = { portail: ["javascript:alert(1)", "//mechant.exemple/", "http://exemple.fr/", "https://a@b/", 'https://exemple.fr/"x'], contact: ["javascript:alert(1)", "tel:javascript:1", "mailto:x"], dossier: ["pass-numerique", "//mechant.exemple/", "http://exemple.fr/"] };
      for (const [champ, valeurs] of Object.entries(fausses)) {
        for (const valeur of valeurs) {
          const { balise } = await onglet.evaluer(regler, { [champ]: valeur });
          assert.ok(!balise.includes(`"${valeur}`), valeur);
          const dit = await onglet.evaluer((nom) => {
            const un = document.getElementById(nom);
            const erreur = document.getElementById(`${nom}-erreur`);
            return { invalide: un.getAttribute("aria-invalid"), lie: un.getAttribute("aria-describedby").includes(erreur.id), dit: erreur.textContent };
          }, champ);
          assert.deepEqual([dit.invalide, dit.lie], ["true", true], valeur);
          assert.match(dit.dit, /^Écrivez /);
        }
      }
      // Whole addresses of another site: the policy names it.
      const { politique } = await onglet.evaluer(regler, { dossier: "https://aides.exemple.fr/test", portail: "", contact: "" });
      assert.equal(politique, "script-src https://aides.exemple.fr 'wasm-unsafe-eval'; connect-src https://aides.exemple.fr");
      assert.equal(await onglet.evaluer(() => document.querySelectorAll("[aria-invalid=true]").length), 0);
      // A frame shows the citizens' test only.
      await onglet.evaluer(regler, { forme: "cadre" });
      assert.equal(await apercu("mode"), null);
    });
  });
}

describe("pour tout le monde", () => {
  let navigateur, site;
  before(async () => {
    navigateur = await lancerChromium();
    site = await servirLeSite();
  });
  after(async () => {
    await navigateur?.fermer();
    await site?.fermer();
  });
  async function ouvrir(t, options) {
    const onglet = await navigateur.onglet(options);
    t.after(onglet.fermer);
    await onglet.ouvrir(`${site.url}/www/integrer.html`);
    return onglet;
  }

  test("axe n'a rien à dire, claire et sombre, large et à 320 px, et rien ne déborde", DELAI, async (t) => {
    for (const largeur of [1280, 320]) {
      const onglet = await ouvrir(t, { largeur });
      await onglet.evaluer(() => document.querySelectorAll("details").forEach((un) => (un.open = true)));
      for (const theme of ["light", "dark"]) {
        await onglet.theme(theme);
        for (const forme of ["element", "cadre", "fichier"]) {
          await onglet.evaluer(regler, { forme, portail: "faux" });
          await sansViolation(onglet, `${forme}, ${theme}, ${largeur}`);
        }
        await onglet.capture(`integrer/${largeur}-${theme}`);
      }
      const vu = await onglet.evaluer(() => ({
        large: document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
        petites: [...document.querySelectorAll("main :is(button, select, input:not([type=radio]), .cartes label, summary)")]
          .filter((un) => un.checkVisibility()).filter((un) => un.getBoundingClientRect().height < 44).map((un) => un.outerHTML.slice(0, 80)),
      }));
      assert.deepEqual(vu, { large: 0, petites: [] });
    }
  });

  test("au clavier seul, on choisit une forme, on règle et on copie", DELAI, async (t) => {
    const onglet = await ouvrir(t, { permissions: ["clipboard-read", "clipboard-write"] });
    const foyer = () => onglet.evaluer(() => document.activeElement.name || document.activeElement.dataset.copier || document.activeElement.localName);
    async function jusqua(nom) {
      for (let pas = 0; pas < 40; pas += 1) {
        if (await foyer() === nom) return;
        await onglet.touche("Tab");
      }
      assert.fail(`Tab never reached « ${nom} »`);
    }
    await jusqua("forme");
    await onglet.touche("ArrowDown");
    await onglet.touche("ArrowDown");
    await jusqua("contact");
    await onglet.taper("tel:0300000000");
    await jusqua("balise");
    await onglet.touche("Enter");
    await bientot(async () => assert.equal(await onglet.evaluer(() => document.querySelector("[role=status]").textContent), "Copié."));
    assert.equal(await onglet.evaluer(() => navigator.clipboard.readText()), '[pass_numerique contact="tel:0300000000"]');
  });

  test("sans presse-papiers, le texte est sélectionné et c'est dit", DELAI, async (t) => {
    const onglet = await ouvrir(t);
    await onglet.evaluer(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.querySelector("[data-copier=politique]").click();
    });
    await bientot(async () => assert.match(await onglet.evaluer(() => document.querySelector("[role=status]").textContent), /sélectionné/));
    assert.equal(await onglet.evaluer(() => String(getSelection())), "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
  });

  test("sans JavaScript, la page dit l'essentiel, sans bouton qui ne ferait rien", DELAI, async (t) => {
    const onglet = await navigateur.onglet({ javaScriptEnabled: false });
    t.after(onglet.fermer);
    await onglet.page.goto(`${site.url}/www/integrer.html`);
    assert.match(await onglet.page.locator("[data-extrait=balise]").innerText(), /<pass-numerique>/);
    assert.equal(await onglet.page.locator(".copier:visible, .telecharger:visible").count(), 0);
  });
});
