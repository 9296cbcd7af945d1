// Starts a browser and opens tabs that look the same to the tests, whatever drives them.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { bientot } from "./attente.mjs";
import { installerTemoin } from "./dans-la-page.mjs";

export const DEPOT = fileURLToPath(new URL("../../..", import.meta.url));
const ARTEFACTS = join(DEPOT, "tests/artefacts/e2e");

/** What the Makefile links under this name, or what CHROMIUM=, FIREFOX=… point at, as scripts/outils.sh reads them. */
export function executable(nom) {
  const chemin = process.env[nom.toUpperCase()] ?? join(DEPOT, "target/outils", nom);
  if (!existsSync(chemin)) {
    throw new Error(`${chemin} is missing: run scripts/outils.sh test, or set ${nom.toUpperCase()}=/path/to/${nom}`);
  }
  return chemin;
}

// What a browser asks of the network by itself would be mistaken for the widget's own requests.
const ARGUMENTS_CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-dev-shm-usage"];

export async function lancerChromium() {
  const navigateur = await chromium.launch({ executablePath: executable("chromium"), args: ARGUMENTS_CHROMIUM });
  return {
    nom: "chromium",
    async onglet({ largeur = 1280, hauteur = 900, ...options } = {}) {
      const contexte = await navigateur.newContext({ viewport: { width: largeur, height: hauteur }, locale: "fr-FR", ...options });
      const page = await contexte.newPage();
      if (options.javaScriptEnabled !== false) await page.addInitScript(installerTemoin);
      return new Onglet(page, "chromium", () => contexte.close());
    },
    fermer: () => navigateur.close(),
  };
}

/** As a person sets them who needs much contrast: never those of a page (2), white on black. */
const COULEURS_DU_SYSTEME = {
  "browser.display.document_color_use": 2,
  "browser.display.background_color": "#000000",
  "browser.display.background_color.dark": "#000000",
  "browser.display.foreground_color": "#ffffff",
  "browser.display.foreground_color.dark": "#ffffff",
  "ui.highlight": "#1aebff",
  "ui.highlighttext": "#000000",
  "ui.selecteditem": "#1aebff",
  "ui.selecteditemtext": "#000000",
};

/**
 * @param {{ theme?: "light" | "dark", couleursDuSysteme?: boolean }} [options] for the whole browser: BiDi cannot change
 *   them tab by tab
 */
export async function lancerFirefox({ theme = "light", couleursDuSysteme = false } = {}) {
  const navigateur = await puppeteer.launch({
    browser: "firefox",
    executablePath: executable("firefox"),
    headless: true,
    // The same silence as webdriver.json asks of it.
    extraPrefsFirefox: {
      "app.normandy.enabled": false,
      "app.update.enabled": false,
      // Pages left are kept as they were, however little memory the machine has.
      "browser.sessionhistory.max_total_viewers": 4,
      "browser.shell.checkDefaultBrowser": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "toolkit.telemetry.enabled": false,
      "layout.css.prefers-color-scheme.content-override": theme === "dark" ? 0 : 1,
      ...(couleursDuSysteme && COULEURS_DU_SYSTEME),
    },
  });
  return {
    nom: "firefox",
    async onglet({ largeur = 1280, hauteur = 900 } = {}) {
      const page = await navigateur.newPage();
      await page.setViewport({ width: largeur, height: hauteur });
      await page.evaluateOnNewDocument(installerTemoin);
      return new Onglet(page, "firefox", () => page.close());
    },
    fermer: () => navigateur.close(),
  };
}

/** A tab. Playwright and Puppeteer share most names; the few that differ are hidden here. */
export class Onglet {
  constructor(page, moteur, fermer) {
    this.page = page;
    this.moteur = moteur;
    this.fermer = fermer;
    this.erreurs = [];
    this.console = [];
    page.on("pageerror", (erreur) => this.erreurs.push(erreur.message));
    page.on("console", (message) => this.console.push({ sorte: message.type(), texte: message.text() }));
  }

  /** What the page says reaches here after it was said, in order: its last word is asked for, and awaited. */
  async ecouter() {
    const fin = "fin de l'écoute";
    await this.evaluer((mot) => console.debug(mot), fin);
    // WebDriver brings what was thrown with each answer, and no console.
    if (this.moteur === "webkit") return;
    await bientot(() => assert.ok(this.console.some(({ texte }) => texte === fin), "the console is not heard"));
    this.console = this.console.filter(({ texte }) => texte !== fin);
  }

  /** Nothing was thrown in the page. */
  async sansErreur() {
    await this.ecouter();
    assert.deepEqual(this.erreurs, []);
  }

  evaluer(fonction, argument) {
    return this.page.evaluate(fonction, argument);
  }

  /** Runs in each page, and each frame, before its own scripts. */
  avant(script) {
    return this.moteur === "chromium" ? this.page.addInitScript(script) : this.page.evaluateOnNewDocument(script);
  }

  /** Opens an address and waits for the widget to be on screen. */
  async ouvrir(url) {
    await this.aller(url);
    await this.pret();
  }

  aller(url) {
    return this.#naviguer(() => this.page.goto(url));
  }

  recharger() {
    return this.#naviguer(() => this.page.reload());
  }

  /** Firefox's driver may lose the end of a loading, once in some hundred: the page itself says when it is there too. */
  async #naviguer(partir) {
    if (this.moteur !== "firefox") return partir();
    await this.evaluer(() => {
      window.quittee = true;
    });
    const arrivee = async () => (await this.evaluer(() => !window.quittee)) && this.chargee();
    await Promise.race([partir(), bientot(async () => assert.ok(await arrivee().catch(() => false), "the page does not come"))]);
  }

  /** The page has loaded to its very end: Firefox may do nothing of a Back that is asked for sooner. */
  chargee() {
    return this.evaluer(() => performance.getEntriesByType("navigation")[0].loadEventEnd > 0);
  }

  /** The test is on screen, and the other languages are offered: from then on nothing more comes. */
  pret(rang = 0) {
    return this.evaluer(async (r) => {
      await customElements.whenDefined("pass-numerique");
      const widget = document.querySelectorAll("pass-numerique")[r];
      await widget.pret;
      const attendues = () => widget.shadowRoot.querySelector(".langues:empty") !== null;
      while (attendues()) await new Promise((suite) => setTimeout(suite, 10));
    }, rang);
  }

  /** "Tab", "Shift+Tab", "Enter", "Space", "ArrowDown"… */
  async touche(nom) {
    const touches = nom.split("+");
    const derniere = touches.pop();
    for (const tenue of touches) await this.page.keyboard.down(tenue);
    // Puppeteer's BiDi keyboard knows the space bar by its character only; Playwright knows both.
    await this.page.keyboard.press(derniere === "Space" ? " " : derniere);
    for (const tenue of touches.reverse()) await this.page.keyboard.up(tenue);
  }

  taper(texte) {
    return this.page.keyboard.type(texte);
  }

  /** Keeps a picture in tests/artefacts/e2e/. */
  async capture(nom) {
    const chemin = join(ARTEFACTS, this.moteur, `${nom}.png`);
    await mkdir(dirname(chemin), { recursive: true });
    await this.page.screenshot({ path: chemin, fullPage: true });
  }

  taille(largeur, hauteur) {
    const taille = { width: largeur, height: hauteur };
    return this.moteur === "chromium" ? this.page.setViewportSize(taille) : this.page.setViewport(taille);
  }

  /** "light" or "dark"; in Chromium only. */
  theme(nom) {
    return this.page.emulateMedia({ colorScheme: nom });
  }
}
