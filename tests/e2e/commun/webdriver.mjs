// W3C WebDriver over HTTP, under the names that Playwright and Puppeteer share and that a tab uses.

import { Buffer } from "node:buffer";
import { writeFile } from "node:fs/promises";

/** Keys that are no character, at the code points that the standard gives them. */
const TOUCHES = {
  Tab: "\uE004",
  Enter: "\uE006",
  Shift: "\uE008",
  Control: "\uE009",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

// A browser that hangs must say at what; one that is slow is waited for.
const DELAI = 300_000;

/** Asks one thing of a driver; what it refuses is thrown in its own words. */
export async function demander(methode, adresse, corps, delai = DELAI) {
  const quoi = `${methode} ${new URL(adresse).pathname}`;
  const reponse = await fetch(adresse, { method: methode, body: corps && JSON.stringify(corps), signal: AbortSignal.timeout(delai) })
    .catch((cause) => {
      throw new Error(`${quoi}: no answer`, { cause });
    });
  const { value } = await reponse.json();
  if (!reponse.ok) throw new Error(`${quoi}: ${value.error}, ${value.message}`);
  return value;
}

/** One window of one session. */
export class PageWebDriver {
  constructor(session, temoins) {
    this.session = session;
    this.temoins = temoins;
    this.surErreur = () => {};
    this.keyboard = {
      down: (nom) => this.clavier([{ type: "keyDown", value: TOUCHES[nom] ?? nom }]),
      up: (nom) => this.clavier([{ type: "keyUp", value: TOUCHES[nom] ?? nom }]),
      press: (nom) => this.keyboard.type([nom]),
      type: (noms) => this.clavier([...noms].flatMap((nom) => ["keyDown", "keyUp"].map((type) => ({ type, value: TOUCHES[nom] ?? nom })))),
    };
  }

  demander(methode, chemin, corps) {
    return demander(methode, `${this.session}${chemin}`, corps);
  }

  clavier(actions) {
    return this.demander("POST", "/actions", { actions: [{ type: "key", id: "clavier", actions }] });
  }

  /** What is thrown is all that the standard lets one hear. */
  on(quoi, faire) {
    if (quoi === "pageerror") this.surErreur = faire;
  }

  /** The witnesses come just after the load: the standard knows no earlier moment, so they saw nothing of it. */
  async goto(url) {
    await this.demander("POST", "/url", { url });
    await this.evaluate(() => {
      window.jetees = [];
      addEventListener("error", (evenement) => window.jetees.push(evenement.message));
      addEventListener("unhandledrejection", (evenement) => window.jetees.push(String(evenement.reason)));
    });
    for (const temoin of this.temoins) await this.evaluate(temoin);
  }

  /** Runs a function in the page, or a script for what it does; tells what the page threw since the last time. */
  async evaluate(quoi, ...args) {
    const appel = typeof quoi === "string" ? `(() => {\n${quoi}\n})()` : `(${quoi})(...arguments)`;
    const script = `return Promise.resolve(${appel}).then((valeur) => ({ valeur, jetees: window.jetees?.splice(0) ?? [] }));`;
    const { valeur, jetees } = await this.demander("POST", "/execute/sync", { script, args: args.filter((a) => a !== undefined) });
    for (const message of jetees) this.surErreur(new Error(message));
    return valeur;
  }

  /** What is in view: the standard has no picture of a whole page. Without a frame between, it shows the screen before. */
  async screenshot({ path }) {
    await this.evaluate(() => new Promise((peinte) => requestAnimationFrame(() => requestAnimationFrame(peinte))));
    await writeFile(path, Buffer.from(await this.demander("GET", "/screenshot"), "base64"));
  }
}
