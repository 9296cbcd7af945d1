// Whole paths of people whom an answer once stopped, walked in each language, with the words that they now read.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { installerPilote } from "./commun/pilote.mjs";
import { installerPromeneur } from "./commun/promeneur.mjs";
import { TEXTES, motif, simple } from "./commun/textes.mjs";

const decor = monterLeDecor();

const SEULE = { "code-postal": "59000", "tranche-age": "60+", "pass-recus": 0, accompagne: false, hebergement: "a-son-nom" };
const CHOMEUR = { "code-postal": "62000", "tranche-age": "31-59", situations: ["demandeur-emploi"], "pass-recus": 0, accompagne: true, hebergement: "a-son-nom" };
const ELEVE = { "code-postal": "59000", "tranche-age": "0-17", situations: ["terminale-bac-pro"], "date-naissance": "2006-05-15", "pass-recus": 0, accompagne: true, hebergement: "a-son-nom" };
const MARS = "2024-03-15";

const champs = (jour) => {
  const [annee, mois, j] = jour.split("-");
  return Object.entries({ annee, mois, jour: j }).map(([nom, valeur]) => ({ nom, valeur }));
};
const dater = (piece, jour) => ({ quoi: "envoyer", forme: piece, saisie: champs(jour) });
const presser = (action, cible) => ({ quoi: "action", action, cible });
const repondre = (valeur) => ({ quoi: "envoyer", saisie: [{ nom: "reponse", valeur }] });
const ecrire = (jour, mois, annee) => ({ quoi: "envoyer", saisie: Object.entries({ jour, mois, annee }).map(([nom, valeur]) => ({ nom, valeur })) });

/**
 * `reponses` lead to the result, or to `ecran`; then the gestures. `dit` and `tait` are texts by their key, or words as
 * they are; with { } the blanks that matter.
 */
const CHEMINS = [
  {
    nom: "une carte d'identité de 2010 dont la date imprimée est passée est gardée par la loi, et dit jusqu'à quand",
    depot: MARS, reponses: SEULE,
    gestes: [dater("piece-identite", "2023-12-01"), presser("prolonger", "piece-identite")],
    dit: ["interface.etat-prolongee"], tait: ["interface.etat-perimee", "interface.etat-depassee"],
  },
  {
    nom: "une carte d'identité dépassée est dite dépassée, jamais trop ancienne, et reste à trouver",
    depot: MARS, reponses: SEULE,
    gestes: [{ quoi: "cocher", piece: "piece-identite" }, dater("piece-identite", "2018-12-01")],
    dit: ["interface.etat-depassee"], tait: ["interface.etat-perimee", "interface.prolongation", "interface.papiers-prets"],
  },
  {
    nom: "chez un hébergeur, le conseil parle de son conjoint à lui, et aucune taxe d'habitation n'est proposée",
    depot: MARS, reponses: { ...SEULE, hebergement: "heberge" },
    dit: ["piece.justificatif-domicile-hebergeur", "piece-sinon.justificatif-domicile-hebergeur"],
    tait: ["piece-sinon.justificatif-domicile", "taxe d'habitation"],
  },
  {
    nom: "chaque papier est nommé une fois, et leur article une fois pour tous",
    depot: MARS, reponses: SEULE,
    dit: ["piece.piece-identite", "piece.justificatif-domicile", ["interface.titre-pieces", { nombre: "2" }]], tait: [],
    au_plus: [["interface.source", { article: "3" }], 1],
  },
  {
    nom: "s'il manque un papier, le dernier jour pour confirmer est dit dans la même étape",
    depot: MARS, reponses: SEULE,
    dit: [["demarche.confirmer", {}]], tait: ["le jour même", "on the same day"],
  },
  {
    nom: "les dates des papiers donnent un dernier jour pour déposer",
    depot: MARS, reponses: CHOMEUR,
    gestes: [dater("attestation-pole-emploi", "2024-03-01")],
    dit: ["interface.fenetre"], tait: [],
  },
  {
    nom: "seule, une personne de 60 ans lit d'abord qu'avec un professionnel elle aurait le double",
    depot: MARS, reponses: SEULE,
    dit: ["interface.reponse-eligible", ["interface.mieux-euros", { nombre: "10", montant: "100", "montant-actuel": "50" }], "ou-trouver.accompagne"], tait: [],
  },
  {
    nom: "un second carnet dit ce que les deux font ensemble",
    depot: MARS, reponses: { ...SEULE, "pass-recus": 5, "pass-utilises": true },
    dit: ["interface.reponse-eligible", ["carnet.second", { nombre: "5", total: "10" }]], tait: [],
  },
  {
    nom: "ne pas savoir qui est sur le bail laisse un oui",
    depot: MARS, reponses: { ...CHOMEUR, hebergement: null },
    dit: ["interface.reponse-eligible", "interface.titre-details", "question.hebergement"], tait: ["interface.reponse-a-preciser"],
  },
  {
    nom: "ne pas savoir qui aide laisse un oui, pour 5 ou 10 pass",
    depot: MARS, reponses: { ...CHOMEUR, accompagne: null },
    dit: ["interface.reponse-eligible"], tait: ["interface.reponse-a-preciser"],
  },
  {
    nom: "à 17 ans en terminale bac pro, la réponse est « pas encore », avec le jour",
    depot: MARS, reponses: ELEVE,
    dit: ["interface.reponse-pas-encore", "2024", "interface.titre-ce-jour", "interface.voir-ce-jour"], tait: ["interface.reponse-non-eligible"],
  },
  {
    nom: "le jour que la page propose demande ce qui manque, puis dit oui",
    depot: MARS, reponses: ELEVE,
    gestes: [presser("deposer-le"), repondre("0"), repondre("true"), repondre("true"), repondre("a-son-nom")],
    dit: ["interface.reponse-eligible"], tait: ["interface.reponse-a-preciser"],
  },
  {
    nom: "un refus dit ce qui donnerait le droit",
    depot: MARS, reponses: { ...CHOMEUR, situations: ["benevole"], "association-en-region": false },
    dit: ["interface.reponse-non-eligible", "interface.titre-si-alors", "interface.si-alors-intro"], tait: ["interface.portail"],
  },
  {
    nom: "ne rien savoir donne trois questions au plus, où trouver la réponse, et ni portail ni compte de papiers",
    depot: MARS, reponses: {},
    dit: ["interface.reponse-a-preciser", "interface.repondre", "ou-trouver.code-postal"],
    tait: ["interface.portail", "interface.papiers-restants", "interface.agenda"],
    au_plus: ["interface.repondre", 3],
  },
  {
    nom: "un doute a une question à copier, et à qui la poser",
    depot: MARS, reponses: { ...ELEVE, "tranche-age": "18-30", "date-naissance": "2004-01-01", situations: ["ecole-production"], "ecole-production-en-region": false },
    dit: ["interface.reserves-doute", "a-demander.ecole-production-hors-region", "interface.copier-question", "page-de-l-aide.pass-numerique-hdf"], tait: [],
  },
  {
    nom: "à Reims, deux questions suffisent, et l'aide est celle de la Marne",
    depot: MARS, reponses: { "code-postal": "51100", "pass-recus": 0 },
    dit: ["interface.reponse-non-eligible", ["orientation.cartographie-lien", { departement: "Marne" }]],
    tait: ["dispositif.pass-numerique-pdc", "Nord", "question.tranche-age"],
    posees: ["code-postal", "pass-recus"],
  },
  {
    nom: "pendant les questions, une ligne dit ce qui est encore possible",
    depot: MARS, reponses: CHOMEUR, ecran: "accompagne",
    dit: ["question.accompagne", "interface.encore-possible"], tait: ["interface.deja-sur"],
  },
  {
    nom: "« mai » est un mois",
    depot: MARS, reponses: ELEVE, ecran: "date-naissance",
    gestes: [ecrire("15", "mai", "2006")],
    dit: [], tait: ["erreur.date-mois-inconnu", "interface.titre-erreurs"],
  },
  {
    nom: "un jour oublié a son propre message",
    depot: MARS, reponses: ELEVE, ecran: "date-naissance",
    gestes: [ecrire("", "mai", "2006")],
    dit: ["erreur.date-jour"], tait: ["erreur.date-naissance"],
  },
  {
    nom: "une date qui contredit l'âge est demandée, pas jugée",
    depot: MARS, reponses: ELEVE, ecran: "date-naissance",
    gestes: [ecrire("15", "05", "1990")],
    dit: [["erreur.date-contredit-age", { age: "33" }], "interface.garder-la-date"], tait: ["interface.reponse-non-eligible"],
  },
  {
    nom: "une fois clos, c'est dit une fois, avec l'aide dans la première vue",
    depot: "2026-11-20", reponses: {},
    dit: ["interface.reponse-clos", "interface.titre-orientation", "interface.avis-sans-demande"], tait: ["interface.avis", "interface.titre-autres-dispositifs"],
    au_plus: ["interface.reponse-clos", 1],
  },
];

