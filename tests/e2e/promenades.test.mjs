// Chance walks through the demonstration page: whatever is done, in whatever order, each screen holds and each answer
// is the engine's.
//
// PROMENADES_GRAINE=7 PROMENADES=500 node --test tests/e2e/promenades.test.mjs walks elsewhere, or longer.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { DELAI } from "./commun/attente.mjs";
import { REGLEMENTS } from "./commun/donnees.mjs";
import { choisirUnGeste, focusApres } from "./commun/gestes.mjs";
import { hasard } from "./commun/hasard.mjs";
import { evaluerNativement } from "./commun/moteur.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { installerPromeneur } from "./commun/promeneur.mjs";
import { noterLesRequetes } from "./commun/requetes.mjs";
import { servirLeSite } from "./commun/site.mjs";
import { TEXTES, simple } from "./commun/textes.mjs";

// The same walks each time: chance must not decide whether a change passes.
const GRAINE = Number(process.env.PROMENADES_GRAINE ?? 20240315);
const PROMENADES = Number(process.env.PROMENADES ?? 30);
const PAS = 60;
// One for each règlement, and between them; null is the real today.
const JOURS = ["2024-03-15", "2023-06-15", "2023-11-20", "2022-06-15", "2022-02-15", "2021-01-15", "2020-03-01", null];
// Fewer would mean that the walks lead nowhere.
const RESULTATS_ATTENDUS = 250;
const GESTES_ATTENDUS = 12;
const UTILES = ["eligible", "a-preciser"];

/** The sentences that head an answer, by what they are for. */
function titresDe({ interface: mots, "titre-refus": refus }) {
  return {
    eligible: [mots["reponse-eligible"]],
    // A yes that only lacks the number or a paper is a yes.
    "a-preciser": [mots["reponse-a-preciser"], mots["reponse-eligible"]],
    "non-eligible": [mots["reponse-non-eligible"], mots["reponse-pas-encore"], ...Object.values(refus)],
    "pas-ouvert": [mots["reponse-pas-ouvert"]],
    clos: [mots["reponse-clos"]],
  };
}

const TITRES = Object.fromEntries(Object.entries(TEXTES).map(([langue, textes]) => [langue, titresDe(textes)]));
/** A sentence, or one that opens like it and goes on with a day. */
const dit = (titre, mots) => titre.startsWith(simple(mots).split("{")[0]);
const PREMIER_JOUR_SUR = new Map([...REGLEMENTS].map(([id, { periode }]) => [id, periode.certainDu ?? periode.du]));

let navigateur, site;
before(async () => {
  navigateur = await lancerChromium();
  site = await servirLeSite();
});
after(async () => {
  await navigateur?.fermer();
  await site?.fermer();
});

