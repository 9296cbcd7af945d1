// A whole class in two browsers: paste, map, correct, filter, sort, export, print, wipe; files, one list after another.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { sansViolation, voitUnDefaut } from "./commun/axe.mjs";
import { Classe, DEPOT_DE_CLASSE, LISTE, ouvrirLaClasse } from "./commun/classe.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";

let site;
const navigateurs = {};
before(async () => {
  site = await servirLeSite();
  navigateurs.chromium = await lancerChromium();
  navigateurs.firefox = await lancerFirefox();
});
after(async () => {
  for (const navigateur of Object.values(navigateurs)) await navigateur.fermer();
  await site?.fermer();
});

const ouvrir = (navigateur, options) => ouvrirLaClasse(navigateur, site, options);

for (const nom of ["chromium", "firefox"]) {
  test(`${nom}: from pasted cells to a wiped page`, DELAI, async () => {
    const classe = await ouvrir(navigateurs[nom]);
    const { onglet } = classe;
    await sansViolation(onglet, "first screen");
    await classe.coller(LISTE);
    await classe.attendre("[data-action=voir]");
    assert.equal(await classe.focus(), "titre");
    assert.ok(!(await classe.tout()).includes("ARACHIDE-SECRET"), "a column without a role is in the page");
    await classe.lit(".roles + p", /Allergies/);
    await sansViolation(onglet, "what was read");

    // Another column, then the right one again: the result follows.
    await classe.choisir("role-codePostal", "");
    await bientot(async () => assert.equal(await classe.onglet.evaluer(() => temoin.racine().querySelector("#role-codePostal").value), ""));
    await classe.choisir("role-codePostal", "5");
    await classe.repondre();
    await classe.cliquer("[data-action=voir]");
    await classe.attendre(".eleves tbody");
    assert.deepEqual(await classe.dits(".eleves tbody th"), ["AMRANI", "DA SILVA", "DELATTRE", "LECLERCQ"]);
    await classe.lit(".resume strong", /Règlement de 2023 : 2 peuvent demander \(20 pass\)/);
    await sansViolation(onglet, "the table");
    await voitUnDefaut(onglet, "the table");

    // The wrong date: its field has the focus, is refused once more, then mended.
    await classe.cliquer(".eleves tbody:nth-of-type(3) [data-action=ouvrir]");
    await bientot(async () => assert.equal(await classe.focus(), "champ-naissance"));
    await sansViolation(onglet, "the form");
    await classe.cliquer("form[data-forme=eleve] [type=submit]");
    await classe.lit("#erreur-naissance", /Ce jour n'existe pas/);
    await classe.ecrire("#champ-naissance", "28/02/2005");
    await classe.cliquer("form[data-forme=eleve] [type=submit]");
    await bientot(async () => assert.match(await classe.focus(), /^ouvrir-/));
    await classe.lit("[role=status]", /DELATTRE Maël : Peut demander/);
    await classe.lit(".resume strong", /3 peuvent demander/);

    await classe.cliquer('[data-cible="0 plus-tard"]');
    assert.deepEqual(await classe.dits(".eleves tbody th"), ["DA SILVA"]);
    await classe.cliquer('[data-cible="tous"]');
    await classe.cliquer('.tri[data-cible="naissance"]');
    assert.deepEqual(await classe.dits(".eleves tbody th"), ["DELATTRE", "AMRANI", "LECLERCQ", "DA SILVA"]);
    assert.deepEqual(await classe.dits("[aria-sort]"), ["Naissance"]);
    await classe.ecrire("#chercher", "silv");
    await bientot(async () => assert.deepEqual(await classe.dits(".eleves tbody th"), ["DA SILVA"]));
    await classe.ecrire("#chercher", "");

    const { octets, nom: fichier } = await classe.exporter();
    assert.deepEqual(octets.slice(0, 3), [0xef, 0xbb, 0xbf]);
    assert.ok(!/amrani|tmelec/i.test(fichier), fichier);
    const csv = new TextDecoder().decode(Uint8Array.from(octets));
    assert.equal(csv.trim().split("\r\n").length, 5);
    assert.ok(!csv.includes("ARACHIDE"));

    await classe.cliquer("#imprimer");
    assert.equal((await classe.dits(".fiche-eleve")).length, 4);
    await onglet.evaluer(() => dispatchEvent(new Event("afterprint")));
    assert.equal((await classe.dits(".fiche-eleve")).length, 0, "sheets stay in the page");

    await classe.cliquer("#effacer");
    await bientot(async () => assert.equal(await classe.focus(), "confirmer"));
    await sansViolation(onglet, "before wiping");
    await classe.cliquer("[data-action=effacer]");
    await classe.attendre("input[type=file]");
    const reste = await classe.tout();
    for (const secret of ["AMRANI", "Yanis", "DELATTRE", "TMELEC", "59300", "ARACHIDE"]) {
      assert.ok(!reste.includes(secret), `${secret} is still in the page`);
    }
    const evenements = JSON.stringify(await onglet.evaluer(() => temoin.evenements));
    assert.ok(!/AMRANI|Yanis|TMELEC/.test(evenements), evenements);

    // What went out comes back, with the same decisions.
    await classe.donner("export.csv", octets);
    await classe.attendre("[data-action=voir]");
    await classe.repondre();
    await classe.cliquer("[data-action=voir]");
    await classe.lit(".resume strong", /3 peuvent demander \(30 pass\)/);
    await onglet.sansErreur();
    await onglet.fermer();
  });
}

test("files: chosen, dropped, unreadable", DELAI, async () => {
  const classe = await ouvrir(navigateurs.chromium);
  const lire = (nom) => readFile(new URL(`../listes/${nom}`, import.meta.url));
  await classe.donner("liste.pdf", await lire("notres/82-document.pdf"));
  await classe.attendre(".resume-erreurs");
  await classe.lit(".resume-erreurs", /C'est un PDF/);
  assert.match(await classe.focus(), /resume-erreurs/);
  await sansViolation(classe.onglet, "an unreadable file");
  await classe.donner("eleves.csv", await lire("partagees/01-siecle-extraction.csv"), true);
  await classe.attendre("[data-action=voir]");
  assert.equal(await classe.dit(".panneau .sous-titre"), "24 élèves lus");
  await classe.lit(".fichier-lu", /windows-1252/);
  await classe.onglet.sansErreur();
  await classe.onglet.fermer();
});

test("in little room: cards, no sideways scroll, targets of 44 px, both lights", DELAI, async () => {
  for (const largeur of [320, 390, 768, 1280]) {
    const classe = await ouvrir(navigateurs.chromium, { largeur });
    const { onglet } = classe;
    const examiner = async (ou) => {
      const defauts = await onglet.evaluer(() => [...mesures.debordements(), ...mesures.chevauchements(), ...mesures.cibles()]);
      assert.deepEqual(defauts, [], `${ou}, ${largeur} px`);
    };
    await examiner("first screen");
    await classe.coller(LISTE);
    await classe.attendre("[data-action=voir]");
    await examiner("what was read");
    await classe.repondre();
    await classe.cliquer("[data-action=voir]");
    await classe.attendre("#chercher");
    assert.equal((await classe.dits(".eleves")).length, largeur < 900 ? 0 : 1);
    await examiner("the pupils");
    await classe.cliquer("[data-action=ouvrir]");
    await classe.attendre("form[data-forme=eleve]");
    await examiner("the form");
    await sansViolation(onglet, `the form, ${largeur} px`);
    await onglet.theme("dark");
    await sansViolation(onglet, `the form in the dark, ${largeur} px`);
    await onglet.fermer();
  }
});

for (const nom of ["chromium", "firefox"]) {
  test(`${nom}: a list is read otherwise, and the choice keeps the focus`, DELAI, async () => {
    const classe = await ouvrir(navigateurs[nom]);
    // Macintosh letters and a header without accents: nothing tells them from windows-1252.
    const mac = [...new TextEncoder().encode("Nom;Prenom;Classe\nB\u0001RARD;Ada;TCOM\n")].map((octet) => (octet === 1 ? 0x8e : octet));
    await classe.donner("liste.csv", mac);
    await classe.attendre("[data-action=voir]");
    await classe.ouvrirLeVolet(".relire");
    await classe.onglet.evaluer(() => temoin.racine().querySelector("#lecture-encodage").focus());
    await classe.choisir("lecture-encodage", "macintosh");
    await bientot(async () => assert.match(await classe.dit(".fichier-lu"), /macintosh.*BéRARD/));
    assert.equal(await classe.focus(), "lecture-encodage");
    // Nobody is found with this one: what is said comes in, and the choice is still at hand.
    await classe.onglet.evaluer(() => temoin.racine().querySelector("#lecture-separateur").focus());
    await classe.choisir("lecture-separateur", "\t");
    await bientot(async () => assert.match(await classe.dit("[data-cle=remarques]"), /Aucune colonne n'est reconnue/));
    assert.equal(await classe.focus(), "lecture-separateur");
    assert.ok(await classe.onglet.evaluer(() => temoin.racine().querySelector(".relire").open), "the fold closed by itself");
    await classe.choisir("lecture-separateur", "");
    await classe.cliquer("[data-action=voir]");
    await bientot(async () => assert.deepEqual(await classe.dits(".eleves tbody th"), ["BéRARD"]));
    await classe.onglet.sansErreur();
    await classe.onglet.fermer();
  });

  test(`${nom}: two lists, one after the other`, DELAI, async () => {
    const classe = await ouvrir(navigateurs[nom]);
    await classe.travailler();
    await classe.cliquer("#relire");
    await bientot(async () => assert.equal(await classe.focus(), "confirmer"));
    await classe.cliquer("[data-action=renoncer]");
    await bientot(async () => assert.equal(await classe.focus(), "relire"));
    await classe.cliquer("#relire");
    await classe.cliquer("[data-action=ajouter-une-liste]");
    await classe.attendre("input[type=file]");
    await classe.lit(".deja", /4 élèves sont déjà là/);
    await classe.coller(`${LISTE.split("\n").slice(0, 2).join("\n")}\nZOLA\tÉmile\t01/02/2005\t24725411330\tTMELEC\t59300\t`);
    await classe.attendre("[data-action=ne-pas-ajouter]");
    await classe.lit("[data-cle=doubles]", /1 élève déjà dans la liste.*ligne 2.*même élève : liste 1, ligne 2/);
    await classe.cliquer("[data-action=voir]");
    await bientot(async () => assert.equal((await classe.dits(".eleves tbody")).length, 6));
    await classe.cliquer("[data-action=retirer-les-doubles]");
    await bientot(async () => assert.equal((await classe.dits(".eleves tbody")).length, 5));
    await classe.onglet.sansErreur();
    await classe.onglet.fermer();
  });
}

test("chosen by the address of an ordinary page, the table has room", DELAI, async () => {
  const onglet = await navigateurs.chromium.onglet();
  await onglet.ouvrir(`${site.url}/www/index.html?pn-mode=classe&pn-date-depot=${DEPOT_DE_CLASSE}`);
  const classe = new Classe(onglet);
  await classe.travailler();
  await classe.attendre(".eleves");
  await onglet.fermer();
});
