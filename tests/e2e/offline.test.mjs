// The test of each mode in one file, opened from a disk: no server, no request, the same answers.

import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { sansViolation } from "./commun/axe.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { Clavier } from "./commun/clavier.mjs";
import { SCENARIOS } from "./commun/scenarios.mjs";
import { allerAuResultat } from "./commun/vie.mjs";
import { DEPLOYE, JOUR } from "./commun/site.mjs";

/** Each in a folder of its own, where a file beside it can't help, under a name of its own. */
const FICHIERS = {
  "offline.html": "pass numérique.html",
  "offline-guichet.html": "guichet é.html",
  "offline-classe.html": "classe.html",
};

for (const fichier of Object.keys(FICHIERS)) {
  test(`${fichier} : rien dans le script ne peut le finir avant l'heure, et rien ne vient d'ailleurs`, async () => {
    const page = await readFile(join(DEPLOYE, fichier), "utf8");
    assert.equal(page.match(/<script/gi).length, 1);
    assert.equal(page.match(/<\/script/gi).length, 1);
    const [, code] = page.match(/<script>(.*)<\/script>/s);
    assert.ok(!code.includes("<!--"));
    const [, style] = page.match(/<style>(.*)<\/style>/s);
    const adresses = page.replace(code, "").replace(style, "").matchAll(/\b(?:src|href)="([^"]*)"/g);
    for (const [, adresse] of adresses) assert.match(adresse, /^(data:,|https:\/\/cartographie\.societenumerique\.gouv\.fr\/)/);
    assert.ok(!page.includes("<!-- fallback") && !page.includes("<!-- policy"), "a mark was left");
  });
}

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur, dossier;
    before(async () => {
      dossier = await mkdtemp(join(tmpdir(), "clé usb "));
      for (const [fichier, autre] of Object.entries(FICHIERS)) {
        await mkdir(join(dossier, fichier));
        await cp(join(DEPLOYE, fichier), join(dossier, fichier, autre));
      }
      navigateur = await lancer();
    });
    after(async () => {
      await navigateur?.fermer();
      await rm(dossier, { recursive: true });
    });

    async function ouvrir(t, fichier = "offline.html") {
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      const demandes = [];
      onglet.page.on("request", (requete) => demandes.push(requete.url()));
      await onglet.avant(() => {
        window.violations = [];
        document.addEventListener("securitypolicyviolation", (v) => window.violations.push(`${v.violatedDirective} ${v.blockedURI}`));
      });
      const adresse = `${pathToFileURL(join(dossier, fichier, FICHIERS[fichier]))}?pn-date-depot=${JOUR}`;
      await onglet.ouvrir(adresse);
      /** Nothing was asked for, refused or thrown, and axe has nothing to say. */
      async function rienDehors(ou) {
        assert.deepEqual(await onglet.evaluer(() => window.violations), []);
        // Chromium counts the page itself; axe-core has a font of its own, as data.
        if (nom === "Chromium") assert.ok(demandes.includes(adresse), "the request log sees nothing");
        assert.deepEqual(demandes.filter((url) => url !== adresse && !/^(data|blob):/.test(url)), []);
        await sansViolation(onglet, ou);
        await onglet.sansErreur();
      }
      return { onglet, rienDehors };
    }

    for (const scenario of SCENARIOS.slice(0, 3)) {
      test(`${scenario.qui} va du début au résultat depuis le disque`, DELAI, async (t) => {
        const { onglet, rienDehors } = await ouvrir(t);
        const clavier = new Clavier(onglet);
        await clavier.commencer();
        await allerAuResultat(clavier, scenario);
        await rienDehors("offline, result");
      });
    }

    test("au guichet, une personne du début à la réponse, au clavier", DELAI, async (t) => {
      const { onglet, rienDehors } = await ouvrir(t, "offline-guichet.html");
      await onglet.evaluer(() => temoin.widget().recommencer());
      for (const signe of "3/9/79⏎62000⏎1⏎1⏎1⏎") await onglet.touche(signe === "⏎" ? "Enter" : signe);
      const lu = await onglet.evaluer(() => temoin.simple(temoin.racine().querySelector(".guichet").innerText));
      for (const dit of ["Peut demander le pass numérique", "10 pass"]) assert.ok(lu.includes(dit), `« ${dit} » is not in: ${lu}`);
      await onglet.capture("offline/guichet");
      await rienDehors("offline, counter");
    });

    test("pour une classe, d'un fichier choisi au tableau et au CSV", DELAI, async (t) => {
      const { onglet, rienDehors } = await ouvrir(t, "offline-classe.html");
      const paraitre = (selecteur) => bientot(async () => assert.ok(await onglet.evaluer((s) => temoin.racine().querySelector(s) !== null, selecteur), `${selecteur} never comes`));
      await onglet.evaluer(() => {
        const donnees = new DataTransfer();
        donnees.items.add(new File(["Nom;Prénom;Né(e) le;Code MEF;Classe;CP\r\nAMRANI;Yanis;14/03/2005;24725411330;TMELEC;59300\r\n"], "eleves.csv"));
        const champ = temoin.racine().querySelector("input[type=file]");
        champ.files = donnees.files;
        champ.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await paraitre("[data-action=voir]");
      await onglet.evaluer(() => {
        const reponses = { "lycee-experimentation": "false", "lycee-en-region": "true", accompagne: "true", "pass-recus": "0", hebergement: "heberge" };
        for (const [question, valeur] of Object.entries(reponses)) temoin.racine().querySelector(`[name="commune-${question}"][value="${valeur}"]`).click();
        temoin.racine().querySelector("[data-action=voir]").click();
      });
      await paraitre(".eleves tbody");
      const lu = await onglet.evaluer(() => temoin.simple(temoin.racine().querySelector(".eleves tbody").innerText));
      assert.match(lu, /AMRANI.*Peut demander/);
      await onglet.capture("offline/classe");
      if (nom === "Chromium") {
        const telecharge = onglet.page.waitForEvent("download");
        await onglet.evaluer(() => temoin.racine().querySelector("[data-action=exporter]").click());
        assert.match(await readFile(await (await telecharge).path(), "utf8"), /AMRANI/);
      }
      await rienDehors("offline, class");
    });

    test("la politique tient : ni requête, ni autre script, ni HTML de texte", DELAI, async (t) => {
      const { onglet } = await ouvrir(t);
      const essais = await onglet.evaluer(async () => {
        const refuse = (essai) => {
          try {
            essai();
            return "accepté";
          } catch {
            return "refusé";
          }
        };
        const requete = await fetch("https://ailleurs.exemple/").then(() => "accepté", () => "refusé");
        const autre = document.createElement("script");
        const html = refuse(() => { document.createElement("div").innerHTML = "<b>x</b>"; });
        const texte = refuse(() => { autre.textContent = "window.passe = true"; document.head.append(autre); });
        return { requete, html, texte, passe: window.passe ?? false };
      });
      assert.equal(essais.requete, "refusé");
      assert.equal(essais.html, "refusé");
      assert.equal(essais.passe, false);
    });
  });
}
