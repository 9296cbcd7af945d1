// What a person can do on the screen shown, and doing it: from inside the page, as fast as it can draw.

/** Installs `window.promeneur`. Sent to the browser as text: it can use nothing from outside itself. */
export function installerPromeneur() {
  const trouver = (selecteur) => temoin.racine().querySelector(selecteur);
  const tous = (selecteur) => [...temoin.racine().querySelectorAll(selecteur)];
  const sans = (attribut, valeur) => (valeur ? `[${attribut}="${CSS.escape(valeur)}"]` : "");

  /** A button or a box is pressed as a person does: it has the focus first. */
  function presser(element) {
    element.focus();
    element.click();
  }

  const FAIRE = {
    action: ({ action, cible }) => presser(trouver(`[data-action="${action}"]${sans("data-cible", cible)}`)),
    cocher: ({ piece }) => presser(trouver(`input[name=piece][value="${CSS.escape(piece)}"]`)),
    /** Fills a form anew, or keeps it as it is, and sends it: the question's, or a small one of the result, that is folded. */
    envoyer({ forme, saisie }) {
      const formulaire = trouver(forme ? `form[data-forme="${forme}"]` : "form[data-question]");
      const volet = formulaire.closest("details");
      if (volet) volet.open = true;
      for (const champ of saisie ? formulaire.querySelectorAll("input") : []) {
        const siens = saisie.filter(({ nom }) => nom === champ.name).map(({ valeur }) => valeur);
        if (champ.type === "text") champ.value = siens[0] ?? "";
        else champ.checked = siens.includes(champ.value);
      }
      presser(formulaire.querySelector("[type=submit]"));
    },
  };

  function sorte() {
    if (trouver(".modele")) return "modele";
    return temoin.ecran().sorte;
  }

  /** What has the focus, as the code of the page names it. */
  function focus() {
    const actif = temoin.racine().activeElement;
    if (!actif) return { ou: temoin.focus().ou };
    const { action, cible } = actif.dataset;
    return { ou: "widget", classe: actif.className, id: actif.id, action, cible, valeur: actif.value, enfonce: actif.ariaPressed };
  }

  function voir() {
    const champs = trouver("form[data-question]")?.querySelectorAll("input") ?? [];
    const { dateDepot: jour, demande, bilan } = temoin.widget();
    return {
      sorte: sorte(),
      question: trouver("form[data-question]")?.dataset.question ?? null,
      erreur: Boolean(trouver(".resume-erreurs")),
      langue: trouver(".pn").lang,
      titres: tous(".titre").map(temoin.dit),
      texte: temoin.dit(trouver(".pn")),
      focus: focus(),
      actions: tous("[data-action]").map(({ dataset: { action, cible } }) => ({ action, cible })),
      champs: [...champs].map(({ type, name, value, checked }) => ({ type, nom: name, valeur: value, rempli: type === "text" ? value !== "" : checked })),
      formes: tous("form[data-forme]").map((formulaire) => formulaire.dataset.forme),
      pieces: tous("input[name=piece]").map((boite) => boite.value),
      ...(sorte() === "resultat" ? { jour, demande, bilan } : {}),
    };
  }

  window.promeneur = {
    voir,
    faire(geste) {
      FAIRE[geste.quoi](geste);
      return voir();
    },
  };
}
