// The counter in a tab, as an agent uses it: keys, what is read, what is left behind.

import assert from "node:assert/strict";
import { bientot } from "./attente.mjs";
import { JOUR } from "./site.mjs";

/** What the page looks like in a day's work: the keys that lead there, from the first field on. */
export const ETATS = [
  { nom: "vide", touches: "" },
  { nom: "incomplet", touches: "14/5/03⏎80000⏎→2⏎" },
  { nom: "incertain", touches: "14/5/03⏎80000⏎→2⏎2" },
  { nom: "complet", touches: "2/7/58⏎59300⏎1⏎2⏎2/9/29⏎⏎20/1/23" },
  { nom: "papiers-prets", touches: "3/9/79⏎62000⏎1⏎1⏎1⏎2/9/29⏎12/1/24⏎4/3/24⏎" },
  { nom: "second-carnet", touches: "3/9/79⏎62000⏎1⏎2⏎1⏎1" },
  { nom: "pas-encore", touches: "1/6/06⏎59000⏎3⏎1" },
  { nom: "ailleurs", touches: "2/7/70⏎51100⏎1" },
  { nom: "code-inconnu", touches: "3/9/79⏎59999⏎" },
  { nom: "lycee", jour: "2023-05-10", touches: "2/7/06⏎59000⏎→→5⏎1⏎1" },
  { nom: "fevrier-2022", jour: "2022-02-10", touches: "2/7/80⏎62000⏎1⏎1⏎1" },
  { nom: "clos", jour: "2026-11-20", touches: "2/7/58⏎" },
  { nom: "fautes", touches: "31/2/58⏎590⏎" },
  { nom: "dates-impossibles", touches: "2/7/58⏎59300⏎1⏎1⏎31/2/29⏎hier⏎" },
  { nom: "papiers-depasses", touches: "2/7/58⏎59300⏎1⏎1⏎2/9/19⏎12/1/30⏎" },
  { nom: "volets-ouverts", touches: "3/9/79⏎62000⏎1⏎1⏎1⏎", volets: true },
  { nom: "alerte", touches: "14/5/03⏎80000⏎", secondes: 250 },
];

/**
 * Ten people, each typed from the first field on: the keys, what is read then, and how many keys it may take. A key
 * more is a second more, twenty times a day.
 */
export const CAS = [
  { nom: "60 ans et plus, sans nous", touches: "2/7/58⏎59300⏎1⏎1⇥2", lit: ["Peut demander", "5 pass", "Son âge suffit"], limite: 18 },
  { nom: "inscrit à France Travail, avec nous", touches: "3/9/79⏎62000⏎1⏎1⏎1", lit: ["Peut demander", "10 pass", "3 papiers"], limite: 18 },
  { nom: "apprenti de 17 ans", touches: "1/6/06⏎59000⏎3⏎1", lit: ["Pas encore : à partir du 1er juin 2024."], limite: 16 },
  { nom: "CEJ signé avec France Travail", touches: "14/5/03⏎80000⏎→2⏎2⏎1⏎1", lit: ["reste à vérifier", "Une inscription à France Travail donne droit au pass."], limite: 23 },
  { nom: "bénévole de Reims", touches: "2/7/70⏎51100⏎1", lit: ["n'est pas prévu pour sa situation", "hors de la région"], limite: 14 },
  { nom: "second carnet", touches: "3/9/79⏎62000⏎1⏎2⏎1⏎1", lit: ["Peut demander", "5 pass", "le maximum"], limite: 20 },
  { nom: "une personne hébergée", touches: "2/7/58⏎59300⏎1⏎2", lit: ["10 pass", "Attestation d'hébergement", "Imprimer un modèle"], limite: 16 },
  { nom: "lycéen de l'essai", jour: "2023-05-10", touches: "2/7/06⏎59000⏎→→5⏎1⏎1", lit: ["Peut demander", "Essai dans les lycées"], limite: 20 },
  { nom: "février 2022", jour: "2022-02-10", touches: "2/7/80⏎62000⏎1⏎1⏎1", lit: ["reste à vérifier", "règlement de 2020"], limite: 18 },
  { nom: "campagne terminée", jour: "2026-11-20", touches: "2/7/58⏎59300", lit: ["On ne peut plus demander"], limite: 12 },
];

/** Keys that are not a character. */
const TOUCHES = { "⏎": "Enter", "↤": "Shift+Enter", "⇥": "Tab", "→": "ArrowRight", "␣": "Space" };

export class Guichet {
  constructor(onglet, site) {
    this.onglet = onglet;
    this.site = site;
  }

