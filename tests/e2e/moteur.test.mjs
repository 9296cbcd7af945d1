// Where WebAssembly is refused the same engine runs in JavaScript: the same answers, the same screens, and no byte more
// for who does not need it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DELAI, bientot } from "./commun/attente.mjs";
import { cadrePret } from "./commun/cadre.mjs";
import { Clavier } from "./commun/clavier.mjs";
import { LISTE, ouvrirLaClasse } from "./commun/classe.mjs";
import { DOSSIERS as DOSSIERS_DU_GUICHET, DOSSIERS_ECRITS as DOSSIERS, dossiersAuGuichet } from "./commun/dossiers-au-guichet.mjs";
import { sansWebAssembly } from "./commun/dans-la-page.mjs";
import { ouvrirLeGuichet } from "./commun/guichet.mjs";
import { DEPOT, lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { installerPilote } from "./commun/pilote.mjs";
import { SCENARIOS } from "./commun/scenarios.mjs";
import { allerAuResultat } from "./commun/vie.mjs";
import { COMPLETS, CSP, DEPLOYE, JOUR, LANGUES, MOTEUR, MOTEUR_COMPLET, SCRIPT, WASM, servirLeSite } from "./commun/site.mjs";
import { readingAfterCalls } from "../../scripts/engine.mjs";

const { tags } = JSON.parse(readFileSync(join(DEPLOYE, "integrity.json"), "utf8"));
const SANS_WASM = CSP.replace(" 'wasm-unsafe-eval'", "");

/** The functions for programs, on the complete WebAssembly. */
const { evaluer } = await import(pathToFileURL(join(DEPOT, "dist/npm/node.js")));

/** In the page: the answers of each dossier given on screen; what the test then asks, and its Bilan. */
async function repondreATous(demandes) {
  const vus = [];
  for (const { dateDepot, reponses } of demandes) {
    await pilote.resultat({ depot: dateDepot, reponses });
    const { demande, bilan } = document.querySelector("pass-numerique");
    vus.push({ demande, bilan });
  }
  return vus;
}

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur, site;
    before(async () => {
      navigateur = await lancer();
      site = await servirLeSite({ csp: SANS_WASM });
    });
    after(async () => {
      await navigateur?.fermer();
      await site?.fermer();
    });

    async function ouvrir(t, { adresse = site.demo(), avant } = {}) {
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      if (avant) await onglet.avant(avant);
      await onglet.ouvrir(adresse);
      return onglet;
    }

    /** Nothing was thrown; Firefox says as an error, once, that the policy refuses what the loader tries. */
    async function sansErreur(onglet) {
      onglet.erreurs = onglet.erreurs.filter((dit, rang) => rang > 0 || !dit.includes("blocked WebAssembly"));
      await onglet.sansErreur();
    }

    /** The files of the test that the page has asked for. */
    const charges = (onglet) => onglet.evaluer(() =>
      [...new Set(performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1).split("?")[0]))].filter((un) => /-[0-9a-f]{8}\./.test(un)).toSorted());

    // All the dossiers take a minute: a citizen's page in one browser, the counter in the other.
    if (lancer === lancerChromium) {
      test("la politique refuse WebAssembly : chaque dossier a la réponse du WebAssembly", DELAI, async (t) => {
        const onglet = await ouvrir(t, { adresse: site.page("encadree") });
        await onglet.evaluer(installerPilote);
        const vus = await onglet.evaluer(repondreATous, DOSSIERS.map(({ demande }) => demande));
        assert.equal(vus.length, DOSSIERS.length);
        for (const [rang, { demande, bilan }] of vus.entries()) {
          const { id, demande: { dateDepot } } = DOSSIERS[rang];
          assert.equal(demande.dateDepot, dateDepot, id);
          assert.deepEqual(bilan, evaluer(demande), id);
        }
        const verdicts = new Set(vus.map(({ bilan }) => bilan.decisions[0].verdict));
        assert.ok(verdicts.size >= 5, [...verdicts].join(" "));
        t.diagnostic(`${vus.length} dossiers, ${[...verdicts].join(", ")}`);
        await sansErreur(onglet);
      });
    } else {
      test("au guichet, chaque dossier tapé a la réponse du WebAssembly", DELAI, async (t) => {
        const agent = await ouvrirLeGuichet({ navigateur, site });
        t.after(agent.onglet.fermer);
        assert.deepEqual(await charges(agent.onglet), [COMPLETS.js, MOTEUR_COMPLET].toSorted(), "not the WebAssembly");
        const { vus } = await dossiersAuGuichet(agent, DOSSIERS_DU_GUICHET);
        t.diagnostic(`${vus} dossiers`);
        await sansErreur(agent.onglet);
      });
    }

    test("la politique refuse WebAssembly : tout un chemin au clavier, et rien de plus n'est demandé", DELAI, async (t) => {
      const onglet = await ouvrir(t);
      const attendus = [SCRIPT, MOTEUR, ...Object.values(LANGUES)].toSorted();
      assert.deepEqual(await charges(onglet), attendus, "not the WebAssembly");
      const clavier = new Clavier(onglet);
      const scenario = SCENARIOS[1];
      await clavier.commencer();
      await allerAuResultat(clavier, scenario);
      await onglet.capture("moteur/resultat");
      await onglet.evaluer(() => temoin.racine().querySelector("[data-cible=en]").click());
      assert.equal(await onglet.evaluer(() => temoin.racine().querySelector("[lang]").lang), "en");
      assert.deepEqual(await charges(onglet), attendus);
      await sansErreur(onglet);
    });

    test("un navigateur sans WebAssembly : le test marche", DELAI, async (t) => {
      const onglet = await ouvrir(t, { avant: sansWebAssembly });
      assert.equal(await onglet.evaluer(() => typeof WebAssembly), "undefined");
      await onglet.evaluer(installerPilote);
      const [{ demande, bilan }] = await onglet.evaluer(repondreATous, [DOSSIERS[0].demande]);
      assert.deepEqual(bilan, evaluer(demande));
      assert.ok((await charges(onglet)).includes(MOTEUR));
      await sansErreur(onglet);
    });

    test("le fichier hors ligne n'en a pas besoin", DELAI, async (t) => {
      const onglet = await ouvrir(t, { adresse: `${pathToFileURL(join(DEPLOYE, "offline.html"))}?pn-date-depot=${JOUR}`, avant: sansWebAssembly });
      await onglet.evaluer(installerPilote);
      const [{ demande, bilan }] = await onglet.evaluer(repondreATous, [DOSSIERS[0].demande]);
      assert.deepEqual(bilan, evaluer(demande));
    });

    /** What is seen where WebAssembly is refused, then where it may run. */
    async function desDeuxFacons(t, voir) {
      const permis = await servirLeSite();
      t.after(permis.fermer);
      return [await voir(site), await voir(permis)];
    }

    test("une classe : de cellules collées ou d'un classeur, le même tableau qu'avec WebAssembly", DELAI, async (t) => {
      const classeur = readFileSync(join(DEPOT, "tests/listes/notres/60-classeur-complet.xlsx"));
      const lire = { cellules: (classe) => classe.coller(LISTE), classeur: (classe) => classe.donner("liste.xlsx", classeur) };
      for (const [quoi, donner] of Object.entries(lire)) {
        const [sans, avec] = await desDeuxFacons(t, async (un) => {
          const classe = await ouvrirLaClasse(navigateur, un);
          t.after(classe.onglet.fermer);
          assert.equal((await charges(classe.onglet)).includes(MOTEUR_COMPLET), un === site);
          await donner(classe);
          await classe.repondre();
          await classe.cliquer("[data-action=voir]");
          await classe.attendre("#chercher");
          await classe.attendre(".eleves tbody");
          await sansErreur(classe.onglet);
          return classe.dits(".eleves tbody tr");
        });
        assert.ok(sans.length >= 2, quoi);
        assert.deepEqual(sans, avec, quoi);
      }
    });

    test("les règlements d'un hôte : lus, ou refusés avec les mêmes fautes", DELAI, async (t) => {
      for (const fichier of ["autres-aides/lens-lievin.json", "catalogues/29-mauvais-types.json"]) {
        const [sans, avec] = await desDeuxFacons(t, async (un) => {
          const onglet = await navigateur.onglet();
          t.after(onglet.fermer);
          await onglet.ouvrir(un.page("nue"));
          return onglet.evaluer(async (adresse) => {
            const widget = temoin.widget();
            widget.setAttribute("date-depot", "2021-06-01");
            widget.setAttribute("reglements", adresse);
            const fautes = await widget.pret.then(() => "", ({ message }) => message);
            return { fautes, titre: temoin.racine().querySelector(".titre")?.textContent, bilan: widget.bilan };
          }, `../../../tests/${fichier}`);
        });
        assert.ok(sans.fautes || sans.bilan.decisions.length > 0, fichier);
        assert.deepEqual(sans, avec, fichier);
      }
    });

    for (const mode of ["guichet", "classe"]) {
      test(`le fichier hors ligne, mode ${mode}, n'en a pas besoin`, DELAI, async (t) => {
        const onglet = await ouvrir(t, { adresse: `${pathToFileURL(join(DEPLOYE, `offline-${mode}.html`))}?pn-date-depot=${JOUR}`, avant: sansWebAssembly });
        assert.equal(await onglet.evaluer(() => temoin.widget().demande?.dateDepot ?? "classe"), mode === "guichet" ? JOUR : "classe");
        await sansErreur(onglet);
      });
    }

    test("un cadre : son double en JavaScript prend sa place, avec ses réglages, à la bonne hauteur", DELAI, async (t) => {
      const permis = await servirLeSite({ csp: null });
      t.after(permis.fermer);
      const onglet = await navigateur.onglet({ hauteur: 700 });
      t.after(onglet.fermer);
      await onglet.avant(sansWebAssembly);
      await onglet.aller(permis.page("cadre"));
      await onglet.evaluer((balise) => {
        const [cadre, script] = new DOMParser().parseFromString(balise, "text/html").body.children;
        cadre.src = "/www/frame.html?lang=en&date-depot=2024-03-15";
        document.querySelector("main").append(cadre);
        document.head.append(Object.assign(document.createElement("script"), { type: "module", src: `/www/${script.getAttribute("src")}` }));
      }, tags.frame);
      const dedans = await cadrePret(onglet.page, /\/frame-javascript\.html\?lang=en&date-depot=2024-03-15$/);
      const vu = await dedans.evaluate(() => {
        const { shadowRoot, demande } = document.querySelector("pass-numerique");
        return { langue: shadowRoot.querySelector("[lang]").lang, jour: demande.dateDepot, moteur: typeof WebAssembly };
      });
      assert.deepEqual(vu, { langue: "en", jour: "2024-03-15", moteur: "undefined" });
      await bientot(async () => {
        const haut = await dedans.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
        assert.equal(await onglet.evaluer(() => document.querySelector("iframe").clientHeight), haut);
        assert.ok(await dedans.evaluate(() => document.documentElement.classList.contains("sized")), "it does not scroll any more");
      });
    });

    test("où WebAssembly est permis, le JavaScript n'est pas demandé", DELAI, async (t) => {
      const permis = await servirLeSite();
      t.after(permis.fermer);
      const onglet = await ouvrir(t, { adresse: permis.demo() });
      assert.deepEqual(await charges(onglet), [SCRIPT, WASM, ...Object.values(LANGUES)].toSorted());
    });

    test("le JavaScript manque aussi : les conditions se lisent, la page l'apprend, et le départ suivant réussit", DELAI, async (t) => {
      const absents = [`/www/${MOTEUR}`];
      const prive = await servirLeSite({ csp: SANS_WASM, absents });
      t.after(prive.fermer);
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.page.goto(prive.demo());
      const issue = () => onglet.evaluer(async () => {
        await customElements.whenDefined("pass-numerique");
        const widget = temoin.widget();
        const fin = await widget.pret.then(() => "prêt", () => "échec");
        return { fin, repli: widget.firstElementChild.checkVisibility() };
      });
      assert.deepEqual(await issue(), { fin: "échec", repli: true });
      assert.deepEqual(await onglet.evaluer(() => temoin.evenements.map(({ nom: dit, detail }) => [dit, detail])), [["erreur", { code: "chargement" }]]);
      absents.length = 0;
      await onglet.evaluer(() => {
        const widget = temoin.widget();
        const place = widget.parentElement;
        widget.remove();
        place.append(widget);
      });
      await bientot(async () => assert.equal((await issue()).fin, "prêt"));
    });
  });
}

test("une mémoire qui grandit pendant qu'on cherche où la lire est lue telle qu'elle est devenue", () => {
  const ecrit = [
    "function asmFunc(imports) {",
    " var HEAP32 = new Int32Array(2);",
    " function $1() { HEAP32 = new Int32Array([7, 4]); return 4 | 0; }",
    " return HEAP32[(HEAP32[($1() | 0) >> 2] | 0) >> 2] | 0;",
    "}",
  ].join("\n");
  const lue = (script) => new Function(`${script}\nreturn asmFunc();`)();
  assert.equal(lue(ecrit), 0, "what wasm2js writes looks at the memory that was");
  assert.equal(lue(readingAfterCalls(ecrit)), 4);
});
