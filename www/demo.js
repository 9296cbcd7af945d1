// The demo page's only script: « ?date-depot=2024-03-15 » shows the widget as it was on that day.
// Nothing else is read from the address, and anything but a real AAAA-MM-JJ day is ignored.

const jour = jourDemande(new URLSearchParams(location.search).get("date-depot"));

if (jour) {
  document.querySelector("pass-numerique").setAttribute("date-depot", jour.iso);
  document.querySelector("[data-date]").textContent = jour.enClair;
}
document.querySelector(`[data-cas="${jour ? "autre-jour" : "aujourdhui"}"]`).hidden = false;

/** @param {string | null} texte */
function jourDemande(texte) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(texte ?? "")) return null;

  const date = new Date(`${texte}T00:00:00Z`);
  // 2024-02-30 is no day: some browsers refuse it, others read 1 March.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== texte) return null;

  const [numero, mois, annee] = new Intl.DateTimeFormat("fr", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  })
    .format(date)
    .split(" ");
  // In French only the first of the month is an ordinal; the day stays with its month.
  return { iso: texte, enClair: `${numero === "1" ? "1er" : numero}\u00a0${mois} ${annee}` };
}
