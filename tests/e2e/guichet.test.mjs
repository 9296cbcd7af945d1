// The counter in two browsers: real cases by the keyboard alone, the wipe, the decision beside the form, what is said.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { DOSSIERS, dossiersAuGuichet } from "./commun/dossiers-au-guichet.mjs";
import { CAS, ouvrirLeGuichet } from "./commun/guichet.mjs";
import { dansLeModule, dansLeTas, garderLaMemoireDuModule, plusRienDansLeTas } from "./commun/memoire.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";

/** From the first field to the printed sheet, with three dated papers: twenty keys, then forty-five. */
const COMPLET = { decision: "3/9/79⏎62000⏎1⏎1⏎1⏎", papiers: "2/9/29⏎12/1/24⏎4/3/24⏎", impression: "⏎" };

const [DECISION, FICHE] = [20, 45];

/** What a person says that is nowhere else in the page, and the keys that say it. */
const UNIQUE = { touches: "17/11/1947⏎59147⏎1⏎2⏎23/8/2031⏎", textes: ["17/11/1947", "59147", "novembre 1947", "23/8/2031", "août 2031"] };

for (const [nom, lancer] of [["Chromium", lancerChromium], ["Firefox", lancerFirefox]]) {
  describe(nom, () => {
    const decor = monterLeDecor(lancer);

    const guichet = (options) => ouvrirLeGuichet(decor, options);

    test("dix personnes au clavier seul, chacune en peu de touches", DELAI, async () => {
      for (const cas of CAS) {
        const agent = await guichet({ jour: cas.jour });
        assert.equal((await agent.focus()).ou, "corps", "nothing takes the focus at load");
        await agent.suivante();
        const touches = await agent.frapper(cas.touches);
        await agent.lit(...cas.lit);
        console.log(`${cas.nom} : ${touches} touches`);
        assert.ok(touches <= cas.limite, `${cas.nom}: ${touches} keys, at most ${cas.limite}`);
        await agent.onglet.sansErreur();
        await agent.onglet.fermer();
      }
    });

    test("une demande complète : vingt touches jusqu'à la réponse, quarante-cinq jusqu'à la fiche", DELAI, async () => {
      const agent = await guichet();
      await agent.suivante();
      const decision = await agent.frapper(COMPLET.decision);
      await agent.lit("Peut demander le pass numérique.", "10 pass", "Encore à demander : rien.");
      const papiers = await agent.frapper(COMPLET.papiers);
      await agent.lit("tous prêts");
      assert.equal((await agent.focus()).nom, "Imprimer la fiche");
      const impression = await agent.frapper(COMPLET.impression);
      const feuilles = await agent.onglet.evaluer(() => window.impressions);
      assert.equal(feuilles.length, 1);
      for (const texte of ["Vous pouvez demander le pass numérique", "10 pass", "3 septembre 1979", "Cachet", "Ceci n'est pas une décision"]) {
        assert.ok(feuilles[0].includes(texte), `« ${texte} » is not on the sheet`);
      }
      console.log(`réponse : ${decision} touches ; fiche : ${decision + papiers + impression} touches`);
      assert.ok(decision <= DECISION && decision + papiers + impression <= FICHE);
      await agent.onglet.fermer();
    });

    test("Entrée avance, Maj+Entrée revient, un chiffre ne choisit que dans sa question", DELAI, async () => {
      const agent = await guichet();
      await agent.suivante();
      await agent.frapper("3/9/79⏎62000⏎");
      assert.equal((await agent.focus()).valeur, "demandeur-emploi");
      // The same digit ticks and unticks; nothing moves on by itself.
      await agent.frapper("11");
      assert.equal((await agent.focus()).coche, false);
      await agent.frapper("1↤");
      assert.equal((await agent.focus()).valeur, "62000");
      await agent.frapper("↤");
      assert.equal((await agent.focus()).nom, "Date de naissance");
      // In a text, a digit is a digit.
      const avant = await agent.onglet.evaluer(() => temoin.racine().querySelectorAll("input:checked").length);
      await agent.frapper("2");
      assert.equal(await agent.onglet.evaluer(() => temoin.racine().querySelectorAll("input:checked").length), avant);
      assert.equal((await agent.focus()).valeur, "3/9/792");
      await agent.onglet.fermer();
    });

    test("Tab passe partout, dans l'ordre de la page, et le focus reste quand la page se redessine", DELAI, async () => {
      const agent = await guichet();
      await agent.suivante();
      await agent.frapper("14/5/03⏎80000⏎→2⏎");
      assert.equal((await agent.focus()).nom, "Mission locale");
      await agent.frapper("2");
      assert.equal((await agent.focus()).nom, "France Travail", "the focus stays in the follow-up");
      await agent.frapper("1");
      assert.equal((await agent.focus()).nom, "Mission locale");
      const ordre = await agent.onglet.evaluer(() => temoin.ordre());
      await agent.onglet.evaluer(() => temoin.racine().querySelector("#depot").focus());
      const rencontres = [(await agent.focus()).arret];
      for (let focus; rencontres.length < ordre.length; rencontres.push(focus.arret)) {
        await agent.onglet.touche("Tab");
        focus = await agent.focus();
        assert.equal(focus.ou, "widget", `after ${rencontres.at(-1)}`);
      }
      assert.deepEqual(rencontres, ordre);
      await agent.onglet.fermer();
    });

    test("personne suivante, rechargement, Retour : rien ne reste", DELAI, async () => {
      const agent = await guichet();
      await agent.suivante();
      const remplir = async () => {
        await agent.frapper(UNIQUE.touches);
        const { trouves } = await agent.traces(UNIQUE.textes);
        assert.deepEqual(trouves, UNIQUE.textes, "the search finds what is there");
      };
      await remplir();
      await agent.onglet.evaluer(() => temoin.racine().querySelector("[data-action=recommencer]").click());
      await agent.estVide(UNIQUE.textes, "next person");
      assert.equal((await agent.focus()).nom, "Date de naissance");
      await bientot(async () => assert.equal(await agent.dit(), "Tout est effacé."));

      await remplir();
      await agent.onglet.recharger();
      await bientot(() => agent.onglet.pret());
      await agent.estVide(UNIQUE.textes, "reload");

      await agent.suivante();
      await remplir();
      await agent.onglet.aller(decor.site.page("nue"));
      await agent.aller(-1, "guichet.html");
      await bientot(() => agent.estVide(UNIQUE.textes, "Back"));
      await agent.aller(1, "nue.html");
      await agent.aller(-1, "guichet.html");
      await bientot(() => agent.estVide(UNIQUE.textes, "Forward and Back"));

      // Left by Back, come back to by Forward.
      await agent.partir("nue");
      await agent.ouvrir();
      await agent.suivante();
      await remplir();
      await agent.aller(-1, "nue.html");
      await agent.aller(1, "guichet.html");
      await bientot(() => agent.estVide(UNIQUE.textes, "Back and Forward"));
      await agent.onglet.fermer();
    });

    test("cinq minutes sans rien toucher : une alerte, puis tout s'efface", DELAI, async () => {
      const agent = await guichet();
      const bandeau = () => agent.alerte();
      const alerte = () => agent.onglet.evaluer(() => temoin.dit(temoin.racine().querySelector("[role=alert]")));
      await agent.avancer(3600);
      assert.equal(await bandeau(), false, "an empty page has nothing to wipe");
      await agent.suivante();
      await agent.frapper(UNIQUE.touches);
      await agent.avancer(239);
      assert.equal(await bandeau(), false);
      await agent.avancer(2);
      await bientot(async () => assert.equal(await bandeau(), true));
      assert.match(await alerte(), /^Effacement dans 60 secondes/);
      // Any key puts it off, and the focus has not moved.
      const avant = await agent.focus();
      await agent.onglet.touche("Shift");
      assert.equal(await bandeau(), false);
      assert.deepEqual(await agent.focus(), avant);
      await agent.avancer(281);
      await bientot(async () => assert.match(await alerte(), /^Effacement dans 20 secondes/));
      await agent.avancer(30);
      await bientot(() => agent.estVide(UNIQUE.textes, "idle"));
      assert.equal((await agent.focus()).nom, "Date de naissance");
      assert.equal(await agent.dit(), "Tout est effacé.");
      assert.equal(await bandeau(), false);
      await agent.onglet.fermer();
    });

    test("l'alerte est dans la fenêtre, où que l'agent soit dans la page, large ou étroite", DELAI, async () => {
      for (const [largeur, hauteur] of [[1280, 700], [768, 1024], [320, 640]]) {
        const agent = await guichet({ largeur, hauteur });
        await agent.suivante();
        await agent.frapper(COMPLET.decision);
        await agent.onglet.evaluer(() => scrollTo(0, document.documentElement.scrollHeight));
        await agent.avancer(241);
        await bientot(async () => assert.equal(await agent.alerte(), true));
        const { haut, bas, fenetre, dessus } = await agent.onglet.evaluer(() => {
          const bandeau = temoin.racine().querySelector(".bandeau");
          const { top, bottom, left, width } = bandeau.getBoundingClientRect();
          const vu = temoin.racine().elementFromPoint(left + width / 2, (top + bottom) / 2);
          return { haut: top, bas: bottom, fenetre: innerHeight, dessus: bandeau.contains(vu) };
        });
        assert.ok(haut >= 0 && bas <= fenetre && dessus, `${largeur} px: from ${haut} to ${bas} of ${fenetre}, on top: ${dessus}`);
        await agent.onglet.fermer();
      }
    });

    test("un autre jour de dépôt ou de création : règlement, numéro, réponse et délai suivent ; la personne suivante revient à aujourd'hui", DELAI, async () => {
      const agent = await guichet();
      const changer = async (champ, texte) => {
        await agent.onglet.evaluer((c) => {
          const entree = temoin.racine().querySelector(`[data-champ="${c}"]`);
          for (const volet = entree.closest("details"); volet && !volet.open; ) volet.open = true;
          entree.focus();
          entree.select();
        }, champ);
        await agent.frapper(texte);
      };
      const regle = () => agent.onglet.evaluer(() => temoin.simple(temoin.racine().querySelector(".guichet-depot").innerText));
      await agent.suivante();
      await agent.frapper("3/9/79⏎62000⏎1⏎1⏎1");
      await agent.lit("Peut demander", "10 pass", "si la demande est créée le 15 mars 2024");
      assert.match(await regle(), /vendredi 15 mars 2024 Règlement de 2023, n° 2022.01883/);

      // Created before: the time to confirm runs from that day, under the same règlement.
      await changer("creation", "4/3/24");
      await agent.lit("Peut demander", "si la demande est créée le 4 mars 2024");
      assert.match(await regle(), /Règlement de 2023/);
      await changer("creation", "12/4/24⇥");
      await agent.lit("Erreur");
      await changer("creation", "4/3/24");

      await changer("depot", "10/2/2022");
      await changer("creation", "10/2/22");
      assert.match(await regle(), /jeudi 10 février 2022 Règlement de 2022, n° 2022.00258/);
      assert.doesNotMatch(await regle(), /2022.01883/);
      await agent.lit("reste à vérifier", "42 ans");

      await changer("depot", "31/2/2024⇥");
      await agent.lit("Erreur");

      await agent.suivante();
      assert.match(await regle(), /vendredi 15 mars 2024 Règlement de 2023, n° 2022.01883/);
      const jours = await agent.onglet.evaluer(() => ["depot", "creation"].map((c) => temoin.racine().querySelector(`[data-champ="${c}"]`).value));
      assert.deepEqual(jours, ["15/03/2024", ""]);
      await agent.lit("n° 2022.01883");
      await agent.onglet.sansErreur();
      await agent.onglet.fermer();
    });

    test("la voix ne dit qu'un changement de réponse ou de nombre, au repos", DELAI, async () => {
      const agent = await guichet();
      await agent.suivante();
      await agent.onglet.evaluer(() => {
        window.dites = [];
        const voix = temoin.racine().querySelector("[role=status]");
        new MutationObserver(() => window.dites.push(temoin.simple(voix.textContent))).observe(voix, { childList: true, characterData: true, subtree: true });
      });
      const dites = () => agent.onglet.evaluer(() => window.dites.filter((dite) => dite !== "Tout est effacé."));
      await agent.frapper("3/9/79");
      await bientot(async () => assert.deepEqual(await dites(), ["Son droit reste à vérifier. 4 questions à poser."]));
      await agent.frapper("⏎62000⏎1⏎1⏎1");
      await bientot(async () => assert.equal((await dites()).at(-1), "Peut demander le pass numérique. 10 pass, 100 €. Rien à demander."));
      // Nothing of what is said has changed.
      const combien = (await dites()).length;
      await agent.frapper("⏎2/9/29");
      await bientot(async () => assert.equal((await dites()).at(-1), "Pièce d'identité : Prêt : valable jusqu'au 2 septembre 2029."));
      assert.equal((await dites()).length, combien + 1);
      await agent.onglet.fermer();
    });

    test("la décision à côté du formulaire est celle de la même demande, pour chaque dossier", DELAI, async () => {
      const agent = await guichet();
      const { vus, muets } = await dossiersAuGuichet(agent, DOSSIERS);
      console.log(`${vus} dossiers ; une réponse qui ne se demande pas là : ${muets.join(", ") || "aucun"}`);
      await agent.onglet.sansErreur();
      await agent.onglet.fermer();
    });

    if (lancer === lancerChromium) {
      test("la mémoire du script et du module ne garde rien de la personne d'avant, d'où qu'elle parte", DELAI, async () => {
        const agent = await guichet({ avant: garderLaMemoireDuModule });
        const { onglet } = agent;
        await agent.partir("nue");
        await agent.ouvrir();
        const finie = () => bientot(async () => assert.equal(await agent.dit(), "Tout est effacé."));
        const departs = {
          "personne suivante": () => onglet.evaluer(() => temoin.racine().querySelector("[data-action=recommencer]").click()).then(finie),
          "cinq minutes": () => agent.avancer(301).then(finie),
          rechargement: () => onglet.recharger().then(() => bientot(() => onglet.pret())),
          Retour: () => agent.partir("nue").then(() => agent.aller(-1, "guichet.html")),
          Avance: () => agent.aller(-1, "nue.html").then(() => agent.aller(1, "guichet.html")),
        };
        for (const [depart, partir] of Object.entries(departs)) {
          await agent.suivante();
          await agent.frapper(UNIQUE.touches);
          assert.notDeepEqual(await dansLeTas(onglet, UNIQUE.textes), [], "the search of the heap sees nothing");
          await partir();
          await plusRienDansLeTas(onglet, UNIQUE.textes, depart);
          assert.deepEqual(await dansLeModule(onglet, UNIQUE.textes), [], depart);
        }
        await onglet.fermer();
      });
    }
  });
}