  async ouvrir(jour = JOUR) {
    await this.onglet.ouvrir(`${this.site.url}/www/guichet.html?pn-date-depot=${jour}`);
    await this.onglet.evaluer(() => {
      window.impressions = [];
      window.print = () => window.impressions.push(temoin.dit(temoin.racine().querySelector(".fiche")));
    });
  }

  /** As after « Personne suivante »: the focus is on the first field. */
  async suivante() {
    await this.onglet.evaluer(() => temoin.widget().recommencer());
    assert.equal((await this.focus()).nom, "Date de naissance");
  }

  /** One key a sign. Gives how many. */
  async frapper(touches) {
    for (const signe of touches) {
      if (signe in TOUCHES) await this.onglet.touche(TOUCHES[signe]);
      else await this.onglet.touche(signe);
    }
    return [...touches].length;
  }

  focus() {
    return this.onglet.evaluer(() => temoin.focus());
  }

  /** What is seen: not the sheet, that paper alone shows. */
  lu() {
    return this.onglet.evaluer(() => temoin.simple(temoin.racine().querySelector(".guichet").innerText));
  }

  async lit(...textes) {
    const lu = await this.lu();
    for (const texte of textes) assert.ok(lu.includes(texte), `« ${texte} » is not in: ${lu}`);
  }

  dit() {
    return this.onglet.evaluer(() => temoin.simple(temoin.racine().querySelector("[role=status]").textContent));
  }

  /** Whatever the page still holds of what was typed. */
  traces(textes) {
    return this.onglet.evaluer((cherches) => {
      const racine = temoin.racine();
      const valeurs = [...racine.querySelectorAll("input")].map((champ) => `${champ.value} ${champ.checked}`);
      const tout = [document.documentElement.outerHTML, racine.innerHTML, valeurs.join("\n"), location.href, document.title].join("\n");
      const coches = [...racine.querySelectorAll("input:checked")].map((c) => `${c.name}=${c.value}`);
      return { trouves: cherches.filter((texte) => tout.includes(texte)), coches, demande: temoin.widget().demande };
    }, textes);
  }

  async estVide(textes, ou) {
    const { trouves, coches, demande } = await this.traces(textes);
    assert.deepEqual(trouves, [], `${ou}: still there`);
    assert.deepEqual(coches, ["accompagne=true"], `${ou}: still ticked`);
    assert.deepEqual(demande.reponses, { accompagne: true }, `${ou}: still answered`);
  }

  /** To another page of the tests, as by a link. */
  async partir(page) {
    await this.onglet.evaluer((url) => setTimeout(() => location.assign(url)), this.site.page(page));
    await this.arrive(page);
  }

  /** Back or forward as the browser's own buttons do, from its memory when it has kept the page. */
  async aller(sens, page) {
    await this.onglet.evaluer((s) => setTimeout(() => history.go(s)), sens);
    await this.arrive(page);
  }

  async arrive(page) {
    await bientot(async () => {
      const ou = await this.onglet.evaluer(() => location.href).catch(() => "elsewhere");
      assert.ok(ou.includes(page), ou);
    });
    await bientot(async () => assert.ok(await this.onglet.chargee(), "the page does not load to its end"));
    await bientot(() => this.onglet.pret());
  }

  /** Makes the machine's clock later, without waiting. */
  avancer(secondes) {
    return this.onglet.evaluer((s) => {
      window.avance = (window.avance ?? 0) + s * 1000;
    }, secondes);
  }

  /** One of the states above, on a page loaded anew. */
  async atteindre({ jour, touches, volets = false, secondes = 0 }) {
    await this.ouvrir(jour);
    await this.suivante();
    await this.frapper(touches);
    if (volets) {
      await this.onglet.evaluer(() => {
        for (const volet of temoin.racine().querySelectorAll("details")) volet.open = true;
      });
    }
    if (secondes > 0) {
      await this.avancer(secondes);
      await bientot(async () => assert.equal(await this.alerte(), true));
    }
  }

  /** The warning before all is wiped is on screen. */
  alerte() {
    return this.onglet.evaluer(() => temoin.racine().querySelector(".bandeau").checkVisibility());
  }
}

/** The clock stands still but for what the test says: a busy machine is no agent who rests. */
function horlogeConduite() {
  const depart = Date.now();
  Date.now = () => depart + (window.avance ?? 0);
}

/** A tab with the counter in it, whose clock the test drives. */
export async function ouvrirLeGuichet({ navigateur, site }, { jour, avant, ...options } = {}) {
  const onglet = await navigateur.onglet(options);
  await onglet.avant(horlogeConduite);
  if (avant) await onglet.avant(avant);
  onglet.page.on("dialog", (dialogue) => dialogue.accept());
  const agent = new Guichet(onglet, site);
  await agent.ouvrir(jour);
  return agent;
}
