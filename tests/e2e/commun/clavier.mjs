// A person with a keyboard and nothing else: Tab, Shift+Tab, arrows, Space, Enter, digits.

import assert from "node:assert/strict";

// No screen has as many stops: going round this often means that the thing looked for is not there.
const ASSEZ = 60;

export class Clavier {
  constructor(onglet) {
    this.onglet = onglet;
  }

  focus() {
    return this.onglet.evaluer(() => temoin.focus());
  }

  ecran() {
    return this.onglet.evaluer(() => temoin.ecran());
  }

  /** Presses Tab (or Shift+Tab) until the focus is on what is looked for. */
  async aller(quoi, cherche, touche = "Tab") {
    const vus = [];
    for (let pas = 0; pas < ASSEZ; pas += 1) {
      const focus = await this.focus();
      if (focus.ou === "widget" && cherche(focus)) return focus;
      vus.push(focus.nom ?? focus.ou);
      await this.onglet.touche(touche);
    }
    return assert.fail(`${touche} never reached « ${quoi} »; met: ${vus.join(" | ")}`);
  }

  async appuyer(nom, touche = "Tab") {
    await this.aller(nom, (f) => ["button", "a", "summary"].includes(f.balise) && f.nom.includes(nom), touche);
    await this.onglet.touche("Enter");
  }

  commencer() {
    return this.appuyer("Commencer");
  }

  continuer() {
    return this.appuyer("Continuer");
  }

  /** Back is above the heading. */
  retour() {
    return this.appuyer("Retour", "Shift+Tab");
  }

  /** Chooses a radio, ticks boxes or writes in the field, according to what the screen is made of. */
  async repondre(...reponses) {
    for (const reponse of reponses) {
      const sorte = await this.onglet.evaluer((nom) => {
        const champs = [...temoin.racine().querySelectorAll("input")];
        return champs.find((c) => temoin.nom(c) === nom)?.type ?? champs.find((c) => c.type === "text")?.type ?? null;
      }, reponse);
      if (sorte === "radio") await this.choisir(reponse);
      else if (sorte === "checkbox") await this.cocher(reponse);
      else if (sorte === "text") await this.ecrire(reponse);
      else assert.fail(`no field for « ${reponse} » on « ${(await this.ecran()).titre} »`);
    }
  }

  /** Tab enters the group, arrows move inside it, Space chooses the first, which Tab alone does not choose. */
  async choisir(nom) {
    let focus = await this.aller("radios", (f) => f.type === "radio");
    let fleche = "ArrowDown";
    for (let pas = 0; focus.nom !== nom; pas += 1) {
      assert.ok(pas < ASSEZ, `the arrows never reached « ${nom} »`);
      const avant = focus.nom;
      await this.onglet.touche(fleche);
      focus = await this.focus();
      // WebKit does not go from the last one to the first.
      if (focus.nom === avant) fleche = "ArrowUp";
    }
    if (!focus.coche) await this.onglet.touche("Space");
    assert.equal((await this.focus()).coche, true, `« ${nom} » is not chosen`);
  }

  async cocher(nom) {
    await this.aller(nom, (f) => f.type === "checkbox" && f.nom === nom);
    await this.onglet.touche("Space");
    assert.equal((await this.focus()).coche, true, `« ${nom} » is not ticked`);
  }

  /** « 59000 », or « 2 3 1955 » in the fields that follow one another. */
  async ecrire(texte) {
    await this.aller("champ", (f) => f.type === "text");
    const morceaux = texte.split(" ");
    for (const [rang, morceau] of morceaux.entries()) {
      if (rang > 0) await this.onglet.touche("Tab");
      await this.onglet.touche("Control+a");
      await this.onglet.taper(morceau);
      assert.equal((await this.focus()).valeur, morceau);
    }
  }

  /** Goes through the whole screen with Tab, then back: no trap, DOM order, never on body. Gives the number of stops. */
  async ordreDeTab() {
    const attendu = await this.onglet.evaluer(() => temoin.ordre());
    const debut = await this.focus();
    assert.equal(debut.ou, "widget", "the round starts inside the widget");
    await this.jusquALaSortie("Shift+Tab");
    const rencontres = await this.jusquALaSortie("Tab");
    assert.deepEqual(rencontres, attendu, "Tab order is DOM order");
    const retour = await this.jusquALaSortie("Shift+Tab");
    assert.deepEqual(retour, attendu.toReversed(), "Shift+Tab is Tab backwards");
    return rencontres.length + retour.length;
  }

  /** The page of the tests has a link before the widget and one after: it is left for one of them. */
  async jusquALaSortie(touche) {
    const arrets = [];
    await this.onglet.touche(touche);
    let focus = await this.focus();
    for (; focus.ou === "widget"; focus = await this.focus()) {
      arrets.push(focus.arret);
      assert.ok(arrets.length < ASSEZ, `trapped: ${arrets.join(" | ")}`);
      await this.onglet.touche(touche);
    }
    assert.equal(focus.ou, "page", `${touche} leaves the widget for « ${focus.ou} »`);
    return arrets;
  }
}
