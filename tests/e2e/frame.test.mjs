// The test in a frame of another site: every sandbox that lets scripts run, the height, the scroll, and what it asks for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { cadrePret } from "./commun/cadre.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { installerPilote } from "./commun/pilote.mjs";
import { DEPLOYE, servirLeSite } from "./commun/site.mjs";

const { tags } = JSON.parse(await readFile(join(DEPLOYE, "integrity.json"), "utf8"));
const JOUR = "2024-03-15";
const REPONSES = { "code-postal": "59000", "tranche-age": "60+", "pass-recus": 0, accompagne: true, hebergement: "a-son-nom" };

const tout = tags.frame.match(/sandbox="([^"]+)"/)[1];
const SANDBOXES = [null, tout, `${tout} allow-same-origin`, "allow-scripts allow-forms", "allow-scripts", "allow-scripts allow-same-origin"];

/** In the page around: the frame, with its sandbox, then the script, and what they say to each other. */
async function poser({ adresse, sandbox, script, cache = false }) {
  window.messages = [];
  addEventListener("message", ({ data, origin }) => window.messages.push({ ...data, origin }));
  const cadre = document.createElement("iframe");
  cadre.dataset.passNumerique = "";
  cadre.title = "Test";
  cadre.width = "100%";
  cadre.height = "640";
  cadre.allow = "clipboard-write";
  cadre.hidden = cache;
  if (sandbox !== null) cadre.setAttribute("sandbox", sandbox);
  cadre.src = adresse;
  const chargee = new Promise((suite) => cadre.addEventListener("load", suite));
  document.querySelector("main").append(cadre);
  await chargee;
  const balise = document.createElement("script");
  balise.type = "module";
  balise.src = script;
  document.head.append(balise);
}

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur, hote, cadres;
    before(async () => {
      navigateur = await lancer();
      // Two origins. The frame has its own policy, and no header but that.
      hote = await servirLeSite({ csp: null });
      cadres = await servirLeSite({ csp: null });
    });
    after(async () => {
      await navigateur?.fermer();
      await hote?.fermer();
      await cadres?.fermer();
    });

    const adresse = (plus = "") => `${cadres.url}/www/frame.html?date-depot=${JOUR}${plus}`;

    async function ouvrir(t, sandbox, { cache = false } = {}) {
      const onglet = await navigateur.onglet({ hauteur: 700 });
      t.after(onglet.fermer);
      await onglet.aller(hote.page("cadre"));
      await onglet.evaluer(poser, { adresse: adresse(), sandbox, script: `${hote.url}/www/frame.js`, cache });
      const dedans = await cadrePret(onglet.page);
      await dedans.evaluate(installerPilote);
      return { onglet, dedans };
    }

    const hauteur = (onglet) => onglet.evaluer(() => document.querySelector("iframe").clientHeight);
    const largeurDuCadre = (onglet) => onglet.evaluer(() => document.querySelector("iframe").clientWidth);
    const contenu = (dedans) => dedans.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

    /** The frame has the height of what it holds, and stays so. */
    async function ajuste(onglet, dedans) {
      await bientot(async () => assert.equal(await hauteur(onglet), await contenu(dedans)));
    }

    /** By the buttons that a person presses, and no method of the test. */
    async function presser(dedans, quoi) {
      await dedans.evaluate((choix) => document.querySelector("pass-numerique").shadowRoot.querySelector(choix).click(), quoi);
    }

    async function chemin(dedans) {
      await presser(dedans, "[data-action=commencer]");
      const posees = [];
      for (let pas = 0; pas < 20; pas += 1) {
        const question = await dedans.evaluate(() => pilote.question());
        if (question === null) break;
        assert.ok(!posees.includes(question), `${question} never answers`);
        posees.push(question);
        await dedans.evaluate(([reponses, jour]) => pilote.remplir(reponses, jour), [REPONSES, JOUR]);
        await presser(dedans, "form[data-question] button[type=submit]");
      }
      await presser(dedans, "[data-action=voir-resultat]");
      return dedans.evaluate(() => document.querySelector("pass-numerique").bilan.decisions[0].carnet);
    }

    for (const sandbox of SANDBOXES) {
      test(`sandbox « ${sandbox ?? "aucun"} » : du début au résultat, à la bonne hauteur`, DELAI, async (t) => {
        const { onglet, dedans } = await ouvrir(t, sandbox);
        await ajuste(onglet, dedans);
        assert.equal(await chemin(dedans), 10);
        await ajuste(onglet, dedans);
        const messages = await onglet.evaluer(() => window.messages);
        assert.ok(messages.length < 30, `${messages.length} messages`);
        const opaque = sandbox !== null && !sandbox.includes("allow-same-origin");
        for (const { origin, ...message } of messages) {
          assert.deepEqual(Object.keys(message), ["passNumerique", "height", "step"], "nothing else is said");
          assert.equal(origin, opaque ? "null" : cadres.url);
        }
      });
    }

    test("sans le script de la page, le cadre défile", DELAI, async (t) => {
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.aller(hote.page("cadre"));
      await onglet.evaluer(poser, { adresse: adresse(), sandbox: "allow-scripts", script: `${hote.url}/www/absent.js` });
      const dedans = await cadrePret(onglet.page);
      const defile = await dedans.evaluate(() => {
        scrollTo(0, 100);
        return getComputedStyle(document.documentElement).overflowY;
      });
      assert.equal(defile, "visible");
      assert.equal(await hauteur(onglet), 640);
    });

    test("Entrée envoie la réponse sans allow-forms", DELAI, async (t) => {
      const { onglet, dedans } = await ouvrir(t, "allow-scripts");
      await presser(dedans, "[data-action=commencer]");
      await dedans.evaluate(() => document.querySelector("pass-numerique").shadowRoot.querySelector("input").focus());
      await onglet.taper("59000");
      await onglet.touche("Enter");
      await bientot(async () => assert.equal(await dedans.evaluate(() => pilote.question()), "tranche-age"));
    });

    test("la hauteur ne tourne pas en rond, à toute largeur", DELAI, async (t) => {
      const { onglet, dedans } = await ouvrir(t, tout);
      for (const largeur of [320, 375, 501, 768, 1024, 1280]) {
        await onglet.taille(largeur, 700);
        // A frame of another process hears of its width after the page around has it.
        await bientot(async () => assert.equal(await dedans.evaluate(() => innerWidth), await largeurDuCadre(onglet)));
        await ajuste(onglet, dedans);
        const nombre = () => onglet.evaluer(() => window.messages.length);
        const avant = await nombre();
        await onglet.evaluer(async () => {
          for (let image = 0; image < 20; image += 1) await new Promise(requestAnimationFrame);
        });
        assert.equal(await nombre(), avant, `messages at rest, ${largeur} px`);
      }
    });

    test("un écran plus court se montre par son début", DELAI, async (t) => {
      const { onglet, dedans } = await ouvrir(t, tout);
      assert.equal(await chemin(dedans), 10);
      await ajuste(onglet, dedans);
      await onglet.evaluer(() => {
        const { bottom } = document.querySelector("iframe").getBoundingClientRect();
        scrollBy({ top: bottom - 300, behavior: "instant" });
      });
      const haut = () => onglet.evaluer(() => document.querySelector("iframe").getBoundingClientRect().top);
      assert.ok((await haut()) < -100, "the result is long enough to be scrolled");
      await presser(dedans, "[data-action=recommencer]");
      await bientot(async () => {
        const y = await haut();
        assert.ok(y >= -1 && y < 700, `the frame begins at ${y}`);
      });
    });

    test("ce que d'autres disent n'est pas écouté", DELAI, async (t) => {
      const { onglet, dedans } = await ouvrir(t, `${tout} allow-same-origin`);
      await ajuste(onglet, dedans);
      const juste = await hauteur(onglet);
      // From the page itself, from another frame, and from what replaced the test in its own frame.
      await onglet.evaluer(async () => {
        postMessage({ passNumerique: "0.1.0", height: 77, step: true }, "*");
        const autre = document.createElement("iframe");
        autre.src = "/tests/e2e/pages/menteur.html";
        document.body.append(autre);
        await new Promise((suite) => autre.addEventListener("load", suite));
      });
      await bientot(async () => assert.equal(await onglet.evaluer(() => window.messages.filter((m) => m.height === 77).length), 2));
      assert.equal(await hauteur(onglet), juste);
      await onglet.evaluer((url) => {
        document.querySelector("iframe").contentWindow.location = url;
      }, hote.page("menteur"));
      await bientot(async () => assert.equal(await onglet.evaluer(() => window.messages.filter((m) => m.height === 77).length), 3));
      assert.equal(await hauteur(onglet), juste);
      // The same words from where they are expected do count: the test is able to see.
      await onglet.evaluer((url) => {
        document.querySelector("iframe").contentWindow.location = url;
      }, cadres.page("menteur"));
      await bientot(async () => assert.equal(await hauteur(onglet), 77));
    });

    test("dans un volet fermé, le test commence, et prend sa hauteur quand le volet s'ouvre", DELAI, async (t) => {
      const { onglet, dedans } = await ouvrir(t, tout, { cache: true });
      assert.equal(await hauteur(onglet), 0);
      await onglet.evaluer(() => {
        document.querySelector("iframe").hidden = false;
      });
      await ajuste(onglet, dedans);
      assert.equal(await chemin(dedans), 10);
    });

    test("une hauteur absurde n'est pas suivie", DELAI, async (t) => {
      const { onglet, dedans } = await ouvrir(t, `${tout} allow-same-origin`);
      await ajuste(onglet, dedans);
      const juste = await hauteur(onglet);
      const nombre = () => onglet.evaluer(() => window.messages.length);
      const avant = await nombre();
      const absurdes = [-1, 0, 1e9, "99px", null, 1.5];
      for (const height of absurdes) {
        await dedans.evaluate((valeur) => parent.postMessage({ passNumerique: "0.1.0", height: valeur, step: false }, "*"), height);
      }
      await bientot(async () => assert.equal(await nombre(), avant + absurdes.length));
      assert.equal(await hauteur(onglet), juste);
    });

    test("seule, la page ne suit de son adresse ni portail ni contact", DELAI, async (t) => {
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.ouvrir(`${adresse("&portail=https://ailleurs.exemple/&contact=tel:0899000000")}`);
      const attributs = await onglet.evaluer(() => temoin.widget().getAttributeNames());
      assert.deepEqual(attributs, []);
    });

    if (nom === "Chromium") {
      test("rien n'est demandé après la page, et les liens sortent du cadre", DELAI, async (t) => {
        const onglet = await navigateur.onglet();
        t.after(onglet.fermer);
        const demandes = [];
        onglet.page.context().on("request", (requete) => demandes.push(requete.url()));
        await onglet.aller(hote.page("cadre"));
        await onglet.evaluer(poser, { adresse: adresse(), sandbox: tout, script: `${hote.url}/www/frame.js` });
        const dedans = await cadrePret(onglet.page);
        await dedans.evaluate(installerPilote);
        assert.equal(await chemin(dedans), 10);
        assert.deepEqual(demandes.filter((url) => url.startsWith(cadres.url)), [adresse()]);
        // A request tried from inside never leaves.
        const essai = await dedans.evaluate(() => fetch("https://ailleurs.exemple/?fuite").then(() => "parti", () => "refusé"));
        assert.equal(essai, "refusé");

        const ouverte = onglet.page.context().waitForEvent("page");
        await onglet.page.context().route(/^https:/, (route) => route.fulfill({ body: "ailleurs" }));
        await presser(dedans, "a[href^='https:']");
        await (await ouverte).close();
        assert.ok(dedans.url().includes("frame.html"), "the test stays in its frame");
      });
    }

    if (nom === "Chromium") {
      test("la fiche s'imprime, l'agenda s'enregistre et le texte se copie", DELAI, async (t) => {
        const { onglet, dedans } = await ouvrir(t, tout);
        assert.equal(await chemin(dedans), 10);
        await dedans.evaluate(() => addEventListener("beforeprint", () => (window.imprime = true)));
        await presser(dedans, "[data-action=imprimer]");
        await bientot(async () => assert.equal(await dedans.evaluate(() => window.imprime), true));
        const telechargement = onglet.page.waitForEvent("download");
        await presser(dedans, "[data-action=agenda]");
        assert.equal((await telechargement).suggestedFilename(), "pass-numerique.ics");
        await dedans.locator("pass-numerique [data-action=copier]").first().click();
        await bientot(async () => {
          const dit = await dedans.evaluate(() => document.querySelector("pass-numerique").shadowRoot.querySelector("#copie")?.textContent ?? "");
          assert.match(dit, /copié/i);
        });
      });
    }
  });
}