async function ouvrir() {
  const onglet = await decor.navigateur.onglet();
  await onglet.ouvrir(decor.site.page("encadree"));
  await onglet.evaluer(installerPilote);
  await onglet.evaluer(installerPromeneur);
  return onglet;
}

/** What a person sees: not what is folded, nor what is drawn on paper only. */
const ecran = async (onglet) => simple(await onglet.evaluer(() => temoin.racine().querySelector(".pn").innerText));

describe("un chemin entier, dans chaque langue", () => {
  for (const { nom, depot, reponses, ecran: arret = "resultat", gestes = [], dit, tait, au_plus, posees } of CHEMINS) {
    test(nom, DELAI, async () => {
      const onglet = await ouvrir();
      for (const langue of Object.keys(TEXTES)) {
        const cas = { depot, reponses };
        await onglet.evaluer((e) => pilote.aller(e), { cas, ecran: arret, langue });
        // The examination of states unfolds everything; a person has not.
        await onglet.evaluer(() => { for (const volet of temoin.racine().querySelectorAll("details")) volet.open = false; });
        for (const geste of gestes) await onglet.evaluer((g) => promeneur.faire(g), geste);
        const vu = await ecran(onglet);
        for (const texte of dit) assert.match(vu, motif(...texteEn(texte, langue)), `${langue}: ${texte}`);
        for (const texte of tait) assert.doesNotMatch(vu, motif(...texteEn(texte, langue)), `${langue}: ${texte}`);
        if (au_plus) {
          const [texte, nombre] = au_plus;
          const fois = vu.match(new RegExp(motif(...texteEn(texte, langue)).source, "g"))?.length ?? 0;
          assert.ok(fois >= 1 && fois <= nombre, `${langue}: « ${texte} » ${fois} times`);
        }
        if (posees) {
          const demande = await onglet.evaluer(() => temoin.widget().demande);
          assert.deepEqual(Object.keys(demande.reponses).sort(), [...posees].sort());
        }
        await onglet.sansErreur();
      }
      await onglet.fermer();
    });
  }
});

function texteEn(texte, langue) {
  const [cle, blancs] = [texte].flat();
  return [cle, langue, blancs];
}
