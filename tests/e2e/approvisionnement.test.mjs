// What whoever takes the project over asks first: whose code it holds, under which licences, and what it is.

import assert from "node:assert/strict";
import { access, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { parse } from "yaml";
import { DEPOT } from "./commun/navigateur.mjs";
import { DEPLOYE } from "./commun/site.mjs";

const lire = (fichier) => readFile(join(DEPOT, fichier), "utf8");
const NOMENCLATURE = JSON.parse(await readFile(join(DEPLOYE, "bom.json"), "utf8"));

/** The published schema of CycloneDX, as its own library for JavaScript ships it. */
async function validateur() {
  const dossier = join(dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json")), "res/schema");
  const schema = async (nom) => JSON.parse(await readFile(join(dossier, `${nom}.SNAPSHOT.schema.json`), "utf8"));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const nom of ["spdx", "jsf-0.82", "cryptography-defs"]) ajv.addSchema(await schema(nom), `http://cyclonedx.org/schema/${nom}.SNAPSHOT.schema.json`);
  return ajv.compile(await schema("bom-1.6"));
}

test("bom.json suit le schéma publié de CycloneDX 1.6, et un défaut s'y verrait", async () => {
  const valide = await validateur();
  assert.ok(valide(NOMENCLATURE), JSON.stringify(valide.errors));
  const defauts = [
    (un) => delete un.bomFormat,
    (un) => (un.components[0].type = "brique"),
    (un) => (un.components[0].hashes[0].content = "pas un hachage"),
    (un) => un.components.push(un.components[0]),
  ];
  for (const defaut of defauts) {
    const faux = structuredClone(NOMENCLATURE);
    defaut(faux);
    assert.ok(!valide(faux), String(defaut));
  }
});

test("bom.json nomme ce que les modules contiennent, aux versions de Cargo.lock, et rien de ce qui ne sert qu'à bâtir", async () => {
  const lock = await lire("Cargo.lock");
  const caisses = NOMENCLATURE.components.filter(({ purl }) => purl.startsWith("pkg:cargo/") && !purl.includes("wasm-bindgen-cli"));
  for (const { name, version, hashes, licenses } of caisses) {
    assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"\n`), `${name} ${version}`);
    assert.ok(lock.includes(hashes[0].content), `${name}: the hash is not the registry's`);
    assert.match(licenses[0].expression, /^[\w. ()+-]+$/, name);
  }
  const dans = (module) => caisses.filter(({ properties }) => properties[0].value.includes(module)).map(({ name }) => name);
  for (const nom of ["chrono", "serde", "wasm-bindgen", "web-sys"]) assert.ok(dans("citizen.wasm").includes(nom), nom);
  for (const nom of ["miniz_oxide", "zalloc"]) {
    assert.ok(dans("complete.wasm").includes(nom), nom);
    assert.ok(!dans("citizen.wasm").includes(nom), `${nom} is for lists only`);
  }
  assert.equal(caisses.find(({ name }) => name === "serde-wasm-bindgen").properties[0].value, "pkg/pass_numerique_bg.wasm", "for programs only");
  for (const nom of ["serde_derive", "serde_json", "proptest", "jsonschema", "syn"]) assert.ok(!caisses.some(({ name }) => name === nom), nom);
  const noms = NOMENCLATURE.components.map(({ purl }) => purl.split("@").slice(0, -1).join("@"));
  assert.deepEqual(noms.filter((un) => un.startsWith("pkg:npm/")), ["pkg:npm/%40etalab/decoupage-administratif", "pkg:npm/binaryen", "pkg:npm/esbuild"]);
  const refs = new Set(NOMENCLATURE.dependencies.map(({ ref }) => ref));
  for (const { dependsOn = [] } of NOMENCLATURE.dependencies) for (const ref of dependsOn) assert.ok(refs.has(ref), ref);
  assert.equal(refs.size, NOMENCLATURE.components.length + 1);
});

test("bom.json ne dit ni jour, ni hasard, ni dossier de qui l'a fait", async () => {
  assert.equal(NOMENCLATURE.serialNumber, undefined);
  assert.equal(NOMENCLATURE.metadata.timestamp, undefined);
  const texte = JSON.stringify(NOMENCLATURE);
  assert.ok(!texte.includes(DEPOT.replace(/\/$/, "")) && !texte.includes("file://"));
});

test("chaque forme porte la licence du code et celle des données, et dit la même", async () => {
  const code = await lire("LICENSE");
  assert.match(code, /^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  assert.match(code, /GNU General Public License \(GPL\) v\. 2, v\. 3/);
  const donnees = await lire("LICENSE-DATA");
  assert.match(donnees, /LICENCE OUVERTE \/ OPEN LICENCE\n=+\n\n- Version 2\.0/);
  const communes = JSON.parse(await lire("package.json")).devDependencies["@etalab/decoupage-administratif"];
  assert.equal(donnees.split(`@etalab/decoupage-administratif ${communes}`).length, 3, "the source of the postal codes");
  for (const dossier of ["dist/pass-numerique", "dist/npm"]) {
    assert.equal(await lire(`${dossier}/LICENSE`), code);
    assert.equal(await lire(`${dossier}/LICENSE-DATA`), donnees);
  }
  const [, caisse] = (await lire("Cargo.toml")).match(/^license = "(.+)"$/m);
  assert.equal(caisse, "EUPL-1.2 AND etalab-2.0");
  assert.equal(JSON.parse(await lire("dist/npm/package.json")).license, caisse);
  assert.equal(NOMENCLATURE.metadata.component.licenses[0].expression, caisse);
  assert.match(await lire("www/wordpress/pass-numerique.php"), /^ \* License: +EUPL-1\.2$/m);
  const extension = await readFile(join(DEPOT, "dist/pass-numerique-wordpress.zip"), "latin1");
  for (const fichier of ["LICENSE", "LICENSE-DATA"]) assert.ok(extension.includes(`pass-numerique/${fichier}`), fichier);
});

test("publiccode.yml a ce que le standard demande, et dit la version d'ici", async () => {
  const dit = parse(await lire("publiccode.yml"));
  const [, version] = (await lire("Cargo.toml")).match(/^version = "(.+)"$/m);
  assert.match(dit.publiccodeYmlVersion, /^0\.\d$/);
  assert.equal(dit.softwareVersion, version);
  assert.equal(dit.legal.license, "EUPL-1.2");
  assert.equal(new URL(dit.url).protocol, "https:");
  assert.ok(["concept", "development", "beta", "stable", "obsolete"].includes(dit.developmentStatus));
  assert.ok(["standalone/web", "addon", "library"].includes(dit.softwareType));
  assert.ok(["internal", "contract", "community", "none"].includes(dit.maintenance.type));
  assert.ok(dit.maintenance.contacts.every(({ name }) => name));
  assert.equal(dit.localisation.localisationReady, true);
  for (const liste of [dit.platforms, dit.categories, dit.localisation.availableLanguages]) assert.ok(Array.isArray(liste) && liste.length > 0);
  assert.deepEqual(Object.keys(dit.description).toSorted(), dit.localisation.availableLanguages.toSorted());
  for (const [langue, { shortDescription, longDescription, features, screenshots = [] }] of Object.entries(dit.description)) {
    assert.ok(shortDescription.length <= 150, `${langue}: ${shortDescription.length}`);
    assert.ok(longDescription.length >= 500 && longDescription.length <= 10_000, `${langue}: ${longDescription.length}`);
    assert.ok(features.length > 0 && features.every((une) => une.length <= 100), langue);
    for (const image of screenshots) await access(join(DEPOT, image));
  }
});

test("CHANGELOG.md suit les versions, la plus récente d'abord, et c'est celle d'ici", async () => {
  const versions = [...(await lire("CHANGELOG.md")).matchAll(/^## \[(.+?)\]/gm)].map(([, version]) => version);
  const [, ici] = (await lire("Cargo.toml")).match(/^version = "(.+)"$/m);
  assert.equal(versions[0], ici);
  const rang = (version) => version.match(/^(\d+)\.(\d+)\.(\d+)$/).slice(1).reduce((somme, partie) => somme * 1000 + Number(partie), 0);
  assert.deepEqual(versions, versions.toSorted((a, b) => rang(b) - rang(a)));
});
