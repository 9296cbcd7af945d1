// What the loader loads is what it was made with, to the byte; what a host page loads is what it has copied.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, mkdir, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { DEPOT, lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { COMPLETS, CSP, DEPLOYE, LANGUES, MOTEUR, MOTEUR_COMPLET, SCRIPT, WASM, servirLeSite } from "./commun/site.mjs";

const INTEGRITY = JSON.parse(await readFile(join(DEPLOYE, "integrity.json"), "utf8"));
const sri = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** What the assembly reads. */
const SOURCES = [
  "www", "scripts", "LICENSE", "LICENSE-DATA", "package.json", "package-lock.json", "rust-toolchain.toml",
  "Cargo.toml", "Cargo.lock", "build.rs", "src", "tests/acte_ajoute.rs", "tests/web.rs", "benches", "examples",
];

/** Every file of a folder, with its hash. */
async function hashes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
  return Object.fromEntries(await Promise.all(files.toSorted().map(async (file) => [file, sri(await readFile(join(folder, file)))])));
}

test("integrity.json dit le hachage de chaque fichier, et la balise à copier", async () => {
  const { "integrity.json": itself, ...others } = await hashes(DEPLOYE);
  assert.ok(itself);
  assert.deepEqual(INTEGRITY.files, others);
  assert.ok(INTEGRITY.tags.element.includes(`integrity="${others["pass-numerique.js"]}"`));
});

test("le même commit donne les mêmes octets, dans n'importe quel dossier", async () => {
  const temporary = await mkdtemp(join(tmpdir(), "pass-numerique-"));
  const copy = join(temporary, "un dossier au nom bien plus long", "é");
  await mkdir(copy, { recursive: true });
  for (const part of SOURCES) await cp(join(DEPOT, part), join(copy, part), { recursive: true });
  await symlink(join(DEPOT, "node_modules"), join(copy, "node_modules"));
  execFileSync("node", ["scripts/assembler.mjs"], { cwd: copy, stdio: "inherit" });
  const made = await hashes(join(copy, "dist"));
  assert.ok(made["pass-numerique-wordpress.zip"] && made["npm/package.json"] && made["pass-numerique/offline-classe.html"]);
  // Archives of another command may stand beside.
  const here = Object.entries(await hashes(join(DEPOT, "dist"))).filter(([file]) => file.includes("/") || file in made);
  assert.deepEqual(made, Object.fromEntries(here));
  await rm(temporary, { recursive: true });
});

test("rien de ce qui est déployé ne dit sur quelle machine ni dans quel dossier il a été fait", async () => {
  const seen = [homedir(), DEPOT, "/registry/src/", "/toolchains/"];
  for (const file of Object.keys(INTEGRITY.files)) {
    const content = await readFile(join(DEPLOYE, file), "latin1");
    for (const one of seen) assert.ok(!content.includes(one), `${file} : ${one}`);
  }
  // Where a panic of a library stands is still said to programs, and would be seen; to pages nothing is.
  const places = async (file) => (await readFile(join(DEPLOYE, file), "latin1")).match(/[\w/.-]+\.rs\b/g) ?? [];
  assert.ok((await places("pkg/pass_numerique_bg.wasm")).some((place) => place.startsWith("/crates/chrono-")));
  for (const file of [WASM, COMPLETS.wasm]) assert.deepEqual(await places(file), [], file);
});

/** The deployed files in a folder of their own, where one may be changed. */
async function copie(t) {
  const dossier = await mkdtemp(join(tmpdir(), "pass-numerique-"));
  t.after(() => rm(dossier, { recursive: true }));
  await cp(DEPLOYE, dossier, { recursive: true });
  return dossier;
}

/** Changes one byte, where a script keeps its meaning: in the text of its last string; elsewhere the last one. */
async function changerUnOctet(dossier, fichier) {
  const contenu = await readFile(join(dossier, fichier));
  const texte = [MOTEUR, MOTEUR_COMPLET].includes(fichier) ? "abort" : "pass-numerique";
  const rang = fichier.endsWith(".js") ? contenu.lastIndexOf(texte) : contenu.length - 1;
  contenu[rang] ^= 1;
  await writeFile(join(dossier, fichier), contenu);
}

