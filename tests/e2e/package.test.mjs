// The npm package, installed in an empty project: Node, esbuild and Vite, its types, and what it says of the element.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build as esbuild } from "esbuild";
import ts from "typescript";
import { build as vite } from "vite";
import { servir } from "../../scripts/servir.mjs";
import { DELAI } from "./commun/attente.mjs";
import { sansWebAssembly } from "./commun/dans-la-page.mjs";
import { DEPOT, lancerChromium } from "./commun/navigateur.mjs";

const PACKAGE = join(DEPOT, "dist/npm");
const DEMANDE = {
  dateDepot: "2024-03-15",
  reponses: { "date-naissance": "1955-03-02", "code-postal": "62000", hebergement: "a-son-nom", "pass-recus": 0, accompagne: true },
};

let projet, navigateur;
const run = (command, ...args) => execFileSync(command, args, { cwd: projet, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const installed = (file) => join(projet, "node_modules/pass-numerique", file);

before(async () => {
  projet = await mkdtemp(join(tmpdir(), "projet "));
  await writeFile(join(projet, "package.json"), JSON.stringify({ name: "essai", private: true, type: "module" }));
  const tarball = run("npm", "pack", "--silent", PACKAGE).trim();
  run("npm", "install", "--offline", "--no-audit", "--no-fund", "--silent", `./${tarball}`);
  navigateur = await lancerChromium();
});
after(async () => {
  await navigateur?.fermer();
  await rm(projet, { recursive: true });
});

test("dans Node, tout répond sans page ni réseau", DELAI, async () => {
  await writeFile(join(projet, "essai.js"), `
    import init, { catalogue, evaluer, evaluerLot, lireListe, questions, validerReglements } from "pass-numerique";
    const demande = ${JSON.stringify(DEMANDE)};
    const bilan = evaluer(demande);
    await init();
    const liste = await lireListe(new TextEncoder().encode("Nom;Prénom;Né(e) le;Classe\\nDupont;Ana;21/01/2005;TCOM1\\n"), { dateDepot: "2023-10-02" });
    console.log(JSON.stringify({
      verdict: bilan.decisions[0].verdict,
      carnet: bilan.decisions[0].carnet,
      lot: evaluerLot([demande, { dateDepot: "jamais" }]).map((un) => "erreur" in un),
      eleves: liste.lignes.map((ligne) => ligne.dateNaissance),
      questions: questions().length > 10,
      catalogue: catalogue().length > 3,
      fautes: validerReglements({}).length > 0,
    }));`);
  assert.deepEqual(JSON.parse(run("node", "essai.js")), {
    verdict: "eligible", carnet: 10, lot: [false, true], eleves: ["2005-01-21"], questions: true, catalogue: true, fautes: true,
  });
});

const ENTREE = `
  import init, { evaluer } from "pass-numerique";
  import "pass-numerique/element";
  await init();
  window.bilan = evaluer(${JSON.stringify(DEMANDE)});
`;
const PAGE = `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title>Essai</title><link rel="icon" href="data:,">
<script type="module" src="./entree.js"></script><pass-numerique date-depot="2024-03-15">Le repli</pass-numerique></html>`;

const EMPAQUETEURS = {
  async esbuild(sortie) {
    await esbuild({ entryPoints: [join(projet, "entree.js")], absWorkingDir: projet, bundle: true, format: "esm", outdir: sortie });
    // As the README of the package says.
    for (const file of ["pass_numerique_bg.wasm", "element-javascript.js"]) await copyFile(installed(file), join(sortie, file));
    await writeFile(join(sortie, "index.html"), PAGE);
  },
  async vite(sortie) {
    await vite({ root: projet, configFile: false, logLevel: "error", build: { outDir: sortie, target: "esnext", modulePreload: { polyfill: false } } });
  },
};
for (const [nom, empaqueter] of Object.entries(EMPAQUETEURS)) {
  test(`${nom} empaquette l'élément et les fonctions, sur un seul moteur`, DELAI, async (t) => {
    await writeFile(join(projet, "entree.js"), ENTREE);
    await writeFile(join(projet, "index.html"), PAGE);
    const sortie = join(projet, `sortie-${nom}`);
    await mkdir(sortie);
    await empaqueter(sortie);
    const site = await servir({ racine: sortie });
    t.after(site.fermer);
    const onglet = await navigateur.onglet();
    t.after(onglet.fermer);
    await onglet.ouvrir(`${site.url}/`);
    await onglet.page.waitForFunction(() => window.bilan);
    const vu = await onglet.evaluer(() => ({ carnet: window.bilan.decisions[0].carnet, sorte: temoin.ecran().sorte }));
    assert.deepEqual(vu, { carnet: 10, sorte: "accueil" });
    await onglet.sansErreur();

    const verrouille = await navigateur.onglet();
    t.after(verrouille.fermer);
    await verrouille.avant(sansWebAssembly);
    await verrouille.ouvrir(`${site.url}/`);
    assert.equal(await verrouille.evaluer(() => temoin.ecran().sorte), "accueil", "without WebAssembly, the element in JavaScript");
  });
}

test("aucun type n'est « any », et une erreur d'usage se voit", DELAI, async () => {
  for (const file of ["pass_numerique.d.ts", "element.d.ts"]) {
    const source = ts.createSourceFile(file, await readFile(installed(file), "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node) => {
      assert.notEqual(node.kind, ts.SyntaxKind.AnyKeyword, `${file}: ${node.parent?.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  await writeFile(join(projet, "usage.ts"), `
    import init, { evaluer, type Demande } from "pass-numerique";
    import "pass-numerique/element";
    await init();
    const test = document.createElement("pass-numerique");
    await test.pret;
    const demande: Demande | undefined = test.demande;
    test.addEventListener("pass-numerique-resultat", ({ detail }) => detail.verdict satisfies "eligible" | "a-preciser" | "pas-ouvert" | "non-eligible" | "clos");
    // @ts-expect-error an answer is in no event
    test.addEventListener("pass-numerique-etape", ({ detail }) => detail.reponse);
    // @ts-expect-error the day is needed
    evaluer({ reponses: {} });
    export { demande };
  `);
  for (const resolution of [["ES2022", "bundler"], ["NodeNext", "NodeNext"]]) {
    const [module, moduleResolution] = resolution;
    run(process.execPath, join(DEPOT, "node_modules/typescript/bin/tsc"), "--strict", "--noEmit", "--target", "ES2022", "--lib", "ES2022,DOM,ESNext.Disposable",
      "--module", module, "--moduleResolution", moduleResolution, "usage.ts");
  }
});

test("custom-elements.json dit ce que l'élément a, ni plus ni moins", DELAI, async () => {
  const [{ declarations: [dit], path }] = JSON.parse(await readFile(installed("custom-elements.json"), "utf8")).modules;
  await readFile(installed(path));
  const names = (list) => list.map(({ name }) => name).toSorted();
  const source = await readFile(join(DEPOT, "www/pass-numerique.js"), "utf8");
  const observed = source.match(/observedAttributes =\s*"([a-z -]+)"\.split/)[1].split(" ");
  assert.deepEqual(names(dit.attributes), [...observed, "lazy"].toSorted());
  const tokens = await readFile(join(DEPOT, "www/styles/tokens.css"), "utf8");
  const defined = new Set([...tokens.matchAll(/^\s*(--pn-[a-z0-9-]+):/gm)].map(([, name]) => name));
  assert.deepEqual(names(dit.cssProperties), [...defined].toSorted());
  const readme = await readFile(join(DEPOT, "README.md"), "utf8");
  for (const { name } of dit.events) assert.ok(readme.includes(`| \`${name}\` |`), name);
  assert.equal(dit.events.length, readme.match(/^\| `pass-numerique-[a-z]+` \|/gm).length);
  const parts = readme.match(/Parties pour `::part\(\)` : ([^.]*)\./)[1];
  assert.deepEqual(names(dit.cssParts), [...parts.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name).toSorted());
});
