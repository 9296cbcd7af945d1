// What a person leaves with: the days in their calendar, a text, a link, a paper to fill in; and the language they read.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import ICAL from "ical.js";
import { DELAI, bientot } from "./commun/attente.mjs";
import { Clavier } from "./commun/clavier.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { SCENARIOS, reponseA } from "./commun/scenarios.mjs";
import { JOUR } from "./commun/site.mjs";

const accompagne = SCENARIOS.find((scenario) => scenario.nom === "demandeur-accompagne");

const decor = monterLeDecor();

/** A clipboard slower than any: a test that does not wait for it fails each time, not once in a while. */
function repondreTard() {
  const ecrire = Clipboard.prototype.writeText;
  Clipboard.prototype.writeText = async function (texte) {
    await new Promise((suite) => setTimeout(suite, 200));
    return ecrire.call(this, texte);
  };
}

async function ouvrir(options) {
  const onglet = await decor.navigateur.onglet(options);
  await onglet.avant(repondreTard);
  await onglet.ouvrir(decor.site.demo());
  return { onglet, clavier: new Clavier(onglet) };
}

async function repondreATout(clavier, reponses = accompagne.reponses) {
  await clavier.commencer();
  for (let ecran = await clavier.ecran(); ecran.sorte === "question"; ecran = await clavier.ecran()) {
    await clavier.repondre(reponses[ecran.question] ?? reponseA(accompagne, ecran.question));
    await clavier.continuer();
  }
  await clavier.appuyer("Voir le résultat");
}

const decision = (onglet) => onglet.evaluer(() => document.querySelector("pass-numerique").bilan.decisions[0]);
const collable = (onglet) => onglet.evaluer(() => navigator.clipboard.readText());
/** The clipboard answers when it likes: what it answered is then told where the focus goes. */
const copieDite = (clavier, dit) => bientot(async () => assert.match((await clavier.focus()).nom ?? "", dit));
const COLLER = { permissions: ["clipboard-read", "clipboard-write"] };

test("l'agenda porte chaque échéance et le dernier jour d'un papier daté, en journées entières", DELAI, async () => {
  const { onglet, clavier } = await ouvrir();
  await repondreATout(clavier);
  await clavier.appuyer("Vérifier la date de ce papier : Votre attestation d'inscription à France Travail");
  await clavier.ecrire("20 1 2024");
  await clavier.appuyer("Vérifier");

  const [fichier] = await Promise.all([onglet.page.waitForEvent("download"), clavier.appuyer("agenda")]);
  assert.equal(fichier.suggestedFilename(), "pass-numerique.ics");
  const texte = await readFile(await fichier.path(), "utf8");
  for (const ligne of texte.split("\r\n")) assert.ok(Buffer.byteLength(ligne) <= 75, `too long: ${ligne}`);

  const calendrier = new ICAL.Component(ICAL.parse(texte));
  const lus = calendrier.getAllSubcomponents("vevent").map((composant) => new ICAL.Event(composant));
  const { echeances, pieces } = await decision(onglet);
  const datee = pieces.find((piece) => piece.id === "attestation-pole-emploi");
  const attendus = [...echeances.map((echeance) => echeance.date), datee.valableJusquau];
  assert.equal(attendus.length, 2, "one deadline and one dated paper");
  assert.deepEqual(lus.map((evenement) => evenement.startDate.toString()), attendus);
  for (const { startDate, endDate, component, summary } of lus) {
    assert.ok(startDate.isDate && endDate.isDate, `${summary}: a whole day`);
    assert.equal(endDate.subtractDate(startDate).toSeconds(), 24 * 3600, `${summary}: ends on the next day, not included`);
    assert.equal(component.getAllSubcomponents("valarm").length, 1, `${summary}: rings the day before`);
  }
  assert.equal(new Set(lus.map((evenement) => evenement.uid)).size, lus.length);
  assert.ok(!texte.includes("62000"), "no answer in the file");
  await onglet.fermer();
});

test("le récapitulatif copié dit la réponse, chaque papier, la date, l'acte, et que ce n'est pas une décision", DELAI, async () => {
  const { onglet, clavier } = await ouvrir(COLLER);
  await repondreATout(clavier);
  await clavier.appuyer("Copier le récapitulatif");
  await copieDite(clavier, /^Le récapitulatif est copié/);
  const texte = (await collable(onglet)).replaceAll("\u00a0", " ");
  const noms = await onglet.evaluer(() => [...temoin.racine().querySelectorAll(".piece-nom")].map((nom) => nom.firstChild.data));
  assert.equal(noms.length, 3);
  const dits = ["Vous pouvez demander le pass numérique.", "10 pass", "15 mars 2024", "2022.01883", "article 2", "Ceci n’est pas une décision", ...noms];
  for (const dit of dits) assert.ok(texte.includes(dit), `« ${dit} » is not in: ${texte}`);
  for (const tu of ["Commencer", "Imprimer", "cochez", "<"]) assert.ok(!texte.includes(tu), `« ${tu} » is in: ${texte}`);
  await onglet.fermer();
});

