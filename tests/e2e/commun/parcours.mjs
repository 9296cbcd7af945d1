// The whole way, by keyboard, checked at each screen: the same tests for each browser.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DELAI } from "./attente.mjs";
import { sansViolation, voitUnDefaut } from "./axe.mjs";
import { Clavier } from "./clavier.mjs";
import { monterLeDecor } from "./decor.mjs";
import { voitLesDefautsDuClavier } from "./defauts.mjs";
import { installerMesures, mesurer } from "./mesures.mjs";
import { SCENARIOS, reponseA } from "./scenarios.mjs";

// More would be a loop: the catalogue holds 20 questions.
const TROP = 30;

// What the browser of this file was seen to do. Fewer than these: something is no longer looked at.
const vus = { parcours: 0, ecrans: 0, focus: 0, arrets: 0, defauts: 0 };
const AU_MOINS = { parcours: 5, ecrans: 34, focus: 50, arrets: 650, defauts: 5 };

/** After a step the focus is on the new heading, inside the widget. */
async function focusSurLeTitre(clavier, ou) {
  const [focus, ecran] = [await clavier.focus(), await clavier.ecran()];
  assert.equal(focus.ou, "widget", `${ou}: the focus is in « ${focus.ou} »`);
  assert.match(focus.classe, /\btitre\b/, `${ou}: the focus is on <${focus.balise} class="${focus.classe}">`);
  assert.equal(focus.nom, ecran.titre, ou);
  vus.focus += 1;
}

/** Everything that must hold on a screen that has just appeared. */
async function examiner(onglet, clavier, ou, dossier) {
  await focusSurLeTitre(clavier, ou);
  const champs = await sansViolation(onglet, ou);
  await onglet.capture(`${dossier}/${ou}`);
  vus.arrets += await clavier.ordreDeTab();
  await mesurer(onglet, ["anneaux"], ou);
  vus.ecrans += 1;
  // The round left the focus outside: come back to where the person was.
  await onglet.evaluer(() => temoin.racine().querySelector(".titre").focus());
  return champs;
}

