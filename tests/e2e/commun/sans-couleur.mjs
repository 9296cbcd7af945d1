// What is left of the screen without its colours: edges, marks and words. Everything runs in the page, in one trip.

/** Adds to `window.mesures`. Sent to the browser as text: it can use nothing from outside itself. */
export function installerMesuresSansCouleur() {
  const { nomDe, vu, porteur, fond, poser, contraste, rvb } = mesures;
  const racine = () => document.querySelector("pass-numerique").shadowRoot;
  const PARTIES = [null, "::before", "::after"];
  const COTES = ["Top", "Right", "Bottom", "Left"];
  const ETATS = ".etiquette, .reponse .titre";
  const replie = (e) => e.closest("details:not([open])") && e.localName !== "summary";
  const visibles = (selecteur) => [...racine().querySelectorAll(selecteur)].filter((e) => vu(e) && !replie(e));

  /** The sides of a border that hold 3:1 on what they are drawn on. */
  function bordsVus(e, partie, derriere) {
    const style = getComputedStyle(e, partie);
    if (partie && ["none", "normal"].includes(style.content)) return [];
    return COTES.filter((cote) => {
      const trace = Number.parseFloat(style[`border${cote}Width`]) >= 1 && !["none", "hidden"].includes(style[`border${cote}Style`]);
      return trace && contraste(poser(rvb(style[`border${cote}Color`]), derriere), derriere) >= 3;
    });
  }

  /** What an element paints behind its own parts. */
  const dessous = (e, partie = null) => poser(rvb(getComputedStyle(e, partie).backgroundColor), fond(e));

  /** A control shows by an edge of its own, by a mark made of border, or by an underline. */
  function controles() {
    const montre = (e) =>
      bordsVus(e, null, fond(e)).length > 0 ||
      PARTIES.slice(1).some((partie) => bordsVus(e, partie, dessous(e)).length > 0) ||
      getComputedStyle(e).textDecorationLine.includes("underline");
    return visibles("button, a[href], summary, input").filter((e) => !montre(porteur(e))).map((e) => `nothing shows it: ${nomDe(e.labels?.[0] ?? e)}`);
  }

  /** The answer, the labels of state, the cards and the errors have an edge. */
  function cadres() {
    return visibles(".reponse, .etiquette, .piece, .carte, .reserve, .resume-erreurs, .erreur")
      .filter((e) => bordsVus(e, null, fond(e)).length === 0)
      .map((e) => `no edge: ${nomDe(e)}`);
  }

  /** Sizes and shapes only: what a colour changes is not in it. */
  const forme = (e) =>
    PARTIES.map((partie) => {
      const style = getComputedStyle(e, partie);
      return [style.content, style.inlineSize, style.blockSize, ...COTES.map((cote) => style[`border${cote}Width`])].join(" ");
    }).join(" / ");

  /** A box or a disc that is checked has another shape, and its mark shows. */
  function coches() {
    const defauts = [];
    const champs = visibles("input[type=radio], input[type=checkbox]");
    const avant = champs.map((e) => e.checked);
    for (const e of champs) {
      e.checked = false;
      const vide = forme(e);
      e.checked = true;
      if (forme(e) === vide) defauts.push(`checked by its colour alone: ${nomDe(e.labels[0])}`);
      if (bordsVus(e, "::after", dessous(e, "::before")).length === 0) defauts.push(`no mark to see: ${nomDe(e.labels[0])}`);
    }
    champs.forEach((e, rang) => (e.checked = avant[rang]));
    return defauts;
  }

  /** An error and a state are said. */
  function mots() {
    const muets = visibles(ETATS).filter((e) => temoin.dit(e) === "");
    const erreurs = visibles(".erreur").filter((e) => !/^(Erreur : |Error: )/.test(temoin.dit(e)));
    return [...muets, ...erreurs].map((e) => `not said: ${nomDe(e)}`);
  }

  /** Each state on screen: the colour it is given, and its words. */
  function tons() {
    const ton = (e) => ["oui", "attention", "calme"].find((nom) => e.closest(`.${nom}`));
    return visibles(ETATS).map((e) => ({ ton: ton(e), mots: temoin.dit(e) }));
  }

  Object.assign(mesures, { controles, cadres, coches, mots, tons });
}
