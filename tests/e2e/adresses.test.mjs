// What the attributes `portail` and `contact` may link to; the rest is left out, and said in the console.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { installerPilote } from "./commun/pilote.mjs";

const decor = monterLeDecor();

const DE_L_ACTE = "https://aidesindividuelles.hautsdefrance.fr/";
const ELIGIBLE = {
  depot: "2024-03-15",
  reponses: {
    "date-naissance": "1950-02-02", "code-postal": "59000", situations: [], accompagne: false, "pass-recus": 0, hebergement: "a-son-nom",
  },
};

/** The links of the result, and what was said in the console, for these attributes. */
async function liens(attributs) {
  const onglet = await decor.navigateur.onglet();
  await onglet.ouvrir(decor.site.page("nue"));
  await onglet.evaluer(installerPilote);
  const vus = await onglet.evaluer(async ({ attributs, cas }) => {
    const widget = temoin.widget();
    for (const [nom, valeur] of Object.entries(attributs)) {
      const pret = new Promise((suite) => widget.addEventListener("pass-numerique-pret", suite, { once: true }));
      widget.setAttribute(nom, valeur);
      await pret;
    }
    await pilote.resultat(cas);
    const boutons = widget.shadowRoot.querySelectorAll("a.bouton");
    return [...boutons].map((lien) => lien.getAttribute("href"));
  }, { attributs, cas: ELIGIBLE });
  await onglet.sansErreur();
  await onglet.fermer();
  const dits = onglet.console;
  return { vus, avertis: dits.filter(({ sorte }) => sorte === "warning").map(({ texte }) => texte), dits };
}

test("un portail et un contact permis deviennent des liens, sans un mot dans la console", DELAI, async () => {
  for (const [portail, contact] of [
    ["https://portail.exemple/", "https://aide.exemple/contact"],
    ["http://localhost:8080/", "http://127.0.0.1/aide"],
    ["http://[::1]:3000/", "tel:+33320000000"],
    ["HTTPS://portail.exemple/", "mailto:aide@exemple.fr"],
  ]) {
    const { vus, dits } = await liens({ portail, contact });
    assert.deepEqual(vus, [portail, contact]);
    assert.deepEqual(dits, []);
  }
});

const REFUSES = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "//aide.exemple/",
  "/aide",
  "http://aide.exemple/",
  "",
];

for (const adresse of REFUSES) {
  test(`le test commence sans le lien ${JSON.stringify(adresse)}, et la console dit pourquoi`, DELAI, async () => {
    const { vus, avertis } = await liens({ contact: adresse, portail: adresse });
    assert.deepEqual(vus, [DE_L_ACTE], "the portal of the act stays, no contact");
    for (const [nom, attendu] of [["contact", "tel:… ou mailto:…"], ["portail", "https://…"]]) {
      const dit = avertis.findLast((texte) => texte.startsWith(`pass-numerique : ${nom} : « ${adresse} »`));
      assert.ok(dit?.includes("attendu : ") && dit.includes(attendu), avertis.join("\n"));
    }
  });
}

test("un portail qui n'est pas https ne vaut pas mieux parce qu'il est un contact", DELAI, async () => {
  for (const adresse of ["tel:0320000000", "mailto:aide@exemple.fr"]) {
    const { vus, avertis } = await liens({ portail: adresse, contact: adresse });
    assert.deepEqual(vus, [DE_L_ACTE, adresse]);
    assert.equal(new Set(avertis).size, 1, avertis.join("\n"));
    assert.match(avertis[0], /^pass-numerique : portail : /);
  }
});
