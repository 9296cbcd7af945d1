// Starts WebKitGTK, the nearest thing to Safari outside a Mac, on a screen in memory.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { bientot } from "./attente.mjs";
import { installerTemoin } from "./dans-la-page.mjs";
import { DEPOT, Onglet, executable } from "./navigateur.mjs";
import { PageWebDriver, demander } from "./webdriver.mjs";

const ECRAN = { largeur: 1600, hauteur: 1200 };
// Inside the browser's own bar, which the settings below leave 20 px high.
const DANS_LA_BARRE = 10;
const BARRE_AU_PLUS = 60;
const REGLAGES = join(DEPOT, "tests/e2e/reglages");
// A browser is there within 2 seconds on a quiet machine, or never.
const DELAI_DE_SESSION = 60_000;
const SESSIONS_ESSAYEES = 3;

/** A process that the system ends when this one ends, even killed: nothing is left behind a test that fails. */
function demarrer(nom, args, options) {
  const processus = spawn("setpriv", ["--pdeathsig", "KILL", executable(nom), ...args], options);
  const mort = once(processus, "exit").then(([code, signal]) => {
    throw new Error(`${nom} stopped: ${code ?? signal}`);
  });
  // Whoever waits for it hears of it; nobody else needs to.
  mort.catch(() => {});
  return {
    processus,
    mort,
    async fermer() {
      processus.kill("SIGKILL");
      await mort.catch(() => {});
    },
  };
}

/** Xvfb takes the first display that is free, and writes its number. */
async function ouvrirLEcran() {
  const taille = `${ECRAN.largeur}x${ECRAN.hauteur}x24`;
  const xvfb = demarrer("Xvfb", ["-displayfd", "3", "-screen", "0", taille, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [numero] = await Promise.race([once(xvfb.processus.stdio[3], "data"), xvfb.mort]);
  return { ...xvfb, DISPLAY: `:${String(numero).trim()}` };
}

async function portLibre() {
  const serveur = createServer().listen(0, "127.0.0.1");
  await once(serveur, "listening");
  const { port } = serveur.address();
  await new Promise((ferme) => serveur.close(ferme));
  return port;
}

async function lancerLePilote(DISPLAY) {
  const env = { ...process.env, DISPLAY, GDK_BACKEND: "x11", XDG_CONFIG_HOME: REGLAGES };
  // Some builds confine each page with bubblewrap, which root cannot start in a container; the only
  // pages opened here are ours.
  if (process.getuid() === 0) env.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = "1";
  const port = await portLibre();
  const pilote = demarrer("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
  const adresse = `http://127.0.0.1:${port}`;
  await bientot(() => Promise.race([assert.doesNotReject(demander("GET", `${adresse}/status`)), pilote.mort]));
  return { ...pilote, adresse };
}

class PageWebKit extends PageWebDriver {
  /**
   * With no window manager, keys go to the window that is under the pointer, which starts in the middle of
   * the screen. The bar is put there: over the page, the pointer would show what no keyboard shows.
   */
  async setViewport({ width, height }) {
    const fenetre = { x: Math.round((ECRAN.largeur - width) / 2), y: ECRAN.hauteur / 2 - DANS_LA_BARRE, width };
    // The page hears of a new size after the window has it.
    const taille = () => this.evaluate(() => [innerWidth, innerHeight]);
    await this.demander("POST", "/window/rect", { ...fenetre, height });
    let barre;
    await bientot(async () => {
      const [large, haute] = await taille();
      barre = height - haute;
      assert.deepEqual([large, barre > 0 && barre < BARRE_AU_PLUS], [width, true], `the page is ${large}×${haute}`);
    });
    await this.demander("POST", "/window/rect", { ...fenetre, height: height + barre });
    await bientot(async () => assert.deepEqual(await taille(), [width, height]));
  }
}

/** A screen, and a driver on it. Without its screen the browser stops too, even one that no longer answers. */
async function ouvrirLePoste() {
  const ecran = await ouvrirLEcran();
  const pilote = await lancerLePilote(ecran.DISPLAY).catch(async (erreur) => {
    await ecran.fermer();
    throw erreur;
  });
  return {
    adresse: pilote.adresse,
    async fermer() {
      await pilote.fermer();
      await ecran.fermer();
    },
  };
}

export async function lancerWebkit() {
  let poste = await ouvrirLePoste();
  let session = null;

  /** Once in a while the driver starts a browser that never answers it, before any page: both are replaced. */
  async function ouvrirLaSession() {
    for (let essai = 1; ; essai += 1) {
      try {
        const { sessionId } = await demander("POST", `${poste.adresse}/session`, { capabilities: {} }, DELAI_DE_SESSION);
        return `${poste.adresse}/session/${sessionId}`;
      } catch (erreur) {
        if (essai === SESSIONS_ESSAYEES) throw erreur;
        console.error(`webkit: ${erreur.message}; starting another one`);
        await poste.fermer();
        poste = await ouvrirLePoste();
      }
    }
  }

  /** The driver holds one at a time: a test that failed may have left its own. */
  async function finir() {
    const ouverte = session;
    session = null;
    if (ouverte !== null) await demander("DELETE", ouverte);
  }

  return {
    nom: "webkit",
    async onglet({ largeur = 1280, hauteur = 900 } = {}) {
      await finir();
      session = await ouvrirLaSession();
      const page = new PageWebKit(session, [installerTemoin]);
      await page.setViewport({ width: largeur, height: hauteur });
      return new Onglet(page, "webkit", finir);
    },
    fermer: () => poste.fermer(),
  };
}
