// Every state of the class mode, one after the other on one page: what to do from the state before, and its name.

import { LISTE } from "./classe.mjs";

/** Two pupils of the first list again, one of them born another day. */
const SECONDE = LISTE.replace("22/01/2006", "22/01/2005").split("\n").slice(0, 3).join("\n");
export const MILLE = [
  LISTE.split("\n")[0],
  ...Array.from({ length: 1000 }, (_, n) => `NOM${n}\tAda\t14/03/2005\t24725411330\tTMELEC\t59300\t`),
].join("\n");

export const ETATS_DE_CLASSE = [
  { nom: "obtenir", faire: () => {} },
  {
    nom: "obtenir-illisible",
    async faire(classe) {
      await classe.donner("liste.pdf", new TextEncoder().encode("%PDF-1.7"));
      await classe.attendre(".resume-erreurs");
    },
  },
  {
    nom: "verifier",
    async faire(classe) {
      await classe.coller(LISTE);
      await classe.attendre("[data-action=voir]");
      await classe.ouvrirLeVolet(".relire");
    },
  },
  {
    nom: "verifier-sans-eleve",
    async faire(classe) {
      await classe.choisir("lecture-separateur", ";");
      await classe.attendre("[data-action=voir]:disabled");
    },
  },
  {
    nom: "verifier-repondu",
    async faire(classe) {
      await classe.choisir("lecture-separateur", "");
      await classe.attendre("[data-action=voir]:enabled");
      await classe.repondre();
      await classe.choisir("depot", "31/02/2024");
      await classe.attendre("#erreur-depot");
    },
  },
  {
    nom: "tableau",
    async faire(classe) {
      await classe.choisir("depot", "13/11/2023");
      await classe.cliquer("[data-action=voir]");
      await classe.attendre("#chercher");
      await classe.ouvrirLeVolet(".apporter");
    },
  },
  {
    nom: "corriger",
    async faire(classe) {
      await classe.cliquer('[aria-label="Corriger DELATTRE Maël"]');
      await classe.attendre("form[data-forme=eleve]");
    },
  },
  {
    nom: "corriger-refuse",
    async faire(classe) {
      await classe.ecrire("#champ-code-postal", "123");
      await classe.cliquer("form[data-forme=eleve] [type=submit]");
      await classe.attendre("#erreur-code-postal");
    },
  },
  {
    nom: "corriger-proposition",
    async faire(classe) {
      await classe.cliquer("[data-action=fermer]");
      await classe.cliquer('[aria-label="Corriger LECLERCQ Tom"]');
      await classe.attendre(".proposition");
    },
  },
  {
    nom: "ajouter",
    async faire(classe) {
      await classe.cliquer("[data-action=fermer]");
      await classe.cliquer("#ajouter");
      await classe.attendre(".nouveau");
    },
  },
  {
    nom: "aucun-trouve",
    async faire(classe) {
      await classe.cliquer("[data-action=fermer]");
      await classe.ecrire("#chercher", "zzz");
      await classe.attendre(".classe > .aide");
    },
  },
  {
    nom: "effacer",
    async faire(classe) {
      await classe.ecrire("#chercher", "");
      await classe.cliquer("#effacer");
      await classe.attendre(".confirmation");
    },
  },
  {
    nom: "lire-une-autre",
    async faire(classe) {
      await classe.cliquer("#relire");
      await classe.attendre("[data-action=ajouter-une-liste]");
    },
  },
  {
    nom: "ajouter-une-liste",
    async faire(classe) {
      await classe.cliquer("[data-action=ajouter-une-liste]");
      await classe.attendre("input[type=file]");
    },
  },
  {
    nom: "verifier-la-seconde",
    async faire(classe) {
      await classe.coller(SECONDE);
      await classe.attendre("[data-action=ne-pas-ajouter]");
    },
  },
  {
    nom: "tableau-de-deux-listes",
    async faire(classe) {
      await classe.cliquer("[data-action=voir]");
      await classe.attendre("[data-action=retirer-les-doubles]");
    },
  },
  {
    nom: "mille-arrete",
    async faire(classe) {
      await classe.cliquer("#effacer");
      await classe.cliquer("[data-action=effacer]");
      await classe.attendre("[name=cellules]");
      await classe.collerEtArreter(MILLE);
      await classe.cliquer("[data-action=voir]");
      await classe.attendre(".pages");
    },
  },
];

/** Goes through them all, on one page. */
export async function dansChaqueEtatDeClasse(classe, examiner) {
  for (const { nom, faire } of ETATS_DE_CLASSE) {
    await faire(classe);
    await examiner(nom);
  }
}