test("un navigateur qui refuse de copier laisse le texte à copier soi-même", DELAI, async () => {
  const onglet = await decor.navigateur.onglet();
  await onglet.avant(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await onglet.ouvrir(decor.site.demo());
  const clavier = new Clavier(onglet);
  await repondreATout(clavier);
  await clavier.appuyer("Copier le récapitulatif");
  await copieDite(clavier, /n'a pas pu être copié/);
  const texte = await onglet.evaluer(() => temoin.racine().querySelector("textarea").value);
  assert.match(texte, /Vous pouvez demander le pass numérique/);
  await onglet.fermer();
});

test("le lien ouvre le même jour, le même mode et la même langue, sans une réponse", DELAI, async () => {
  const { onglet, clavier } = await ouvrir(COLLER);
  await repondreATout(clavier);
  await clavier.appuyer("Facile à lire", "Shift+Tab");
  await clavier.appuyer("lien");
  await copieDite(clavier, /^Le lien est copié/);
  const lien = new URL(await collable(onglet));
  assert.deepEqual(Object.fromEntries(lien.searchParams), {
    "pn-date-depot": JOUR, "pn-mode": "particulier", "pn-lang": "fr-simple",
  });
  assert.equal(lien.pathname, "/www/index.html");
  const autre = await decor.navigateur.onglet();
  await autre.ouvrir(lien.href);
  const vu = await autre.evaluer(() => ({
    reponses: document.querySelector("pass-numerique").demande.reponses,
    langue: temoin.racine().querySelector(".pn").lang,
  }));
  assert.deepEqual(vu, { reponses: {}, langue: "fr-simple" });
  await autre.fermer();
  await onglet.fermer();
});

test("un lien abîmé ouvre le test comme la page le veut", DELAI, async () => {
  const onglet = await decor.navigateur.onglet();
  await onglet.ouvrir(`${decor.site.page("nue")}?pn-date-depot=2024-02-30&pn-mode=agent&pn-lang=%3Cb%3E`);
  const { dateDepot } = await onglet.evaluer(() => document.querySelector("pass-numerique").demande);
  assert.equal(dateDepot, JOUR, "the attribute of the page");
  await onglet.sansErreur();
  await onglet.fermer();
});

test("on change de langue sur un écran en erreur sans perdre ce qu'on a tapé, ni le focus", DELAI, async () => {
  const { onglet, clavier } = await ouvrir();
  await clavier.commencer();
  await clavier.ecrire("590");
  await clavier.continuer();
  const erreur = () => onglet.evaluer(() => temoin.racine().querySelector(".erreur").textContent);
  const enFrancais = await erreur();
  await clavier.appuyer("English", "Shift+Tab");
  const focus = await clavier.focus();
  assert.equal(focus.nom, "English", "the focus stays on the button");
  const vu = await onglet.evaluer(() => ({
    langue: temoin.racine().querySelector(".pn").lang,
    enfoncee: temoin.racine().querySelector("[aria-pressed=true]").textContent,
    tape: temoin.racine().querySelector("input").value,
  }));
  assert.deepEqual(vu, { langue: "en", enfoncee: "English", tape: "590" });
  assert.notEqual(await erreur(), enFrancais, "the error is said in English");
  await onglet.fermer();
});

test("le modèle d'attestation s'imprime seul, avec des lignes à remplir et aucune réponse", DELAI, async () => {
  const { onglet, clavier } = await ouvrir();
  await repondreATout(clavier, { ...accompagne.reponses, hebergement: "Non, quelqu'un m'héberge" });
  await clavier.appuyer("Imprimer un modèle à remplir");
  assert.match((await clavier.focus()).classe, /\btitre\b/);
  await onglet.page.emulateMedia({ media: "print" });
  const feuille = await onglet.evaluer(() => ({
    lignes: temoin.racine().querySelectorAll(".blanc").length,
    boutons: [...temoin.racine().querySelectorAll("button")].filter((bouton) => bouton.checkVisibility()).length,
    texte: temoin.racine().querySelector(".pn").innerText,
  }));
  assert.ok(feuille.lignes >= 6, `${feuille.lignes} lines to fill in`);
  assert.equal(feuille.boutons, 0);
  for (const dit of ["certifie sur l’honneur", "Signature", "Le :"]) {
    assert.ok(feuille.texte.replaceAll("\u00a0", " ").includes(dit), `« ${dit} » is not in: ${feuille.texte}`);
  }
  assert.doesNotMatch(feuille.texte, /62000|2024/, "nothing of the answers, nor of the day");
  await onglet.page.emulateMedia({ media: "screen" });
  await clavier.retour();
  assert.equal((await clavier.ecran()).sorte, "resultat");
  await onglet.fermer();
});

test("quitter la page prévient quand des réponses seraient perdues, et seulement alors", DELAI, async () => {
  const { onglet, clavier } = await ouvrir();
  /** Closes as a person does, and stays if asked. */
  const demande = async () => {
    const { page } = onglet;
    const suite = new Promise((dite) => {
      page.once("dialog", async (dialogue) => {
        await dialogue.dismiss();
        dite(dialogue.type());
      });
      page.once("load", () => dite("rien"));
    });
    await onglet.evaluer(() => { setTimeout(() => location.reload(), 0); });
    const dite = await suite;
    for (const nom of ["dialog", "load"]) page.removeAllListeners(nom);
    if (dite === "rien") await onglet.pret();
    return dite;
  };
  assert.equal(await demande(), "rien", "nothing was answered");
  await clavier.commencer();
  await clavier.ecrire("59000");
  await clavier.continuer();
  assert.equal(await demande(), "beforeunload");
  assert.equal((await clavier.ecran()).question, "tranche-age", "staying loses nothing");
  await onglet.evaluer(() => document.querySelector("pass-numerique").recommencer());
  assert.equal(await demande(), "rien", "nothing is left to lose");
  await onglet.fermer();
});
