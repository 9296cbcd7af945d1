// Runs inside the page, before its own scripts: what the tests look at without touching it.

/** Installs `window.temoin`. Sent to the browser as text: it can use nothing from outside itself. */
export function installerTemoin() {
  const evenements = [];
  const fenetres = [];
  const ordres = ["pret", "etape", "resultat", "recommence", "erreur"];
  for (const nom of ordres) {
    // On document: proves that the event bubbles and leaves the shadow root, as a host page needs.
    document.addEventListener(`pass-numerique-${nom}`, (evenement) => {
      evenements.push({ nom, detail: JSON.parse(JSON.stringify(evenement.detail ?? null)), de: evenement.target.id });
    });
  }
  const ouvrir = window.open;
  window.open = (...args) => {
    fenetres.push(String(args[0]));
    return ouvrir.apply(window, args);
  };

  /** One form for comparison: plain spaces, straight apostrophes. */
  const simple = (texte) => (texte ?? "").replace(/’/g, "'").replace(/\s+/g, " ").trim();

  /** Visible text without what assistive technologies are told to skip. */
  function dit(element) {
    const copie = element.cloneNode(true);
    for (const muet of copie.querySelectorAll("[aria-hidden=true]")) muet.remove();
    return simple(copie.textContent);
  }

  const widget = (rang = 0) => document.querySelectorAll("pass-numerique")[rang];
  const racine = (rang) => widget(rang)?.shadowRoot;

  /** What a person would call this control. */
  function nom(element) {
    if (element.matches("input[type=radio], input[type=checkbox]")) {
      const etiquette = element.closest("label");
      return dit(etiquette.querySelector(".option-nom") ?? etiquette);
    }
    if (element.matches("input")) {
      const etiquette = element.labels[0];
      return etiquette ? dit(etiquette) : "";
    }
    return dit(element);
  }

  /** What the Tab key stops at: a group of radios is one stop, at the chosen one if there is one. */
  function arret(element) {
    // Of those not chosen, WebKit takes the last one on the way back, the others the first one.
    return element.type === "radio" && !element.checked ? `groupe ${element.name}` : nom(element);
  }

  function decrire(element) {
    return {
      balise: element.localName,
      type: element.getAttribute("type"),
      classe: element.className,
      nom: nom(element),
      arret: arret(element),
      coche: element.checked ?? null,
      valeur: element.value ?? null,
    };
  }

  /** The focused element, through the shadow root. `ou`: "corps", "page" or "widget". */
  function focus() {
    const actif = document.activeElement;
    if (!actif || actif === document.body || actif === document.documentElement) return { ou: "corps" };
    const dedans = actif.shadowRoot?.activeElement;
    if (!dedans) return { ou: "page", balise: actif.localName, nom: dit(actif).slice(0, 60) };
    return { ou: "widget", rang: [...document.querySelectorAll("pass-numerique")].indexOf(actif), ...decrire(dedans) };
  }

  /** What the Tab key should meet, in DOM order. */
  function ordre(rang) {
    const arrets = [];
    for (const element of racine(rang).querySelectorAll("button, input, a[href], summary")) {
      // Inside a closed <details> nothing is reachable but its summary.
      // The sheet is drawn on paper only, and what is hidden for now is nowhere.
      if (element.closest(".fiche, [hidden]")) continue;
      const volet = element.closest("details:not([open])");
      if (volet && element.localName !== "summary") continue;
      if (element.type === "radio") {
        const groupe = [...racine(rang).querySelectorAll("input[type=radio]")].filter((r) => r.name === element.name);
        if (element !== (groupe.find((r) => r.checked) ?? groupe[0])) continue;
      }
      arrets.push(arret(element));
    }
    return arrets;
  }

  /** The screen on show, read from the DOM. */
  function ecran(rang) {
    const r = racine(rang);
    const formulaire = r.querySelector("form[data-question]");
    const reponse = r.querySelector(".reponse");
    const sorte = formulaire ? "question"
      : reponse ? "resultat"
      : r.querySelector(".recapitulatif") ? "verification"
      : r.querySelector("[data-action=commencer]") ? "accueil"
      : "inconnu";
    return {
      sorte,
      question: formulaire?.dataset.question ?? null,
      titre: dit(r.querySelector(".titre")),
      champs: r.querySelectorAll("input").length,
      texte: simple(r.querySelector(".pn").innerText),
      choisis: [...r.querySelectorAll("input:checked")].map(nom),
      ecrits: [...r.querySelectorAll("input:not([type=radio], [type=checkbox])")].map((c) => c.value),
    };
  }

  window.temoin = { evenements, fenetres, simple, dit, nom, widget, racine, focus, ordre, ecran };
}

/** The browser has none. */
export function sansWebAssembly() {
  delete globalThis.WebAssembly;
}
