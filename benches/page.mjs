// How long somebody at work waits in the page, processor as it is and four times slower: `make bench`, or
// `node benches/page.mjs` once the site is built. The best time is the page's own; the others have the machine's
// neighbours in them. No test depends on these timings.

import { CAS, ouvrirLeGuichet } from "../tests/e2e/commun/guichet.mjs";
import { LISTE, ouvrirLaClasse } from "../tests/e2e/commun/classe.mjs";
import { lancerChromium } from "../tests/e2e/commun/navigateur.mjs";
import { servirLeSite } from "../tests/e2e/commun/site.mjs";

const LENTEURS = [1, 4];
const ELEVES = [24, 1000];
const MOT = "nom0042";
const TOURS = 5;
/** Long enough for what was typed to be looked for and drawn. */
const repos = () => new Promise((suite) => setTimeout(suite, 1_000));

const site = await servirLeSite();
const navigateur = await lancerChromium();

async function ralentir(onglet, rate) {
  const outils = await onglet.page.context().newCDPSession(onglet.page);
  await outils.send("Emulation.setCPUThrottlingRate", { rate });
}

const tri = (durees) => durees.toSorted((a, b) => a - b);
const ms = (duree) => `${Math.round(duree)}`.padStart(5);
const ligne = (quoi, durees) => {
  const dans = tri(durees);
  const dits = [dans[0], dans[Math.floor(dans.length / 2)], dans.at(-1)].map(ms);
  console.log(`  ${quoi.padEnd(44)} ${dits.join(" ")} ${String(dans.length).padStart(6)}`);
};

/** From what an agent does to the page drawn again: the widget's own listener is between these two. */
async function leGuichet(rate) {
  const agent = await ouvrirLeGuichet({ navigateur, site });
  await agent.onglet.evaluer(() => {
    window.durees = [];
    let debut;
    for (const type of ["input", "change"]) {
      temoin.racine().addEventListener(type, () => (debut = performance.now()), { capture: true });
      temoin.racine().addEventListener(type, () => {
        window.durees.push(performance.now() - debut);
      });
    }
  });
  await ralentir(agent.onglet, rate);
  for (const { touches } of CAS) {
    await agent.suivante();
    await agent.frapper(touches);
  }
  ligne("counter: an answer drawn again, ten people", await agent.onglet.evaluer(() => window.durees));
  await agent.onglet.fermer();
}

const liste = (nombre) => [
  LISTE.split("\n")[0],
  // In no order, so that there is something to sort.
  ...Array.from({ length: nombre }, (_, n) => `NOM${String((n * 7919) % nombre).padStart(4, "0")}\tAda\t14/03/200${4 + (n % 3)}\t24725411330\tTMELEC\t59300\t`),
].join("\n");

/** From an action to the frame that shows it. */
const jusquALImage = (onglet, selecteur) =>
  onglet.evaluer(async (s) => {
    const debut = performance.now();
    temoin.racine().querySelector(s).click();
    await new Promise((suite) => requestAnimationFrame(() => setTimeout(suite)));
    return performance.now() - debut;
  }, selecteur);

/** Each letter, from the key to its own frame, as the browser tells it; it counts nothing under 16 ms. */
async function lettres(classe) {
  const { onglet } = classe;
  await onglet.evaluer(() => {
    temoin.racine().querySelector("#chercher").focus();
    window.lettres = [];
    window.guetteur = new PerformanceObserver((vues) => {
      for (const { name, duration } of vues.getEntries()) if (name === "input" || name === "keydown") window.lettres.push(duration);
    });
    window.guetteur.observe({ type: "event", durationThreshold: 16 });
  });
  for (const lettre of MOT) {
    await onglet.touche(lettre);
    await new Promise((suite) => setTimeout(suite, 120));
  }
  await repos();
  return onglet.evaluer(() => {
    window.guetteur.disconnect();
    return window.lettres.length > 0 ? window.lettres : [0];
  });
}

/** The longest that the page answers nothing, until the judging is over; and how long that is. */
const jugement = (onglet) =>
  onglet.evaluer(async () => {
    const debut = performance.now();
    const pauses = [];
    for (let avant = debut; temoin.racine().querySelector("progress"); ) {
      await new Promise((suite) => setTimeout(suite));
      pauses.push(performance.now() - avant);
      avant = performance.now();
    }
    return { duree: performance.now() - debut, attente: Math.max(0, ...pauses) };
  });

async function laClasse(nombre, rate) {
  const classe = await ouvrirLaClasse(navigateur, site);
  const { onglet } = classe;
  const nom = `class of ${nombre}`;
  await ralentir(onglet, rate);
  const voir = async () => {
    await classe.attendre("[data-action=voir]");
    await classe.repondre();
    const duree = await jusquALImage(onglet, "[data-action=voir]");
    await classe.attendre("#chercher");
    return duree;
  };
  await classe.coller(liste(nombre));
  const tableaux = [await voir()];
  if (nombre > 200) {
    const { duree, attente } = await jugement(onglet);
    ligne(`${nom}: all judged`, [duree]);
    ligne(`${nom}: longest wait while judging`, [attente]);
  }
  for (let tour = 1; tour < TOURS; tour += 1) {
    await classe.cliquer("[data-action=changer]");
    tableaux.push(await voir());
  }
  ligne(`${nom}: table shown`, tableaux);
  if (nombre > 200) {
    ligne(`${nom}: a letter, while judging`, await lettres(classe));
    await classe.ecrire("#chercher", "");
    await jugement(onglet);
  }
  await classe.ecrire("#chercher", "");
  await classe.attendre("[data-action=ouvrir]");
  ligne(`${nom}: a letter, all judged`, await lettres(classe));
  await classe.ecrire("#chercher", "");
  await repos();
  const corrections = [];
  for (let tour = 0; tour < TOURS; tour += 1) {
    await classe.cliquer("[data-action=ouvrir]");
    await classe.attendre("#champ-naissance");
    await classe.ecrire("#champ-naissance", `${10 + tour}/02/2005`);
    await repos();
    corrections.push(await jusquALImage(onglet, "form[data-forme=eleve] [type=submit]"));
  }
  ligne(`${nom}: one correction drawn again`, corrections);
  await onglet.fermer();
}

for (const rate of LENTEURS) {
  console.log(`processor ×${rate} ${"".padEnd(32)}  best   mid worst  times (ms)`);
  await leGuichet(rate);
  for (const nombre of ELEVES) await laClasse(nombre, rate);
}
await navigateur.fermer();
await site.fermer();