/** What holds on every screen. */
function examiner({ sorte, langue, titres, texte, bilan }) {
  assert.notEqual(sorte, "inconnu");
  assert.equal(titres.length, 1, `headings: ${titres.join(" | ")}`);
  assert.doesNotMatch(texte, /[{}]|undefined|NaN|\[object/, "a blank that nothing fills");
  if (sorte !== "resultat") return;
  const [{ verdict }] = bilan.decisions;
  assert.ok(TITRES[langue][verdict].some((mots) => dit(titres[0], mots)), `the decision is ${verdict}, the heading « ${titres[0]} »`);
}

/** What a gesture is, for the count of them. */
function sorteDeGeste({ refuse, garde, action, quoi, forme }) {
  if (refuse) return "faute";
  if (garde) return "garder";
  if (forme) return forme === "depot" ? "autre jour" : "dater";
  return action ?? quoi;
}

/** One walk; gives the results met and the answers that were not kept, each with the way to it. */
async function promener(rang, gestes) {
  const h = hasard(GRAINE + rang);
  const jour = JOURS[rang % JOURS.length];
  const onglet = await navigateur.onglet();
  const requetes = noterLesRequetes(onglet);
  const chemin = [`walk ${rang}, ${jour ?? "today"}`];
  const resultats = [];
  const perdues = [];
  try {
    await onglet.ouvrir(jour ? site.demo(jour) : `${site.url}/www/index.html`);
    await onglet.evaluer(installerPromeneur);
    await requetes();
    let vu = await onglet.evaluer(() => promeneur.voir());
    for (let pas = 0; pas < PAS; pas += 1) {
      const geste = choisirUnGeste(h, vu);
      // What came before is forgotten.
      if (geste.action === "recommencer") chemin.length = 1;
      chemin.push(geste.nom);
      gestes.add(sorteDeGeste(geste));
      const avant = vu;
      vu = await onglet.evaluer((g) => promeneur.faire(g), geste);
      await onglet.sansErreur();
      assert.deepEqual(onglet.console.filter(({ sorte }) => sorte === "error"), []);
      examiner(vu);
      if (geste.garde && vu.erreur) {
        perdues.push({ faute: `${vu.question}, filled with « ${remplis(avant)} » by the page itself, is refused`, chemin: chemin.join(" › ") });
      } else {
        focusApres(geste, avant, vu);
      }
      if (vu.bilan) resultats.push({ demande: vu.demande, bilan: vu.bilan, jour: vu.jour, chemin: chemin.join(" › ") });
    }
    assert.deepEqual(await requetes(), [], "no request after the load");
  } catch (erreur) {
    erreur.message = `${chemin.join(" › ")}\n${erreur.message}`;
    throw erreur;
  }
  await onglet.fermer();
  return { resultats, perdues };
}

const remplis = ({ champs }) => champs.filter(({ rempli }) => rempli).map(({ valeur }) => valeur).join(", ");

/** The same ones are judged once. */
const distinctes = (demandes) => [...new Map(demandes.map((demande) => [JSON.stringify(demande), demande])).values()];

/** Judges natively, all at once; then any of them by what it holds. */
function juges(demandes) {
  const liste = distinctes(demandes);
  const bilans = evaluerNativement(liste);
  const par = new Map(liste.map((demande, rang) => [JSON.stringify(demande), bilans[rang]]));
  return (demande) => par.get(JSON.stringify(demande));
}

const aVenir = ({ decisions }) => decisions.filter(({ verdict }) => verdict === "pas-ouvert");

/** The same answers on the first sure day of the act: as they are, and with the age that the bracket may have reached. */
function plusTard(demande, { reglement }) {
  const alors = { ...demande, dateDepot: PREMIER_JOUR_SUR.get(reglement) };
  const { "tranche-age": tranche, ...reponses } = demande.reponses;
  const age = Number(tranche?.split("-")[1]);
  if (!age || reponses["date-naissance"]) return [alors];
  const naissance = new Date(`${demande.dateDepot}T00:00:00Z`);
  naissance.setUTCFullYear(naissance.getUTCFullYear() - age - 1, naissance.getUTCMonth(), naissance.getUTCDate() + 1);
  return [alors, { ...alors, reponses: { ...reponses, "date-naissance": naissance.toISOString().slice(0, 10) } }];
}

/** In one line, what the page answers and the native engine does not. */
function difference({ demande, bilan }, jugement) {
  const attendu = jugement(demande);
  if (isDeepStrictEqual(bilan, attendu)) return null;
  const ecarts = bilan.decisions.flatMap((decision, rang) =>
    Object.keys(decision)
      .filter((champ) => !isDeepStrictEqual(decision[champ], attendu.decisions[rang]?.[champ]))
      .map((champ) => `${decision.dispositif}.${champ}`),
  );
  return `not the native answer: ${ecarts.join(", ") || "other decisions"}`;
}

/** What does not concern the person comes before what does. */
function malOrdonne({ demande, bilan }, jugement) {
  const { decisions } = bilan;
  const [premiere, ...autres] = decisions;
  if (["pas-ouvert", "clos"].includes(premiere.verdict) && autres.some(({ verdict }) => UTILES.includes(verdict))) {
    return `${premiere.dispositif}, ${premiere.verdict}, before a right`;
  }
  const dernierRefus = decisions.findLastIndex(({ verdict }) => verdict === "non-eligible");
  for (const decision of aVenir(bilan).filter((une) => decisions.indexOf(une) < dernierRefus)) {
    const alors = plusTard(demande, decision).flatMap((une) => jugement(une).decisions ?? []).filter((d) => d.dispositif === decision.dispositif);
    if (alors.length > 0 && !alors.some(({ verdict }) => UTILES.includes(verdict))) return `${decision.dispositif}, pas-ouvert then ${alors.map((d) => d.verdict)}, before a refusal`;
  }
  return null;
}

/** A fault that comes back fifty times is said once, with the first way to it. */
function sansFaute(fautes) {
  const parFaute = new Map();
  for (const { faute, chemin, demande } of fautes.filter((une) => une.faute)) {
    const vue = parFaute.get(faute) ?? { chemin, demande, fois: 0 };
    vue.fois += 1;
    parFaute.set(faute, vue);
  }
  const lignes = [...parFaute].map(([faute, { chemin, demande, fois }]) => `${faute}   [${fois} ×]\n  ${chemin}\n  ${JSON.stringify(demande) ?? ""}`);
  if (lignes.length > 0) assert.fail(lignes.join("\n"));
}

test("des promenades au hasard : chaque écran tient, chaque réponse est celle du moteur", DELAI, async (t) => {
  t.diagnostic(`seed ${GRAINE}, ${PROMENADES} walks of ${PAS} steps`);
  const gestes = new Set();
  const promenades = [];
  for (let rang = 0; rang < PROMENADES; rang += 1) promenades.push(await promener(rang, gestes));
  const resultats = promenades.flatMap((promenade) => promenade.resultats);
  const verdicts = new Set(resultats.flatMap(({ bilan }) => bilan.decisions.map(({ reglement, verdict }) => `${reglement}/${verdict}`)));
  t.diagnostic(`N = ${resultats.length} results, ${verdicts.size} kinds of decision, ${gestes.size} kinds of gesture: ${[...gestes].sort().join(", ")}`);
  if (PROMENADES >= 30) {
    assert.ok(resultats.length >= RESULTATS_ATTENDUS, `only ${resultats.length} results`);
    assert.ok(gestes.size >= GESTES_ATTENDUS, `only ${gestes.size} kinds of gesture`);
  }

  const jugement = juges(resultats.flatMap(({ demande, bilan }) => [demande, ...aVenir(bilan).flatMap((decision) => plusTard(demande, decision))]));
  const acceptes = resultats.filter(({ demande }) => !jugement(demande).erreur);

  await t.test("une réponse que l'écran montre encore est acceptée telle quelle", () => {
    sansFaute(promenades.flatMap(({ perdues }) => perdues));
  });
  await t.test("le moteur accepte toute demande de la page", () => {
    sansFaute(resultats.map((resultat) => ({ ...resultat, faute: jugement(resultat.demande).erreur })));
  });
  await t.test("le bilan de la page est celui du moteur natif", () => {
    sansFaute(acceptes.map((resultat) => ({ ...resultat, faute: difference(resultat, jugement) })));
  });
  await t.test("la première réponse concerne toujours la personne", () => {
    sansFaute(acceptes.map((resultat) => ({ ...resultat, faute: malOrdonne(resultat, jugement) })));
  });
});
