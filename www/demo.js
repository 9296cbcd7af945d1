// The demo page's only script: it says on which day the test is, and makes room for a professional mode, when a link
// has chosen them.

const test = document.querySelector("pass-numerique");
await customElements.whenDefined("pass-numerique");

const choix = new URLSearchParams(location.search);
if (["classe", "guichet"].includes(choix.get("pn-mode"))) document.querySelector("main").classList.add("large");

const autreJour = choix.has("pn-date-depot");
document.querySelector("[data-date]").textContent = enClair(test.dateDepot);
document.querySelector(`[data-cas="${autreJour ? "autre-jour" : "aujourdhui"}"]`).hidden = false;

/** @param {string} jour AAAA-MM-JJ */
function enClair(jour) {
  const forme = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const [numero, mois, annee] = new Intl.DateTimeFormat("fr", forme).format(new Date(jour)).split(" ");
  // In French only the first of the month is an ordinal; the day stays with its month.
  return `${numero === "1" ? "1er" : numero}\u00a0${mois} ${annee}`;
}