const issue = async () => {
  await customElements.whenDefined("pass-numerique");
  const widget = temoin.widget();
  const fin = await widget.pret.then(() => "prêt", () => "échec");
  const codes = temoin.evenements.filter((e) => e.nom === "erreur").map((e) => e.detail.code);
  return { fin, codes, repli: widget.firstElementChild.checkVisibility() };
};

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur;
    before(async () => {
      navigateur = await lancer();
    });
    after(() => navigateur?.fermer());

    /** A page of the deployed files, as a site serves them. */
    async function ouvrir(t, dossier, page, options = {}) {
      const site = await servirLeSite({ dossiers: { "/www/": dossier }, ...options });
      t.after(site.fermer);
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      const adresses = { demo: site.demo(), guichet: `${site.demo()}&pn-mode=guichet` };
      await onglet.page.goto(adresses[page] ?? `${site.url}/www/${page}`);
      return onglet;
    }

    const SANS_WASM = { csp: CSP.replace(" 'wasm-unsafe-eval'", "") };
    const A_CHANGER = [
      [SCRIPT, "demo"], [WASM, "demo"], [MOTEUR, "demo", SANS_WASM], [COMPLETS.js, "guichet"], [COMPLETS.wasm, "guichet"],
      [MOTEUR_COMPLET, "guichet", SANS_WASM],
    ];
    for (const [fichier, page, options] of A_CHANGER) {
      test(`un octet changé dans ${fichier} : refusé, et le repli se lit`, DELAI, async (t) => {
        const dossier = await copie(t);
        await changerUnOctet(dossier, fichier);
        const onglet = await ouvrir(t, dossier, page, options);
        assert.deepEqual(await onglet.evaluer(issue), { fin: "échec", codes: ["chargement"], repli: true });
        // A second start asks again, and is refused again.
        const encore = await onglet.evaluer(async () => {
          const widget = temoin.widget();
          const place = widget.parentElement;
          widget.remove();
          place.append(widget);
          return widget.pret.then(() => "prêt", () => "échec");
        });
        assert.equal(encore, "échec");
      });
    }

    test("un octet changé dans une langue : refusée, et le test marche sans elle", DELAI, async (t) => {
      const dossier = await copie(t);
      await changerUnOctet(dossier, LANGUES.en);
      const onglet = await ouvrir(t, dossier, "demo");
      await onglet.pret();
      const offertes = await onglet.evaluer(() => [...temoin.racine().querySelectorAll(".langue")].map((bouton) => bouton.lang));
      assert.deepEqual(offertes, ["fr", "fr-simple"]);
    });

    /** A page that holds the tag to copy, under this policy, and the element. */
    async function pageCopiee(dossier, { nonce } = {}) {
      const balise = nonce ? INTEGRITY.tags.element.replace("<script", `<script nonce="${nonce}"`) : INTEGRITY.tags.element;
      const page = `<!DOCTYPE html><html lang="fr"><title>Essai</title>${balise}<pass-numerique date-depot="2024-03-15"><p>Le repli</p></pass-numerique>`;
      await writeFile(join(dossier, "essai.html"), page);
    }

    test("la balise copiée marche, et refuse un chargeur changé", DELAI, async (t) => {
      const dossier = await copie(t);
      await pageCopiee(dossier);
      const bonne = await ouvrir(t, dossier, "essai.html");
      assert.deepEqual(await bonne.evaluer(issue), { fin: "prêt", codes: [], repli: false });
      await changerUnOctet(dossier, "pass-numerique.js");
      const autre = await ouvrir(t, dossier, "essai.html");
      const vu = await autre.evaluer(() => ({
        defini: customElements.get("pass-numerique") !== undefined,
        repli: document.querySelector("pass-numerique").firstElementChild.checkVisibility(),
      }));
      assert.deepEqual(vu, { defini: false, repli: true });
    });

    test("un cadre dont le script d'à côté est changé reste, à sa hauteur, et ce script ne marche pas", DELAI, async (t) => {
      const dossier = await copie(t);
      // The title says which script the browser refused: not every browser writes it in its console.
      const REFUS = `addEventListener("error", ({ target }) => { document.title = target.getAttribute("src"); }, true)`;
      await writeFile(join(dossier, "essai.html"), `<!DOCTYPE html><html lang="fr"><title>Essai</title><script>${REFUS}</script>${INTEGRITY.tags.frame}`);
      const hauteur = () => document.querySelector("iframe").clientHeight;
      // The frame has its own policy: a header of the page around would forbid what is in it.
      const bonne = await ouvrir(t, dossier, "essai.html", { csp: null });
      await bientot(async () => assert.notEqual(await bonne.evaluer(hauteur), 640));
      const script = await readFile(join(dossier, "frame.js"));
      await writeFile(join(dossier, "frame.js"), Buffer.concat([script, Buffer.from("\n")]));
      const autre = await ouvrir(t, dossier, "essai.html", { csp: null });
      await bientot(async () => assert.equal(await autre.evaluer(() => document.title), "frame.js"));
      assert.equal(await autre.evaluer(hauteur), 640);
    });

    test("une politique par nonce suffit", DELAI, async (t) => {
      const dossier = await copie(t);
      await pageCopiee(dossier, { nonce: "abc" });
      const csp = CSP.replace("script-src 'self'", "script-src 'nonce-abc'");
      assert.ok(csp.includes("'nonce-abc'"));
      const onglet = await ouvrir(t, dossier, "essai.html", { csp });
      assert.deepEqual(await onglet.evaluer(issue), { fin: "prêt", codes: [], repli: false });
    });

    test("une autre version du script le dit, et laisse la première", DELAI, async (t) => {
      const dossier = await copie(t);
      const chargeur = await readFile(join(dossier, "pass-numerique.js"), "utf8");
      const autre = chargeur.replaceAll(`"${INTEGRITY.version}"`, '"9.9.9"').replaceAll(INTEGRITY.version, "9.9.9");
      assert.notEqual(autre, chargeur);
      await writeFile(join(dossier, "autre.js"), autre);
      await pageCopiee(dossier);
      const page = await readFile(join(dossier, "essai.html"), "utf8");
      await writeFile(join(dossier, "essai.html"), page.replace("<pass-numerique", '<script type="module" src="autre.js"></script><pass-numerique'));
      const onglet = await ouvrir(t, dossier, "essai.html");
      assert.equal((await onglet.evaluer(issue)).fin, "prêt");
      const dit = `pass-numerique : ${INTEGRITY.version} != 9.9.9`;
      await bientot(() => assert.ok(onglet.console.some(({ texte }) => texte === dit), JSON.stringify(onglet.console)));
    });
  });
}
