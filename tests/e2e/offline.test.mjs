// The test in one file, opened from a disk: no server, no request, the same answers.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { sansViolation } from "./commun/axe.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { Clavier } from "./commun/clavier.mjs";
import { SCENARIOS, reponseA } from "./commun/scenarios.mjs";
import { DEPLOYE, JOUR } from "./commun/site.mjs";

const page = await readFile(join(DEPLOYE, "offline.html"), "utf8");

test("rien dans le script ne peut le finir avant l'heure, et rien ne vient d'ailleurs", () => {
  assert.equal(page.match(/<script/gi).length, 1);
  assert.equal(page.match(/<\/script/gi).length, 1);
  const [, code] = page.match(/<script>(.*)<\/script>/s);
  assert.ok(!code.includes("<!--"));
  const [, style] = page.match(/<style>(.*)<\/style>/s);
  const adresses = page.replace(code, "").replace(style, "").matchAll(/\b(?:src|href)="([^"]*)"/g);
  for (const [, adresse] of adresses) assert.match(adresse, /^(data:,|https:\/\/cartographie\.societenumerique\.gouv\.fr\/)/);
});

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur, dossier;
    before(async () => {
      // Alone in a folder: a file beside it can't help.
      dossier = await mkdtemp(join(tmpdir(), "clé usb "));
      await cp(join(DEPLOYE, "offline.html"), join(dossier, "pass numérique.html"));
      navigateur = await lancer();
    });
    after(async () => {
      await navigateur?.fermer();
      await rm(dossier, { recursive: true });
    });
    const adresse = () => `${pathToFileURL(join(dossier, "pass numérique.html"))}?pn-date-depot=${JOUR}`;

    async function ouvrir(t) {
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      const demandes = [];
      onglet.page.on("request", (requete) => demandes.push(requete.url()));
      await onglet.page[nom === "Chromium" ? "addInitScript" : "evaluateOnNewDocument"](() => {
        window.violations = [];
        document.addEventListener("securitypolicyviolation", (v) => window.violations.push(`${v.violatedDirective} ${v.blockedURI}`));
      });
      await onglet.ouvrir(adresse());
      return { onglet, demandes };
    }

    for (const scenario of SCENARIOS.slice(0, 3)) {
      test(`${scenario.qui} va du début au résultat depuis le disque`, DELAI, async (t) => {
        const { onglet, demandes } = await ouvrir(t);
        const clavier = new Clavier(onglet);
        await clavier.commencer();
        for (let ecran = await clavier.ecran(); ecran.sorte === "question"; ecran = await clavier.ecran()) {
          await clavier.repondre(reponseA(scenario, ecran.question));
          await clavier.continuer();
        }
        await clavier.appuyer("Voir le résultat");
        const { texte } = await clavier.ecran();
        for (const dit of scenario.dit) assert.ok(texte.includes(dit), `« ${dit} » is not in: ${texte}`);
        assert.deepEqual(await onglet.evaluer(() => window.violations), []);
        // Chromium counts the page itself; axe-core has a font of its own, as data.
        if (nom === "Chromium") assert.ok(demandes.includes(adresse()), "the request log sees nothing");
        assert.deepEqual(demandes.filter((url) => url !== adresse() && !url.startsWith("data:")), []);
        await sansViolation(onglet, "offline, result");
        await onglet.sansErreur();
      });
    }

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
