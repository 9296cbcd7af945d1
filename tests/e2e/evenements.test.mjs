// A listener may do anything with the widget at the moment it hears of it: no error, and the test goes on.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { installerReprises } from "./commun/reprises.mjs";

const EVENEMENTS = ["pret", "etape", "resultat", "recommence", "erreur"];
const ENTIER = { cadres: 1, question: "code-postal", reponses: {}, verdicts: true, accueil: true };

for (const [nom, lancer] of [["Chromium", lancerChromium], ["Firefox", lancerFirefox]]) {
  describe(`dans ${nom}`, () => {
    const decor = monterLeDecor(lancer);

    /** A page with the witness of what it throws, rejections included. */
    async function page() {
      const onglet = await decor.navigateur.onglet();
      await onglet.ouvrir(decor.site.page("nue"));
      await onglet.evaluer(installerReprises);
      await onglet.evaluer(() => {
        window.jetees = [];
        addEventListener("error", (e) => jetees.push(e.message));
        addEventListener("unhandledrejection", (e) => jetees.push(`rejet : ${e.reason?.message ?? e.reason}`));
      });
      const fermer = async () => {
        assert.deepEqual(await onglet.evaluer(() => window.jetees), []);
        await onglet.fermer();
      };
      return { evaluer: (...args) => onglet.evaluer(...args), fermer };
    }

    for (const evenement of EVENEMENTS) {
      test(`rien de ce que fait un écouteur de ${evenement} n'arrête le test`, DELAI, async (t) => {
        const onglet = await page();
        const { ecarts, nombre } = await onglet.evaluer(
          ({ evenement, attendu }) => reprises.dans(evenement, attendu),
          { evenement, attendu: ENTIER },
        );
        assert.deepEqual(ecarts, []);
        assert.ok(nombre >= 16, `${nombre} gestures`);
        t.diagnostic(`N = ${nombre} gestures`);
        await onglet.fermer();
      });
    }

    test("un écouteur qui recommence à chaque fois ne tourne pas sans fin", DELAI, async () => {
      const onglet = await page();
      const vu = await onglet.evaluer(async () => {
        const compte = {};
        const partout = (widget) => {
          for (const nom of ["etape", "resultat", "recommence"]) {
            widget.addEventListener(`pass-numerique-${nom}`, () => {
              compte[nom] = (compte[nom] ?? 0) + 1;
              widget.recommencer();
            });
          }
        };
        const ferme = reprises.poser({ "date-depot": reprises.CLOS }, partout);
        await reprises.entendre(ferme, "recommence");
        ferme.recommencer();
        const bilan = ferme.bilan.decisions[0].verdict;
        const ouvert = await reprises.pret(reprises.poser({ "date-depot": reprises.OUVERT }, partout));
        reprises.cliquer(ouvert, "commencer");
        const accueil = ouvert.shadowRoot.querySelector("[data-action=commencer]") !== null;
        return { compte, bilan, accueil, cadres: ouvert.shadowRoot.querySelectorAll(".pn").length };
      });
      assert.equal(vu.bilan, "clos");
      assert.equal(vu.accueil, true);
      assert.equal(vu.cadres, 1);
      for (const [nom, fois] of Object.entries(vu.compte)) assert.ok(fois < 10, `${nom}: ${fois} times`);
      await onglet.fermer();
    });

    test("un écouteur de chaque étape qui clique ou lit voit le test comme il est à cet instant", DELAI, async () => {
      const onglet = await page();
      const vu = await onglet.evaluer(async () => {
        const dits = [];
        const widget = await reprises.pret(reprises.poser({ "date-depot": reprises.OUVERT }));
        widget.addEventListener("pass-numerique-etape", ({ detail }) => {
          dits.push([detail.question, widget.shadowRoot.querySelector("form").dataset.question, Object.keys(widget.demande.reponses)]);
          if (detail.question !== "code-postal") return;
          widget.shadowRoot.querySelector("input.texte").value = "59000";
          widget.shadowRoot.querySelector("form").requestSubmit();
        });
        reprises.cliquer(widget, "commencer");
        return { dits, focus: widget.shadowRoot.activeElement?.className, titres: widget.shadowRoot.querySelectorAll(".titre").length };
      });
      assert.deepEqual(vu, {
        dits: [["code-postal", "code-postal", []], ["tranche-age", "tranche-age", ["code-postal"]]],
        focus: "titre",
        titres: 1,
      });
      await onglet.fermer();
    });

    test("un hôte qui agit quand le focus bouge ne laisse qu'un écran", DELAI, async () => {
      const onglet = await page();
      const vus = await onglet.evaluer(async () => {
        const vus = [];
        for (const type of ["focusin", "focusout", "blur", "focus"]) {
          for (const geste of [(w) => w.recommencer(), (w) => w.remove(), reprises.remettre, (w) => w.setAttribute("lang", "en")]) {
            const widget = await reprises.pret(reprises.poser({ "date-depot": reprises.OUVERT }));
            reprises.cliquer(widget, "commencer");
            let fois = 0;
            const reagir = () => {
              fois += 1;
              if (fois === 1) geste(widget);
            };
            document.addEventListener(type, reagir, true);
            widget.shadowRoot.querySelector("input.texte").focus();
            if (widget.isConnected) widget.shadowRoot.querySelector("form")?.requestSubmit();
            document.removeEventListener(type, reagir, true);
            if (widget.isConnected && widget.shadowRoot.querySelectorAll(".pn").length > 1) vus.push(`${type} : deux écrans`);
            vus.push(JSON.stringify(await reprises.marche(widget)));
          }
        }
        return vus;
      });
      assert.deepEqual([...new Set(vus)], [JSON.stringify(ENTIER)]);
      await onglet.fermer();
    });

    test("le premier écran se dit une fois le test prêt, pas avant", DELAI, async () => {
      const onglet = await page();
      const vu = await onglet.evaluer(async () => {
        const dits = [];
        const widget = reprises.poser({ "date-depot": reprises.CLOS }, (w) => {
          for (const nom of ["pret", "resultat"]) {
            w.addEventListener(`pass-numerique-${nom}`, () => dits.push([nom, w.bilan?.decisions[0].verdict]));
          }
        });
        await reprises.entendre(widget, "resultat");
        return dits;
      });
      assert.deepEqual(vu, [["pret", "clos"], ["resultat", "clos"]]);
      await onglet.fermer();
    });
  });
}
