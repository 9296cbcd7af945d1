// What a host page may do the moment it hears an event of the widget, and what must still hold after.

/** Installs `window.reprises`. Sent to the browser as text: it can use nothing from outside itself. */
export function installerReprises() {
  const OUVERT = "2024-03-15";
  const CLOS = "2026-11-20";
  const IMPOSSIBLE = "2024-02-31";
  const REGLEMENTS = "../../../tests/autres-aides/lens-lievin.json";

  window.print = () => {
    window.impressions = (window.impressions ?? 0) + 1;
  };

  const remettre = (widget) => {
    const place = widget.parentElement;
    widget.remove();
    place.append(widget);
  };
  const attribut = (nom, valeur) => (widget) => widget.setAttribute(nom, valeur);

  /** Each thing that a listener may do. */
  const GESTES = {
    "recommencer()": (widget) => widget.recommencer(),
    "imprimer()": (widget) => widget.imprimer(),
    "lire demande": (widget) => JSON.stringify(widget.demande),
    "lire bilan": (widget) => JSON.stringify(widget.bilan),
    "changer date-depot": attribut("date-depot", "2023-05-10"),
    "changer mode": attribut("mode", "guichet"),
    "changer heading-level": attribut("heading-level", "4"),
    "changer portail": attribut("portail", "https://portail.exemple/"),
    "changer contact": attribut("contact", "tel:0320000000"),
    "changer reglements": attribut("reglements", REGLEMENTS),
    "changer campagne": attribut("campagne", "../../../www/campagne.json"),
    "changer lang": attribut("lang", "en"),
    "changer theme": attribut("theme", "sombre"),
    "l'ôter": (widget) => widget.remove(),
    "l'ôter et le remettre": remettre,
    "tout à la fois": (widget) => {
      widget.lang = "en";
      widget.recommencer();
      widget.setAttribute("heading-level", "5");
      remettre(widget);
      widget.recommencer();
      widget.lang = "fr";
      widget.imprimer();
      return JSON.stringify([widget.demande, widget.bilan]);
    },
  };

  /** A new widget in the page, alone; `avant` sees it before it starts. */
  function poser(attributs, avant = () => {}) {
    document.querySelector("pass-numerique")?.remove();
    const widget = document.createElement("pass-numerique");
    for (const [nom, valeur] of Object.entries(attributs)) widget.setAttribute(nom, valeur);
    avant(widget);
    document.querySelector("main").append(widget);
    return widget;
  }

  const entendre = (widget, nom) =>
    new Promise((suite) => widget.addEventListener(`pass-numerique-${nom}`, (evenement) => suite(evenement.detail), { once: true }));

  const cliquer = (widget, action) => widget.shadowRoot.querySelector(`[data-action=${action}]`).click();

  /** Two ways to each event, where there are: by the person, whose click runs a closure, and by a method. */
  const VENUES = {
    pret: [(geste) => poser({ "date-depot": OUVERT }, geste)],
    etape: [
      async (geste) => {
        const widget = await pret(poser({ "date-depot": OUVERT }));
        geste(widget);
        cliquer(widget, "commencer");
        return widget;
      },
    ],
    resultat: [
      // At the start of a closed campaign, then again because of a method.
      (geste) => poser({ "date-depot": CLOS }, geste),
      async (geste) => {
        const widget = await pret(poser({ "date-depot": CLOS }));
        geste(widget);
        widget.recommencer();
        return widget;
      },
    ],
    recommence: [
      async (geste) => {
        const widget = await pret(poser({ "date-depot": OUVERT }));
        cliquer(widget, "commencer");
        geste(widget);
        widget.recommencer();
        return widget;
      },
    ],
    erreur: [(geste) => poser({ "date-depot": IMPOSSIBLE }, geste)],
  };

  const pret = async (widget) => {
    await entendre(widget, "pret");
    return widget;
  };

  /** The widget is drawn, once: a restart that the gesture asked for has come to its end. */
  async function dessine(widget) {
    const ecrans = () => widget.shadowRoot.querySelectorAll(".pn").length;
    while (ecrans() === 0) await new Promise((suite) => requestAnimationFrame(suite));
    if (ecrans() > 1) throw new Error(`${ecrans()} screens`);
    if (widget.shadowRoot.querySelector("slot")) throw new Error("the fallback shows under the test");
    if (!widget.demande || !widget.bilan) throw new Error("on screen, and knows nothing");
  }

  /** The widget is on screen, starts anew, answers a click and tells it, whatever happened before. */
  async function marche(widget) {
    if (!widget.isConnected) document.querySelector("main").append(widget);
    if (widget.getAttribute("date-depot") !== IMPOSSIBLE) await dessine(widget);
    for (const nom of ["reglements", "campagne", "mode"]) widget.removeAttribute(nom);
    const demarre = entendre(widget, "pret");
    widget.setAttribute("date-depot", widget.getAttribute("date-depot") === OUVERT ? "2024-03-14" : OUVERT);
    await demarre;
    const cadres = widget.shadowRoot.querySelectorAll(".pn").length;
    const etape = entendre(widget, "etape");
    cliquer(widget, "commencer");
    const { question } = await etape;
    const { reponses } = widget.demande;
    const verdicts = widget.bilan.decisions.length > 0;
    widget.recommencer();
    const accueil = widget.shadowRoot.querySelector("[data-action=commencer]") !== null;
    return { cadres, question, reponses, verdicts, accueil };
  }

  /** Does it once inside the event, waits until it was heard, then sees whether the widget still works. */
  async function essayer(evenement, geste, venue) {
    let entendu;
    const fait = new Promise((suite) => {
      entendu = suite;
    });
    const ecouter = (widget) => {
      const reagir = () => {
        GESTES[geste](widget);
        entendu();
      };
      widget.addEventListener(`pass-numerique-${evenement}`, reagir, { once: true });
    };
    const widget = await venue(ecouter);
    await fait;
    return marche(widget);
  }

  /** Every gesture inside one event: what went otherwise than it should. */
  async function dans(evenement, attendu) {
    const ecarts = [];
    let nombre = 0;
    for (const [rang, venue] of VENUES[evenement].entries()) {
      for (const geste of Object.keys(GESTES)) {
        const vu = JSON.stringify(await essayer(evenement, geste, venue));
        if (vu !== JSON.stringify(attendu)) ecarts.push(`${evenement} (${rang + 1}), ${geste} : ${vu}`);
        nombre += 1;
      }
    }
    return { ecarts, nombre };
  }

  window.reprises = { OUVERT, CLOS, dans, poser, pret, entendre, cliquer, marche, remettre };
}
