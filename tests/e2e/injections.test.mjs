// Hostile strings in each attribute, each address, each field, each text of a catalogue and each cell of a list: nothing runs,
// and nothing stands outside the root. In pages without a policy, where a script that came in would run.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { cadreDe } from "./commun/cadre.mjs";
import { ecrirePageNpm } from "./commun/formes.mjs";
import { HOSTILES } from "./commun/injections.mjs";
import { DEPOT, lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { installerPilote } from "./commun/pilote.mjs";
import { DEPLOYE, servirLeSite } from "./commun/site.mjs";

const CHARGE = '<img src=x onerror="window.execute=1"><script>window.execute=1</script>"\'><svg onload=window.execute=1>';
const QUI_S_OUVRENT = HOSTILES.filter((une) => /[<"']/.test(une));

const { attributes } = JSON.parse(await readFile(join(DEPOT, "www/npm/custom-elements.json"), "utf8")).modules[0].declarations[0];
const ATTRIBUTS = attributes.map(({ name }) => name);

/** In the page: what came in that nobody of the project wrote. */
function entre() {
  const racines = [...document.querySelectorAll("pass-numerique")].map(({ shadowRoot }) => shadowRoot);
  const dedans = racines.flatMap((racine) => [...racine.querySelectorAll("*")]);
  // Scripts stand in the head, and at the end of a page with everything inside.
  const mauvais = [...dedans, ...document.querySelectorAll("pass-numerique *, body > :not(script)")].filter((un) =>
    un.matches("img, svg, iframe, object, embed, script") ||
    [...un.attributes].some(({ name, value }) => /^on/.test(name) || /^\s*(javascript|data|vbscript):/i.test(value) && /^(href|src|action|formaction)$/.test(name)));
  return { execute: window.execute ?? null, mauvais: mauvais.map((un) => un.outerHTML.slice(0, 120)) };
}
const RIEN = { execute: null, mauvais: [] };

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur, libre, dossier, npm;
    before(async () => {
      navigateur = await lancer();
      libre = await servirLeSite({ csp: null });
      dossier = await mkdtemp(join(tmpdir(), "injections-"));
      await ecrirePageNpm(dossier, "<pass-numerique></pass-numerique>");
      npm = await servirLeSite({ racine: dossier, csp: null });
    });
    after(async () => {
      await navigateur?.fermer();
      await libre?.fermer();
      await npm?.fermer();
      await rm(dossier, { recursive: true });
    });

    async function ouvrir(t, adresse) {
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.ouvrir(adresse);
      await onglet.evaluer(installerPilote);
      return onglet;
    }

    test("la page lancerait un script qui entrerait, et on le verrait", DELAI, async (t) => {
      const onglet = await ouvrir(t, libre.page("nue"));
      await onglet.evaluer((charge) => (temoin.racine().querySelector(".pn").innerHTML += charge), CHARGE);
      await bientot(async () => {
        const { execute, mauvais } = await onglet.evaluer(entre);
        assert.equal(execute, 1);
        assert.ok(mauvais.length >= 2, mauvais.join());
      });
    });

    for (const [forme, adresse] of [["l'élément", () => libre.page("nue")], ["l'élément du paquet npm", () => `${npm.url}/index.html`]]) {
      test(`${forme} : aucun de ses ${ATTRIBUTS.length} attributs n'est une porte`, DELAI, async (t) => {
        assert.ok(ATTRIBUTS.length >= 11);
        const onglet = await ouvrir(t, adresse());
        for (const attribut of ATTRIBUTS) {
          const essais = await onglet.evaluer(async ([attribut, valeurs]) => {
            for (const valeur of valeurs) {
              const widget = document.createElement("pass-numerique");
              widget.setAttribute("date-depot", "2024-03-15");
              widget.setAttribute(attribut, valeur);
              widget.append("Les conditions");
              document.querySelector("pass-numerique").replaceWith(widget);
              if (attribut !== "lazy") await widget.pret.catch(() => {});
            }
            return valeurs.length;
          }, [attribut, [...HOSTILES, CHARGE]]);
          assert.equal(essais, HOSTILES.length + 1);
          assert.deepEqual(await onglet.evaluer(entre), RIEN, attribut);
        }
      });
    }

    test("l'adresse du cadre et celle du fichier n'en sont pas", DELAI, async (t) => {
      const PARAMETRES = ["date-depot", "heading-level", "portail", "contact", "theme", "lang", "historique"];
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.aller(libre.page("cadre"));
      for (const valeur of QUI_S_OUVRENT) {
        const adresse = `${libre.url}/www/frame.html?${new URLSearchParams(PARAMETRES.map((un) => [un, valeur]))}#${encodeURIComponent(valeur)}`;
        await onglet.evaluer(async (src) => {
          document.querySelector("iframe")?.remove();
          const cadre = Object.assign(document.createElement("iframe"), { title: "Test", src });
          const chargee = new Promise((suite) => cadre.addEventListener("load", suite));
          document.querySelector("main").append(cadre);
          await chargee;
          // Of the same origin: the page around can look into it.
          await cadre.contentDocument.querySelector("pass-numerique").pret.catch(() => {});
        }, adresse);
        const dedans = cadreDe(onglet.page);
        assert.deepEqual(await dedans.evaluate(entre), RIEN, valeur);
      }
      const lien = new URLSearchParams(["pn-date-depot", "pn-mode", "pn-lang"].map((un) => [un, CHARGE]));
      await onglet.ouvrir(`${pathToFileURL(join(DEPLOYE, "offline.html"))}?${lien}#${encodeURIComponent(CHARGE)}`);
      assert.deepEqual(await onglet.evaluer(entre), RIEN);
    });

    test("ce que l'on tape n'en est pas une", DELAI, async (t) => {
      const onglet = await ouvrir(t, libre.page("nue"));
      await onglet.evaluer(async (valeurs) => {
        const racine = temoin.racine();
        racine.querySelector("[data-action=commencer]").click();
        for (const valeur of valeurs) {
          racine.querySelector("input[type=text]").value = valeur;
          racine.querySelector("form[data-question] button[type=submit]").click();
          if (!racine.querySelector(".erreur")) throw new Error(`${valeur} is accepted`);
        }
      }, [...HOSTILES.filter((une) => une.trim()), CHARGE]);
      assert.deepEqual(await onglet.evaluer(entre), RIEN);

      const guichet = await ouvrir(t, `${libre.url}/www/guichet.html?pn-date-depot=2024-03-15`);
      await guichet.evaluer((valeurs) => {
        for (const valeur of valeurs) {
          for (const champ of temoin.racine().querySelectorAll("input[type=text]")) {
            champ.value = valeur;
            champ.dispatchEvent(new Event("input", { bubbles: true }));
            champ.dispatchEvent(new Event("change", { bubbles: true }));
          }
        }
      }, [...HOSTILES, CHARGE]);
      assert.deepEqual(await guichet.evaluer(entre), RIEN);
    });

    test("les cellules d'une liste se lisent telles qu'elles sont écrites", DELAI, async (t) => {
      const onglet = await ouvrir(t, `${libre.url}/www/classe.html?pn-date-depot=2024-03-15`);
      const cellule = `"${CHARGE.replaceAll('"', '""')}"`;
      await onglet.evaluer((texte) => {
        const donnees = new DataTransfer();
        donnees.items.add(new File([texte], "<img src=x onerror=window.execute=1>.csv"));
        const champ = temoin.racine().querySelector("input[type=file]");
        champ.files = donnees.files;
        champ.dispatchEvent(new Event("change", { bubbles: true }));
      }, `Nom;Prénom;Né(e) le;Classe;CP\r\n${cellule};${cellule};14/03/2005;${cellule};59300\r\n`);
      await bientot(async () => assert.ok(await onglet.evaluer(() => temoin.racine().querySelector("[data-action=voir]") !== null)));
      assert.deepEqual(await onglet.evaluer(entre), RIEN);
      await onglet.evaluer(() => temoin.racine().querySelector("[data-action=voir]").click());
      await bientot(async () => assert.match(await onglet.evaluer(() => temoin.racine().querySelector(".eleves tbody")?.textContent ?? ""), /<IMG|<img/i));
      assert.deepEqual(await onglet.evaluer(entre), RIEN);
    });

    test("aucun texte d'un catalogue n'en est une, jusqu'au résultat", DELAI, async (t) => {
      const catalogue = JSON.parse(await readFile(join(DEPOT, "tests/autres-aides/lens-lievin.json"), "utf8"));
      let changes = 0;
      const salir = (noeud) => {
        for (const [cle, valeur] of Object.entries(noeud)) {
          if (typeof valeur === "string") {
            noeud[cle] = `${valeur} ${CHARGE}`;
            changes += 1;
          } else if (valeur) salir(valeur);
        }
      };
      salir(catalogue.textes);
      assert.ok(changes > 10, `${changes} texts`);
      const onglet = await ouvrir(t, libre.page("nue"));
      const vu = await onglet.evaluer(async (texte) => {
        const widget = document.createElement("pass-numerique");
        widget.setAttribute("date-depot", "2021-06-01");
        widget.setAttribute("reglements", URL.createObjectURL(new Blob([texte], { type: "application/json" })));
        document.querySelector("pass-numerique").replaceWith(widget);
        await widget.pret;
        const racine = widget.shadowRoot;
        racine.querySelector("[data-action=commencer]")?.click();
        for (let pas = 0; pas < 20 && pilote.question(); pas += 1) {
          pilote.remplir({ "code-postal": "62300" }, "2021-06-01");
          racine.querySelector("form[data-question] button[type=submit]").click();
        }
        racine.querySelector("[data-action=voir-resultat]")?.click();
        return { montre: racine.textContent.includes("onerror="), reponse: racine.querySelector(".reponse") !== null };
      }, JSON.stringify(catalogue));
      assert.deepEqual(vu, { montre: true, reponse: true }, "the texts are shown, as texts");
      assert.deepEqual(await onglet.evaluer(entre), RIEN);
    });
  });
}
