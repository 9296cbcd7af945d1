// What a ruler says of the screen: sizes, overflows, rings. Everything runs in the page, in one trip.

import assert from "node:assert/strict";

/** Installs `window.mesures`. Sent to the browser as text: it can use nothing from outside itself. */
export function installerMesures() {
  const CIBLE = 44;
  // Sub-pixel rounding of two browsers.
  const MARGE = 0.5;
  const racine = () => document.querySelector("pass-numerique").shadowRoot;
  const nomDe = (e) => `<${e.localName} class="${e.className}"> ${temoin.dit(e).slice(0, 40)}`;
  const vu = (e) => e.checkVisibility({ visibilityProperty: true });
  /** What is seen of a control: a field that lets all through is seen by its label. */
  const porteur = (e) => (getComputedStyle(e).opacity === "0" && e.labels?.[0]) || e;

  /** Nothing wider than the page, nothing cut. */
  function debordements() {
    const defauts = [];
    const page = document.scrollingElement;
    if (page.scrollWidth > page.clientWidth) defauts.push(`the page scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}`);
    const largeur = page.clientWidth;
    for (const e of racine().querySelectorAll("*")) {
      // Text for screen readers only is one pixel wide on purpose.
      if (!vu(e) || e.closest(".invisible")) continue;
      const boite = e.getBoundingClientRect();
      if (boite.width > 0 && (boite.right > largeur + MARGE || boite.left < -MARGE)) {
        defauts.push(`out of the page (${boite.left.toFixed(1)} to ${boite.right.toFixed(1)} of ${largeur}): ${nomDe(e)}`);
      }
      const style = getComputedStyle(e);
      if (style.opacity !== "0" && style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1) defauts.push(`cut in width: ${nomDe(e)}`);
      if (style.overflowY !== "visible" && e.scrollHeight > e.clientHeight + 1 && e.localName !== "input") defauts.push(`cut in height: ${nomDe(e)}`);
      // Browsers draw the name of a file so, in a field that is transparent here.
      if (style.textOverflow === "ellipsis" && e.type !== "file") defauts.push(`ellipsis: ${nomDe(e)}`);
      // A text field must show what was typed in it.
      if (e.matches("input[type=text]") && e.value && e.scrollWidth > e.clientWidth + 1) defauts.push(`« ${e.value} » does not fit its field`);
    }
    return defauts;
  }

  /** Lines of text on top of one another: a fixed height that a bigger text no longer fits. */
  function chevauchements() {
    const blocs = [...racine().querySelectorAll("p, li, dt, dd, h2, h3, h4, .option-nom, .option-aide, .bouton, summary")]
      .filter((e) => vu(e) && !e.closest(".invisible") && ![...e.children].some((c) => c.matches("p, li, dt, dd, h2, h3, h4, ul, ol, dl, .option-nom, .option-aide, div")));
    const boites = blocs.map((e) => {
      const portee = document.createRange();
      portee.selectNodeContents(e);
      return { e, b: portee.getBoundingClientRect() };
    }).filter(({ b }) => b.width > 0 && b.height > 0);
    const defauts = [];
    for (const [i, un] of boites.entries()) {
      for (const autre of boites.slice(i + 1)) {
        const haut = Math.min(un.b.bottom, autre.b.bottom) - Math.max(un.b.top, autre.b.top);
        const large = Math.min(un.b.right, autre.b.right) - Math.max(un.b.left, autre.b.left);
        // Line boxes may touch by the blank above capitals; letters themselves need more than that.
        if (haut > 6 && large > 6 && !un.e.contains(autre.e) && !autre.e.contains(un.e)) {
          defauts.push(`${nomDe(un.e)} overlaps ${nomDe(autre.e)} by ${large.toFixed(0)}×${haut.toFixed(0)}`);
        }
      }
    }
    return defauts;
  }

  /** 44 px, a box and its label being one target. */
  function cibles() {
    const defauts = [];
    for (const e of racine().querySelectorAll("button, a[href], summary, input")) {
      if (!vu(e) || e.closest("details:not([open])") && e.localName !== "summary") continue;
      const boites = [e, ...(e.labels ?? [])].map((x) => x.getBoundingClientRect());
      const largeur = Math.max(...boites.map((b) => b.right)) - Math.min(...boites.map((b) => b.left));
      const hauteur = Math.max(...boites.map((b) => b.bottom)) - Math.min(...boites.map((b) => b.top));
      if (largeur < CIBLE - MARGE || hauteur < CIBLE - MARGE) {
        defauts.push(`${largeur.toFixed(1)}×${hauteur.toFixed(1)} px: ${nomDe(e.labels?.[0] ?? e)}`);
      }
    }
    return defauts;
  }

  function luminance([r, v, b]) {
    const lineaire = [r, v, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * lineaire[0] + 0.7152 * lineaire[1] + 0.0722 * lineaire[2];
  }

  function contraste(a, b) {
    const [clair, sombre] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (clair + 0.05) / (sombre + 0.05);
  }

  /** A colour that lets some of the background through, as it is seen on it. */
  function poser(couleur, derriere) {
    const part = couleur[3] ?? 1;
    return derriere.slice(0, 3).map((c, i) => couleur[i] * part + c * (1 - part));
  }

  const rvb = (texte) => texte.match(/rgba?\(([^)]+)\)/)?.[1].split(/[\s,/]+/).map(Number) ?? null;

  /** Background behind an element: the first ancestor that paints one. */
  function fond(e) {
    for (let parent = e.parentElement; parent; parent = parent.parentElement) {
      const couleur = rvb(getComputedStyle(parent).backgroundColor);
      if (couleur && (couleur[3] ?? 1) > 0.99) return couleur;
    }
    return rvb(getComputedStyle(racine().querySelector(".pn")).backgroundColor);
  }

  /** Around what has the focus: a line of 2 px at least, that holds 3:1 on what it is drawn on. */
  function anneau(champ) {
    const e = porteur(champ);
    const style = getComputedStyle(e);
    const lignes = [];
    if (style.outlineStyle !== "none" && style.outlineStyle !== "hidden") {
      lignes.push({ epaisseur: Number.parseFloat(style.outlineWidth), couleur: rvb(style.outlineColor) });
    }
    for (const ombre of style.boxShadow.split(/,(?![^(]*\))/)) {
      const couleur = rvb(ombre);
      const [x, y, flou, etendue] = (ombre.replace(/rgba?\([^)]*\)/, "").match(/-?[\d.]+px/g) ?? []).map(Number.parseFloat);
      if (couleur && x === 0 && y === 0 && flou === 0) lignes.push({ epaisseur: etendue, couleur });
    }
    const derriere = fond(e);
    return lignes.some((l) => l.epaisseur >= 2 && contraste(poser(l.couleur, derriere), derriere) >= 3);
  }

  /** Gives the focus to everything that takes it. The last input must have been a key. */
  function anneaux() {
    const defauts = [];
    for (const e of racine().querySelectorAll("button:enabled, a[href], summary, input, [tabindex]")) {
      if (!vu(e) || e.closest("details:not([open])") && e.localName !== "summary") continue;
      e.focus({ focusVisible: true, preventScroll: true });
      if (racine().activeElement !== e) defauts.push(`refuses the focus: ${nomDe(e)}`);
      else if (!e.matches(":focus-visible")) defauts.push(`focus not shown: ${nomDe(e)}`);
      else if (!anneau(e)) defauts.push(`ring too thin or too pale: ${nomDe(e.labels?.[0] ?? e)} (${getComputedStyle(e).outline}; ${getComputedStyle(e).boxShadow})`);
    }
    return defauts;
  }

  /** Each id once, and each reference leads to something. */
  function references() {
    const defauts = [];
    const ids = [...racine().querySelectorAll("[id]")].map((e) => e.id);
    for (const id of new Set(ids)) if (ids.filter((x) => x === id).length > 1) defauts.push(`id « ${id} » twice`);
    for (const attribut of ["aria-describedby", "aria-labelledby", "for"]) {
      for (const e of racine().querySelectorAll(`[${attribut}]`)) {
        for (const id of e.getAttribute(attribut).split(/\s+/)) {
          if (!ids.includes(id)) defauts.push(`${attribut}="${id}" leads nowhere: ${nomDe(e)}`);
        }
      }
    }
    return defauts;
  }

  /** With reduced motion asked for, nothing moves. */
  function mouvements() {
    const defauts = [];
    for (const e of racine().querySelectorAll("*")) {
      for (const pseudo of [null, "::before", "::after"]) {
        const style = getComputedStyle(e, pseudo);
        // What a browser does not draw, as the words inside a progress bar, has no style.
        if (style.animationName === "") continue;
        const durees = [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].map(Number.parseFloat);
        if (style.animationName !== "none" || durees.some((d) => d > 0.01)) defauts.push(`moves: ${nomDe(e)}${pseudo ?? ""}`);
      }
    }
    return defauts;
  }

  const feuille = new CSSStyleSheet();
  feuille.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
  `);

  /** WCAG 1.4.12, as a reader's tool sets it: on the page, and inside the root where a tool reaches it. */
  function espacer(dedans) {
    document.adoptedStyleSheets = [feuille];
    if (dedans) racine().adoptedStyleSheets = [...racine().adoptedStyleSheets, feuille];
  }

  function desespacer() {
    document.adoptedStyleSheets = [];
    racine().adoptedStyleSheets = racine().adoptedStyleSheets.filter((f) => f !== feuille);
  }

  /** The reader's default text, twice as big: the widget counts from it, so this is text-only zoom. */
  /** Words cut though they fit on a line of the widget, but for a letter; one may end on its own hyphen. */
  function motsCoupes() {
    const pn = temoin.racine().querySelector(".pn");
    const { paddingLeft, paddingRight, fontSize } = getComputedStyle(pn);
    const ligne = pn.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - Number.parseFloat(fontSize);
    const defauts = [];
    const textes = document.createTreeWalker(pn, NodeFilter.SHOW_TEXT);
    while (textes.nextNode()) {
      const noeud = textes.currentNode;
      if (!vu(noeud.parentElement) || noeud.parentElement.closest(".invisible")) continue;
      for (const { 0: mot, index } of noeud.data.matchAll(/[^\s-]+/g)) {
        const plage = document.createRange();
        plage.setStart(noeud, index);
        plage.setEnd(noeud, index + mot.length);
        const rects = [...plage.getClientRects()];
        const lignes = new Set(rects.map(({ top }) => Math.round(top)));
        const large = rects.reduce((somme, { width }) => somme + width, 0);
        if (lignes.size > 1 && large <= ligne) defauts.push(`« ${mot} » (${Math.round(large)} of ${Math.round(ligne)} px) in ${nomDe(noeud.parentElement)}`);
      }
    }
    return defauts;
  }

  /** Sentences said twice on a result. Where a rule was read, a date and its field belong to one rule or one paper. */
  function redites() {
    const pn = temoin.racine().querySelector(".pn").cloneNode(true);
    for (const e of pn.querySelectorAll(".fiche, .source, .fraicheur, legend, .invisible, button, [hidden]")) e.remove();
    const blocs = [...pn.querySelectorAll("p, li, h2, h3, h4, dt, dd, summary, blockquote")].filter((e) => !e.querySelector("p, li"));
    const phrases = blocs.flatMap((e) => temoin.simple(e.textContent).match(/[^.!?]+[.!?]/g) ?? []).map((phrase) => phrase.trim());
    return phrases.filter((phrase, rang) => phrases.indexOf(phrase) < rang).map((phrase) => `« ${phrase} » twice`);
  }

  function grossir(oui) {
    document.querySelector("pass-numerique").style.fontSize = oui ? "32px" : "";
  }

  window.mesures = {
    debordements, chevauchements, cibles, anneaux, references, mouvements, motsCoupes, redites,
    espacer, desespacer, grossir,
    nomDe, vu, porteur, fond, poser, contraste, rvb,
  };
}

/** Runs these measures in one trip and fails with every defect found. */
export async function mesurer(onglet, noms, ou) {
  const defauts = await onglet.evaluer((liste) => liste.flatMap((nom) => mesures[nom]().map((d) => `${nom}: ${d}`)), noms);
  if (defauts.length > 0) assert.fail(`${ou}\n  ${defauts.join("\n  ")}`);
}

/** Dresses the widget with one more style, as its own: a defect to find. Sent to the browser as text. */
export function habiller(css) {
  const feuille = new CSSStyleSheet();
  feuille.replaceSync(css);
  const racine = temoin.racine();
  racine.adoptedStyleSheets = [...racine.adoptedStyleSheets, feuille];
}