export function declarerLesParcours(lancer, page = "encadree") {
  const decor = monterLeDecor(lancer);

  async function ouvrir() {
    const onglet = await decor.navigateur.onglet();
    await onglet.ouvrir(decor.site.page(page));
    await onglet.evaluer(installerMesures);
    return { onglet, clavier: new Clavier(onglet) };
  }

  async function fermer(onglet) {
    await onglet.sansErreur();
    await onglet.fermer();
  }

  describe("les parcours au clavier", () => {
    for (const scenario of SCENARIOS) {
      test(`${scenario.qui} va du début au résultat sans souris`, DELAI, async () => {
        const { onglet, clavier } = await ouvrir();
        assert.equal((await clavier.focus()).ou, "corps", "the widget does not take the focus when it loads");
        const posees = [];
        let champs = 0;
        await clavier.commencer();
        for (let ecran = await clavier.ecran(); ecran.sorte === "question"; ecran = await clavier.ecran()) {
          assert.ok(posees.length < TROP, `no end: ${posees.join(", ")}`);
          assert.ok(!posees.includes(ecran.question), `« ${ecran.question} » is asked twice: ${posees.join(", ")}`);
          posees.push(ecran.question);
          assert.ok(ecran.champs > 0, `${ecran.question}: a question with no field`);
          champs += await examiner(onglet, clavier, `${posees.length}-${ecran.question}`, scenario.nom);
          if (posees.length === 1) await voitUnDefaut(onglet, scenario.nom);
          await onglet.evaluer(() => temoin.racine().querySelector(".titre").focus());
          await clavier.repondre(reponseA(scenario, ecran.question));
          await clavier.continuer();
        }
        assert.ok(champs > posees.length, `axe saw ${champs} fields on ${posees.length} questions`);

        const verification = await clavier.ecran();
        assert.equal(verification.sorte, "verification");
        await examiner(onglet, clavier, "verification", scenario.nom);
        await clavier.appuyer("Voir le résultat");
        await examiner(onglet, clavier, "resultat", scenario.nom);

        const { sorte, texte } = await clavier.ecran();
        assert.equal(sorte, "resultat");
        for (const dit of scenario.dit) assert.ok(texte.includes(dit), `« ${dit} » is not in: ${texte}`);
        for (const tu of scenario.tait) assert.ok(!texte.includes(tu), `« ${tu} » should not be in: ${texte}`);
        const decision = await onglet.evaluer(() => document.querySelector("pass-numerique").bilan.decisions[0]);
        const { pieces, ...attendu } = scenario.attendu;
        for (const [champ, valeur] of Object.entries(attendu)) assert.deepEqual(decision[champ], valeur, champ);
        if (pieces) assert.deepEqual(decision.pieces.map((piece) => piece.id), pieces);
        // What is asked is what the engine waits for, in the person's words.
        const manque = await onglet.evaluer((ids) => ids.length === 0 || Boolean(temoin.racine().querySelector(".bloc li")), decision.manque);
        assert.ok(manque, "what is missing is listed");
        await fermer(onglet);
        vus.parcours += 1;
      });
    }
  });

  describe("revenir, changer, se tromper", () => {
    test("Retour montre la question d'avant avec sa réponse", DELAI, async () => {
      const { onglet, clavier } = await ouvrir();
      await clavier.commencer();
      await clavier.repondre("59000");
      await clavier.continuer();
      await clavier.repondre("De 31 à 59 ans");
      await clavier.continuer();
      await clavier.repondre("Je suis inscrit à France Travail (ex-Pôle emploi)", "Je suis bénévole dans une association");
      await clavier.continuer();

      await clavier.retour();
      await focusSurLeTitre(clavier, "situations, par Retour");
      assert.deepEqual((await clavier.ecran()).choisis, ["Je suis inscrit à France Travail (ex-Pôle emploi)", "Je suis bénévole dans une association"]);
      await clavier.retour();
      await focusSurLeTitre(clavier, "tranche-age, par Retour");
      assert.deepEqual((await clavier.ecran()).choisis, ["De 31 à 59 ans"]);
      await clavier.retour();
      await focusSurLeTitre(clavier, "code-postal, par Retour");
      assert.deepEqual((await clavier.ecran()).ecrits, ["59000"]);
      await clavier.retour();
      await focusSurLeTitre(clavier, "accueil, par Retour");
      assert.equal((await clavier.ecran()).sorte, "accueil");

      // Forward again: each answer is still there, Continuer is enough.
      await clavier.commencer();
      assert.deepEqual((await clavier.ecran()).ecrits, ["59000"]);
      await clavier.continuer();
      assert.deepEqual((await clavier.ecran()).choisis, ["De 31 à 59 ans"]);
      await fermer(onglet);
    });

    test("on change une réponse depuis la vérification et le résultat suit", DELAI, async () => {
      const { onglet, clavier } = await ouvrir();
      await clavier.commencer();
      const [scenario] = SCENARIOS;
      while ((await clavier.ecran()).sorte === "question") {
        await clavier.repondre(reponseA(scenario, (await clavier.ecran()).question));
        await clavier.continuer();
      }
      await clavier.appuyer("Changer : Demande avec un professionnel");
      await focusSurLeTitre(clavier, "accompagne, à changer");
      assert.deepEqual((await clavier.ecran()).choisis, ["Non"]);
      await clavier.choisir("Oui");
      await clavier.continuer();
      await focusSurLeTitre(clavier, "verification, après un changement");
      assert.equal((await clavier.ecran()).sorte, "verification", "one change leads back to the list");
      await clavier.appuyer("Voir le résultat");
      assert.match((await clavier.ecran()).texte, /10 pass/);

      await clavier.appuyer("Changer une réponse", "Shift+Tab");
      assert.equal((await clavier.ecran()).sorte, "verification");
      await focusSurLeTitre(clavier, "verification, depuis le résultat");
      await clavier.appuyer("Voir le résultat");
      await clavier.appuyer("Recommencer");
      await focusSurLeTitre(clavier, "accueil, après Recommencer");
      assert.deepEqual(await onglet.evaluer(() => temoin.widget().demande.reponses), {}, "Recommencer forgets everything");
      await fermer(onglet);
    });

    const ERREURS = [
      { nom: "code-postal-vide", avant: [], saisie: null, ecrits: [""] },
      { nom: "code-postal-faux", avant: [], saisie: "5900", ecrits: ["5900"] },
      { nom: "age-sans-choix", avant: ["59000"], saisie: null, ecrits: [] },
      { nom: "situation-sans-choix", avant: ["59000", "De 31 à 59 ans"], saisie: null, ecrits: [] },
    ];
    for (const cas of ERREURS) {
      test(`une erreur se lit, se retrouve et se corrige : ${cas.nom}`, DELAI, async () => {
        const { onglet, clavier } = await ouvrir();
        await clavier.commencer();
        for (const reponse of cas.avant) {
          await clavier.repondre(reponse);
          await clavier.continuer();
        }
        const { question } = await clavier.ecran();
        if (cas.saisie !== null) await clavier.repondre(cas.saisie);
        await clavier.continuer();

        const resume = await clavier.focus();
        assert.equal(resume.ou, "widget");
        assert.match(resume.classe, /resume-erreurs/, "the focus is on the summary");
        vus.focus += 1;
        await sansViolation(onglet, cas.nom);
        await onglet.capture(`erreurs/${cas.nom}`);
        const etat = await onglet.evaluer(() => {
          const r = temoin.racine();
          const bouton = r.querySelector(".resume-erreurs button");
          const invalide = r.querySelector("[aria-invalid=true]");
          const decrit = (invalide?.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
          return {
            resume: temoin.dit(bouton),
            message: temoin.dit(r.querySelector(".erreur")),
            invalides: r.querySelectorAll("[aria-invalid=true]").length,
            description: decrit.map((id) => temoin.dit(r.getElementById(id))).join(" "),
          };
        });
        assert.equal(etat.message, `Erreur : ${etat.resume}`, "the same words in the summary and at the field");
        assert.ok(etat.invalides >= 1, "aria-invalid is set");
        assert.ok(etat.description.includes(etat.message), `the field is described by its error: « ${etat.description} »`);
        assert.deepEqual((await clavier.ecran()).ecrits, cas.ecrits, "what was typed is kept");
        assert.equal((await clavier.ecran()).question, question, "the screen stays");

        await clavier.appuyer(etat.resume);
        const champ = await clavier.focus();
        assert.equal(champ.balise, "input", `the button leads to a field, not to ${champ.balise}`);
        vus.focus += 1;
        await fermer(onglet);
      });
    }

    test("sur le résultat, on coche un papier et on vérifie sa date sans perdre sa place", DELAI, async () => {
      const { onglet, clavier } = await ouvrir();
      await clavier.commencer();
      const [scenario] = SCENARIOS;
      while ((await clavier.ecran()).sorte === "question") {
        await clavier.repondre(reponseA(scenario, (await clavier.ecran()).question));
        await clavier.continuer();
      }
      await clavier.appuyer("Voir le résultat");

      const domicile = (focus) => focus.type === "checkbox" && focus.nom.includes("justificatif de domicile");
      await clavier.aller("le justificatif de domicile", domicile);
      await onglet.touche("Space");
      const boite = await clavier.focus();
      assert.ok(domicile(boite) && boite.coche, "the box that was ticked keeps the focus");

      // A date that does not exist, then one that is too old: the focus goes to what is said of it.
      const dater = async (jour) => {
        await clavier.ecrire(jour);
        await clavier.appuyer("Vérifier");
        return clavier.focus();
      };
      await clavier.appuyer("Vérifier la date de ce papier : Un justificatif");
      const erreur = await dater("31 02 2024");
      assert.equal(erreur.ou, "widget");
      assert.match(erreur.classe, /erreur/);
      assert.match(erreur.nom, /^Erreur : /);
      vus.focus += 1;
      await sansViolation(onglet, "papier, date impossible");
      await onglet.capture("papiers/date-impossible");
      const ecrits = await onglet.evaluer(() => {
        const faux = [...temoin.racine().querySelectorAll("input[aria-invalid=true]")];
        const decrit = temoin.racine().getElementById(faux[0]?.getAttribute("aria-describedby") ?? "");
        return { valeurs: faux.map((champ) => champ.value), dit: decrit ? temoin.dit(decrit) : null };
      });
      assert.deepEqual(ecrits, { valeurs: ["31", "02", "2024"], dit: erreur.nom }, "what was typed is kept, and described by its error");

      const etat = await dater("01 03 2020");
      assert.equal(etat.ou, "widget");
      assert.match(etat.classe, /etiquette attention/);
      vus.focus += 1;
      await sansViolation(onglet, "papier, trop vieux");
      await onglet.capture("papiers/trop-vieux");
      await fermer(onglet);
    });

    test("Entrée dans le champ du code postal envoie la réponse", DELAI, async () => {
      const { onglet, clavier } = await ouvrir();
      await clavier.commencer();
      await clavier.repondre("59000");
      await onglet.touche("Enter");
      assert.equal((await clavier.ecran()).question, "tranche-age");
      await focusSurLeTitre(clavier, "tranche-age");
      await fermer(onglet);
    });

    test("ni les flèches ni un choix ne changent d'écran", DELAI, async () => {
      const { onglet, clavier } = await ouvrir();
      await clavier.commencer();
      await clavier.repondre("59000");
      await clavier.continuer();
      await clavier.choisir("60 ans ou plus");
      for (const touche of ["ArrowUp", "ArrowUp", "ArrowDown", "Space"]) await onglet.touche(touche);
      assert.equal((await clavier.ecran()).question, "tranche-age");
      await fermer(onglet);
    });
  });

  test("les défauts plantés sont vus, et rien n'a manqué", DELAI, async (t) => {
    vus.defauts = await voitLesDefautsDuClavier(ouvrir, focusSurLeTitre);
    const { parcours, ecrans, focus, arrets, defauts } = vus;
    t.diagnostic(`${decor.navigateur.nom}: ${parcours} paths, ${ecrans} screens, ${focus} moves of the focus, ${arrets} Tab stops, ${defauts} planted defects seen`);
    for (const [quoi, nombre] of Object.entries(AU_MOINS)) assert.ok(vus[quoi] >= nombre, `${quoi}: ${vus[quoi]}, once ${nombre}`);
  });
}
