// A class at work in a browser: a list read, answers, the table, what goes out.

import assert from "node:assert/strict";
import { bientot } from "./attente.mjs";
import { installerMesures } from "./mesures.mjs";

export const DEPOT_DE_CLASSE = "2023-11-13";
export const LISTE = [
  "Nom\tPrénom\tNé(e) le\tCode MEF\tClasse\tCP\tAllergies",
  "AMRANI\tYanis\t14/03/2005\t24725411330\tTMELEC\t59300\tARACHIDE-SECRET",
  "DA SILVA\tInès\t22/01/2006\t24725411330\tTAGORA\t59220\t",
  "DELATTRE\tMaël\t31/02/2006\t24725411330\tTMELEC\t59300\t",
  "LECLERCQ\tTom\t02/05/2005\t24133422220\t2CAPEPC\t2100\t",
].join("\n");
const COMMUNES = {
  "lycee-experimentation": "true",
  "lycee-en-region": "true",
  accompagne: "true",
  "pass-recus": "0",
  hebergement: "heberge",
};

/** The page for a class, and what is done in it. */
export async function ouvrirLaClasse(navigateur, site, { jour = DEPOT_DE_CLASSE, page = "classe.html?", ...options } = {}) {
  const onglet = await navigateur.onglet(options);
  await onglet.ouvrir(`${site.url}/www/${page}&pn-date-depot=${jour}`);
  await onglet.evaluer(() => {
    window.print = () => {};
  });
  await onglet.evaluer(installerMesures);
  return new Classe(onglet);
}

export class Classe {
  constructor(onglet) {
    this.onglet = onglet;
  }

  /** Text of what matches, one a match. */
  dits(selecteur) {
    return this.onglet.evaluer((s) => [...temoin.racine().querySelectorAll(s)].map((e) => temoin.simple(e.textContent)), selecteur);
  }

  async dit(selecteur) {
    const [premier] = await this.dits(selecteur);
    return premier ?? "";
  }

  /** What matches comes to read so: judging and drawing give way to the rest of the page. */
  async lit(selecteur, motif) {
    await bientot(async () => assert.match(await this.dit(selecteur), motif));
  }

  async attendre(selecteur) {
    await bientot(async () => assert.notEqual((await this.dits(selecteur)).length, 0, `${selecteur} never comes`));
  }

  async cliquer(selecteur) {
    await this.attendre(selecteur);
    await this.onglet.evaluer((s) => temoin.racine().querySelector(s).click(), selecteur);
  }

  coller(texte) {
    return this.onglet.evaluer((t) => {
      const donnees = new DataTransfer();
      donnees.setData("text/plain", t);
      const zone = temoin.racine().querySelector("[name=cellules]");
      const colle = new ClipboardEvent("paste", { clipboardData: donnees, bubbles: true, cancelable: true });
      if (colle.clipboardData?.getData("text/plain")) zone.dispatchEvent(colle);
      // A browser that makes no such event: the button under the cells.
      if (temoin.racine().contains(zone)) {
        zone.value = t;
        zone.form.requestSubmit();
      }
    }, texte);
  }

  /** Stops the judging before its first turn: whatever the machine, nobody is judged. */
  async collerEtArreter(texte) {
    await this.onglet.evaluer((t) => {
      const zone = temoin.racine().querySelector("[name=cellules]");
      zone.value = t;
      zone.form.requestSubmit();
      temoin.racine().querySelector("[data-action=arreter]").click();
    }, texte);
    await this.attendre("[data-action=reprendre]");
  }

  /** Chooses a file, or drops it on the page. */
  donner(nom, octets, depose = false) {
    return this.onglet.evaluer(
      ([nom, octets, depose]) => {
        const donnees = new DataTransfer();
        donnees.items.add(new File([new Uint8Array(octets)], nom));
        const champ = temoin.racine().querySelector("input[type=file]");
        if (depose) {
          champ.dispatchEvent(new DragEvent("drop", { dataTransfer: donnees, bubbles: true, cancelable: true }));
          return;
        }
        champ.files = donnees.files;
        champ.dispatchEvent(new Event("change", { bubbles: true }));
      },
      [nom, [...octets], depose],
    );
  }

  choisir(nom, valeur) {
    return this.onglet.evaluer(
      ([n, v]) => {
        const champ = temoin.racine().querySelector(`[name="${n}"]${/^commune/.test(n) ? `[value="${v}"]` : ""}`);
        if (champ.type === "radio") champ.click();
        else {
          champ.value = v;
          champ.dispatchEvent(new Event("change", { bubbles: true }));
        }
      },
      [nom, valeur],
    );
  }

  async repondre() {
    await this.attendre("[data-action=voir]");
    for (const [question, valeur] of Object.entries(COMMUNES)) await this.choisir(`commune-${question}`, valeur);
  }

  ouvrirLeVolet(selecteur) {
    return this.onglet.evaluer((s) => (temoin.racine().querySelector(s).open = true), selecteur);
  }

  ecrire(selecteur, texte) {
    return this.onglet.evaluer(
      ([s, t]) => {
        const champ = temoin.racine().querySelector(s);
        champ.value = t;
        champ.dispatchEvent(new Event("input", { bubbles: true }));
      },
      [selecteur, texte],
    );
  }

  focus() {
    return this.onglet.evaluer(() => temoin.racine().activeElement?.id || temoin.racine().activeElement?.className);
  }

  /** All that the page holds, words and fields. */
  tout() {
    return this.onglet.evaluer(() => {
      const champs = [...temoin.racine().querySelectorAll("input, textarea, select")].map((c) => c.value);
      return [document.documentElement.outerHTML, temoin.racine().innerHTML, ...champs, document.title, location.href].join("\n");
    });
  }

  recommencer() {
    return this.onglet.evaluer(() => temoin.widget().recommencer());
  }

  /** Reads cells, answers for all and shows the table. */
  async travailler(texte = LISTE) {
    await this.coller(texte);
    await this.repondre();
    await this.cliquer("[data-action=voir]");
    await this.attendre("#chercher");
  }

  /** The file offered, instead of saving it. */
  async exporter() {
    await this.onglet.evaluer(() => {
      window.exporte = new Promise((fini) => {
        const faire = URL.createObjectURL;
        URL.createObjectURL = (fichier) => {
          URL.createObjectURL = faire;
          fichier.arrayBuffer().then((octets) => fini([...new Uint8Array(octets)]));
          return faire.call(URL, fichier);
        };
      });
      HTMLAnchorElement.prototype.click = function click() {
        window.nomDuFichier = this.download;
      };
      return null;
    });
    await this.cliquer("[data-action=exporter]");
    const octets = await this.onglet.evaluer(() => window.exporte);
    return { octets, nom: await this.onglet.evaluer(() => window.nomDuFichier) };
  }
}
