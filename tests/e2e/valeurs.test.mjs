// Values that JSON cannot hold, or that refuse to be looked at: an error in words for that row, never a trap,
// and the module still answers.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";

/** Installs `window.hostiles`. Sent to the browser as text: it can use nothing from outside itself. */
function installerHostiles() {
  const juste = () => ({ dateDepot: "2024-03-15", reponses: { "code-postal": "59000" } });
  const avec = (reponses) => ({ ...juste(), reponses });
  const jeter = () => {
    throw new Error("pas touche");
  };
  const cycle = juste();
  cycle.reponses = cycle;
  const situations = [];
  situations.push(situations, situations);
  // Two to the power of thirty parts, and not deep.
  let partagee = [];
  for (let n = 0; n < 30; n += 1) partagee = [partagee, partagee];
  const revoque = Proxy.revocable({}, {});
  revoque.revoke();
  const listeRevoquee = Proxy.revocable([], {});
  listeRevoquee.revoke();
  let profonde = "fond";
  for (let n = 0; n < 100_000; n += 1) profonde = { profonde };

  /** What is wrong, the value, and what the error must say of it. */
  const DEMANDES = [
    ["une fonction", { ...juste(), dateDepot: () => 1 }, /^dateDepot : une fonction ; attendu : /],
    ["une classe", avec({ accompagne: class {} }), /^reponses\.accompagne : une fonction ; attendu : /],
    ["un symbole", { ...juste(), dateDepot: Symbol("jour") }, /^dateDepot : un symbole ; attendu : /],
    ["un symbole dans une liste", avec({ situations: ["rsa", Symbol.iterator] }), /^reponses\.situations\[1\] : un symbole ; attendu : /],
    ["un grand BigInt", avec({ "pass-recus": 10n ** 30n }), /^reponses\.pass-recus : un BigInt trop grand ; attendu : /],
    ["un BigInt au-delà des entiers sûrs", avec({ "pass-recus": 2n ** 60n }), /^reponses\.pass-recus : un nombre trop grand .*attendu : 0, 5, 10/],
    ["NaN", avec({ "pass-recus": NaN }), /^reponses\.pass-recus : NaN ne convient pas ; attendu : 0, 5, 10/],
    ["l'infini", avec({ "pass-recus": -Infinity }), /^reponses\.pass-recus : un nombre trop grand .*attendu : 0, 5, 10/],
    ["un cycle", cycle, /attendu : /],
    ["un cycle qui se dédouble", avec({ situations }), /^reponses\.situations\[0\].*… : trop de niveaux ; attendu : 64 au plus$/],
    ["des parties partagées sans fin", avec({ situations: partagee }), /trop de valeurs ; attendu : \d+ au plus$/],
    ["cent mille niveaux", avec({ situations: profonde }), /^reponses\.situations\.profonde.*… : trop de niveaux ; attendu : 64 au plus$/],
    ["une liste immense et vide", avec({ situations: new Array(4_000_000_000) }), /trop de valeurs ; attendu : \d+ au plus$/],
    ["un accesseur qui jette", { dateDepot: "2024-03-15", get reponses() { return jeter(); } }, /^reponses : ne se laisse pas lire \(pas touche\) ; attendu : /],
    ["un accesseur qui jette un texte", { dateDepot: "2024-03-15", get reponses() { throw "non"; } }, /^reponses : ne se laisse pas lire \(non\) ; attendu : /],
    ["un accesseur qui jette rien", { dateDepot: "2024-03-15", get reponses() { throw undefined; } }, /^reponses : ne se laisse pas lire \(\) ; attendu : /],
    ["une erreur dont le message jette", { dateDepot: "2024-03-15", get reponses() { throw { get message() { return jeter(); } }; } }, /^reponses : ne se laisse pas lire \(\) ; attendu : /],
    ["un élément qui jette", avec({ situations: Object.defineProperty(["rsa"], 0, { get: jeter }) }), /^reponses\.situations\[0\] : ne se laisse pas lire \(pas touche\)/],
    ["un mandataire qui jette", new Proxy({}, { ownKeys: jeter }), /^demande : ne se laisse pas lire \(pas touche\) ; attendu : /],
    ["un mandataire qui jette à la lecture", new Proxy(juste(), { get: jeter }), /^dateDepot : ne se laisse pas lire \(pas touche\) ; attendu : /],
    ["un mandataire révoqué", revoque.proxy, /^demande : ne se laisse pas lire \(.+\) ; attendu : /],
    ["une liste révoquée", avec({ situations: listeRevoquee.proxy }), /^reponses\.situations : ne se laisse pas lire \(.+\) ; attendu : /],
    ["une liste à la longueur folle", avec({ situations: new Proxy([], { get: (o, nom) => (nom === "length" ? 1e300 : 1) }) }), /trop de valeurs/],
    ["un jour qui est une Date", { ...juste(), dateDepot: new Date(0) }, /^dateDepot : un objet n'est pas un jour ; attendu : /],
    ["un tableau d'octets", new Uint8Array(4), /attendu : /],
    ["une promesse", Promise.resolve(juste()), /^dateDepot : absent/],
    ["rien", undefined, /^demande : null ne convient pas ; attendu : un objet/],
    ["une fonction seule", () => juste(), /^demande : une fonction ; attendu : /],
    ["un symbole seul", Symbol("demande"), /^demande : un symbole ; attendu : /],
    ["un objet nu", Object.create(null), /^dateDepot : absent/],
  ];
  const ENTIERES = [
    ["un objet sans prototype", Object.assign(Object.create(null), juste())],
    ["un mandataire honnête", new Proxy(juste(), {})],
    ["un petit BigInt", avec({ "code-postal": "59000", "pass-recus": 5n })],
    ["une demande gelée", Object.freeze(juste())],
    ["un accesseur qui répond", { dateDepot: "2024-03-15", get reponses() { return { "code-postal": "59000" }; } }],
    ["une clé d'un symbole, que JSON ignore", { ...juste(), [Symbol("note")]: () => 1 }],
  ];
  window.hostiles = { juste, jeter, DEMANDES, ENTIERES };
}

for (const [nom, lancer] of [["Chromium", lancerChromium], ["Firefox", lancerFirefox]]) {
  describe(`dans ${nom}`, () => {
    const decor = monterLeDecor(lancer);

    /** A page with the module in `window.pass`, and whether it still answers as at first. */
    async function page() {
      const onglet = await decor.navigateur.onglet();
      await onglet.ouvrir(decor.site.page("nue"));
      await onglet.evaluer(installerHostiles);
      await onglet.evaluer(async () => {
        window.pass = await import(new URL("/www/pkg/pass_numerique.js", location.href).href);
        await pass.default();
        const temoin = JSON.stringify(pass.evaluer(hostiles.juste()));
        window.repond = () => JSON.stringify(pass.evaluer(hostiles.juste())) === temoin;
        window.erreurDe = (faire) => {
          try {
            faire();
            return { nom: "aucune" };
          } catch (erreur) {
            return { nom: erreur.constructor.name, message: erreur.message };
          }
        };
      });
      return onglet;
    }

    async function finir(onglet) {
      assert.equal(await onglet.evaluer(() => repond()), true, "the module still answers");
      await onglet.sansErreur();
      await onglet.fermer();
    }

    test("une demande illisible est une erreur qui nomme le champ", DELAI, async () => {
      const onglet = await page();
      const ecarts = await onglet.evaluer(() => {
        const ecarts = [];
        for (const [quoi, demande, attendu] of hostiles.DEMANDES) {
          const { nom, message } = erreurDe(() => pass.evaluer(demande));
          if (nom !== "Error" || !attendu.test(message)) ecarts.push(`${quoi} : ${nom} ${message}`);
          if (!repond()) ecarts.push(`${quoi} : the module answers no more`);
        }
        for (const [quoi, demande] of hostiles.ENTIERES) {
          const { nom, message } = erreurDe(() => pass.evaluer(demande));
          if (nom !== "aucune") ecarts.push(`${quoi} : ${nom} ${message}`);
        }
        return ecarts;
      });
      assert.deepEqual(ecarts, []);
      await finir(onglet);
    });

    test("une ligne illisible ne perd pas les autres, qui gardent leur place", DELAI, async () => {
      const onglet = await page();
      const ecarts = await onglet.evaluer(() => {
        const ecarts = [];
        const juste = JSON.stringify(pass.evaluer(hostiles.juste()));
        const lot = hostiles.DEMANDES.flatMap(([, demande]) => [hostiles.juste(), demande]);
        lot.push(hostiles.juste());
        const bilans = pass.evaluerLot(lot);
        if (bilans.length !== lot.length) ecarts.push(`${bilans.length} for ${lot.length}`);
        bilans.forEach((bilan, rang) => {
          const [quoi, , attendu] = hostiles.DEMANDES[(rang - 1) / 2] ?? [];
          if (quoi === undefined) {
            if (JSON.stringify(bilan) !== juste) ecarts.push(`${rang} : ${JSON.stringify(bilan)}`);
          } else if (!attendu.test(bilan.erreur ?? "") || Object.keys(bilan).length !== 1) {
            ecarts.push(`${rang}, ${quoi} : ${bilan.erreur}`);
          }
        });
        return ecarts;
      });
      assert.deepEqual(ecarts, []);
      await finir(onglet);
    });

    test("une ligne que le lot refuse de donner ne perd pas les autres", DELAI, async () => {
      const onglet = await page();
      const vu = await onglet.evaluer(() => {
        const lot = [hostiles.juste(), hostiles.juste(), hostiles.juste()];
        Object.defineProperty(lot, 1, { get: hostiles.jeter });
        const troue = [hostiles.juste(), , hostiles.juste()];
        return [lot, troue, []].map((l) => pass.evaluerLot(l).map((bilan) => bilan.erreur ?? "bilan"));
      });
      const attendu = ["bilan", null, "bilan"];
      assert.deepEqual(vu.map((l) => l.map((dit) => (dit === "bilan" ? dit : null))), [attendu, attendu, []]);
      assert.match(vu[0][1], /^demandes\[1\] : ne se laisse pas lire \(pas touche\)/);
      assert.match(vu[1][1], /^demande : null ne convient pas ; attendu : un objet/);
      await finir(onglet);
    });

    test("un lot qui n'est pas une liste est une erreur, jamais un arrêt", DELAI, async () => {
      const onglet = await page();
      const dits = await onglet.evaluer(() => {
        const { proxy, revoke } = Proxy.revocable([], {});
        revoke();
        const faux = [undefined, null, 3, "demandes", {}, () => [], Symbol("lot"), 10n ** 30n, new Set(), proxy, new Array(4_000_000_000)];
        return faux.map((lot) => erreurDe(() => pass.evaluerLot(lot)));
      });
      for (const { nom, message } of dits) {
        assert.equal(nom, "Error", message);
        assert.match(message, /^demandes : .+ ; attendu : /);
      }
      await finir(onglet);
    });

    test("un catalogue illisible est une erreur, jamais un arrêt", DELAI, async () => {
      const onglet = await page();
      const dits = await onglet.evaluer(() => {
        const ecarts = [];
        for (const [quoi, valeur] of hostiles.DEMANDES) {
          // Read or not as a tree, no demande is a catalogue.
          for (const catalogue of [valeur, { dispositifs: [{ id: "aide" }], reglements: [valeur] }]) {
            let fautes;
            const { nom, message } = erreurDe(() => {
              fautes = pass.validerReglements(catalogue, "aide.json");
            });
            const enMots = nom === "Error" ? / : .+ ; attendu : /.test(message) : nom === "aucune" && fautes.length > 0;
            if (!enMots) ecarts.push(`${quoi} : ${nom} ${message}`);
            if (!repond()) ecarts.push(`${quoi} : the module answers no more`);
          }
        }
        const catalogue = { dispositifs: [{ id: "aide" }], reglements: [{ id: () => 1 }] };
        return { ecarts, fonction: erreurDe(() => pass.validerReglements(catalogue)).message };
      });
      assert.deepEqual(dits.ecarts, []);
      assert.match(dits.fonction, /^reglements\[0\]\.id : une fonction ; attendu : /);
      await finir(onglet);
    });

    test("mille lignes hostiles plus tard, le module répond toujours", DELAI, async () => {
      const onglet = await page();
      await onglet.evaluer(() => {
        for (let fois = 0; fois < 1_000; fois += 1) {
          erreurDe(() => pass.evaluer(new Proxy({}, { ownKeys: hostiles.jeter })));
          erreurDe(() => pass.evaluer({ get dateDepot() { return hostiles.jeter(); } }));
          pass.evaluerLot([{ dateDepot: () => 1 }]);
        }
      });
      await finir(onglet);
    });
  });
}
