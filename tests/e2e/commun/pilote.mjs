// Drives the widget from inside the page, as fast as it can draw: the states to examine are many, and
// parcours.test.mjs already proves that a keyboard reaches them.

/** Installs `window.pilote`. Sent to the browser as text: it can use nothing from outside itself. */
export function installerPilote() {
  const widget = () => document.querySelector("pass-numerique");
  const racine = () => widget().shadowRoot;
  const question = () => racine().querySelector("form[data-question]")?.dataset.question ?? null;
  const action = (nom) => racine().querySelector(`[data-action=${nom}]`);

  function age(naissance, jour) {
    const [an, mois, j] = naissance.split("-").map(Number);
    const [an2, mois2, j2] = jour.split("-").map(Number);
    return an2 - an - (mois2 < mois || (mois2 === mois && j2 < j) ? 1 : 0);
  }

  /** The bracket on screen that holds this age. */
  function tranche(ans) {
    for (const { value } of racine().querySelectorAll("input[type=radio]")) {
      const [min, max] = value.endsWith("+") ? [Number.parseInt(value, 10), 200] : value.split("-").map(Number);
      if (ans >= min && ans <= max) return value;
    }
    return "ne-sait-pas";
  }

  const bouton = (nom, valeur) => racine().querySelector(`input[name="${nom}"][value="${CSS.escape(valeur)}"]`);

  /** Fills the form with an answer of a demande; an answer that is absent is « je ne sais pas ». */
  function remplir(reponses, depot) {
    const id = question();
    let reponse = reponses[id] ?? null;
    if (id === "tranche-age" && reponse === null && reponses["date-naissance"]) {
      reponse = tranche(age(reponses["date-naissance"], depot));
    } else if (id === "tranche-age" && reponse !== null && !bouton("reponse", reponse)) {
      // The brackets change with the règlement in force: the one that holds the youngest of these ages.
      reponse = tranche(Number.parseInt(reponse, 10));
    }
    const textes = [...racine().querySelectorAll("input[type=text]")];
    if (textes.length === 1 && reponse !== null && reponse !== "etranger") {
      textes[0].value = reponse;
    } else if (textes.length === 3 && reponse !== null) {
      const [annee, mois, jour] = reponse.split("-");
      for (const champ of textes) champ.value = { jour, mois, annee }[champ.name];
    } else if (textes.length > 0) {
      bouton("plutot", reponse ?? "ne-sait-pas").checked = true;
    } else if (racine().querySelector("input[type=checkbox]")) {
      // Situations that open nothing are not listed: such a person ticks « rien de tout cela ».
      const montrees = (reponse ?? []).map((s) => bouton("reponse", s)).filter(Boolean);
      for (const boite of montrees) boite.checked = true;
      if (montrees.length === 0) bouton("plutot", reponse === null ? "ne-sait-pas" : "aucune").checked = true;
    } else {
      // Where nobody may doubt, the first answer.
      (bouton("reponse", String(reponse ?? "ne-sait-pas")) ?? racine().querySelector("input[type=radio]")).checked = true;
    }
  }

  const envoyer = () => racine().querySelector("form[data-question]").requestSubmit();

  /** A fresh widget on that day. */
  async function ouvrir(depot) {
    if (widget().getAttribute("date-depot") === depot) {
      widget().recommencer();
      return;
    }
    await new Promise((pret) => {
      widget().addEventListener("pass-numerique-pret", pret, { once: true });
      widget().setAttribute("date-depot", depot);
    });
  }

  /** Answers until the question `arret`, or until the check page; gives the questions met. */
  async function avancer({ depot, reponses }, arret) {
    await ouvrir(depot);
    const posees = [];
    action("commencer")?.click();
    while (question() !== null && question() !== arret) {
      if (posees.length > 30) throw new Error(`no end: ${posees.join(", ")}`);
      posees.push(question());
      remplir(reponses, depot);
      envoyer();
      if (racine().querySelector(".resume-erreurs")) {
        throw new Error(`refused: ${question()} ${JSON.stringify(reponses)} ${racine().querySelector(".erreur").textContent}`);
      }
    }
    return posees;
  }

  /** Where a person is shown the answer. */
  async function resultat(cas) {
    const posees = await avancer(cas, null);
    action("voir-resultat")?.click();
    return { posees, decision: widget().bilan.decisions[0] };
  }

  /** Types a day in one of the small forms of the result, and sends it. */
  function dater(forme, jour) {
    const formulaire = racine().querySelector(`form[data-forme="${forme}"]`);
    if (!formulaire) throw new Error(`no form « ${forme} » on this result`);
    const [annee, mois, j] = jour.split("-");
    for (const champ of formulaire.querySelectorAll("input")) champ.value = { jour: j, mois, annee }[champ.name];
    formulaire.requestSubmit();
  }

  /** What a person does on the result itself. */
  const GESTES = {
    "papiers tenus": () => racine().querySelectorAll("input[name=piece]").forEach((boite) => boite.click()),
    "papier bon": () => dater("justificatif-domicile", "2024-01-10"),
    "papier trop vieux": () => dater("justificatif-domicile", "2020-01-10"),
    "papier de demain": () => dater("justificatif-domicile", "2030-01-10"),
    "date impossible": () => dater("justificatif-domicile", "2024-02-31"),
    "autre jour": () => dater("depot", "2024-12-20"),
    "autre jour impossible": () => dater("depot", "2024-02-31"),
  };

  async function surLeResultat(cas, geste) {
    await resultat(cas);
    if (geste) GESTES[geste]();
    // Folded, the checker sees nothing of them; parcours.test.mjs examines them folded.
    for (const volet of racine().querySelectorAll("details")) volet.open = true;
  }

  /** Puts the widget in one of the states to examine. */
  async function aller({ langue = "fr", ...etat }) {
    await montrer(etat);
    widget().lang = langue;
  }

  async function montrer({ cas, ecran, variante }) {
    if (ecran === "accueil") return ouvrir(cas.depot);
    if (ecran === "verification") return avancer(cas, null);
    if (ecran === "resultat") return surLeResultat(cas, variante);
    if (ecran === "modele") {
      await resultat(cas);
      return action("modele").click();
    }
    await avancer(cas, ecran);
    if (question() !== ecran) throw new Error(`${ecran} not reached, on ${question()}`);
    if (variante === "erreur") envoyer();
    if (variante === "repondue" || variante === "retour") remplir(cas.reponses, cas.depot);
    if (variante === "retour") {
      envoyer();
      action("retour").click();
      if (question() !== ecran) throw new Error(`Back from after ${ecran} leads to ${question()}`);
    }
    return null;
  }

  window.pilote = { question, remplir, resultat, aller, gestes: Object.keys(GESTES) };
}
