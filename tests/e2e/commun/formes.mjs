// Each form of delivery, put in a page as a webmaster would, and what may go wrong around it.

import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { fallback } from "../../../scripts/fallback.mjs";
import { cadreDe } from "./cadre.mjs";
import { DEPOT } from "./navigateur.mjs";
import { DEPLOYE, JOUR, servirLeSite } from "./site.mjs";
import { EXTENSION, monterWordPress } from "./wordpress.mjs";

const { tags, version } = JSON.parse(await readFile(join(DEPLOYE, "integrity.json"), "utf8"));

const page = (tete, corps) =>
  `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title>Essai</title><link rel="icon" href="data:,">${tete}<main>${corps}</main></html>`;

/** Three of the forms, in pages of one site; the frame comes from another one. */
async function ecrirePages(dossier, cadres) {
  const repli = await fallback(join(DEPOT, "www"), "particulier");
  const element = `<pass-numerique date-depot="${JOUR}"><div class="repli">${repli}</div></pass-numerique>`;
  await writeFile(join(dossier, "element.html"), page(tags.element.replace('src="', 'src="/www/'), element));

  const adresse = `${cadres}/www/frame.html?date-depot=${JOUR}`;
  await writeFile(join(dossier, "cadre.html"), page("", tags.frame.replace('src="frame.html"', `src="${adresse}"`).replace('src="frame.js"', 'src="/www/frame.js"')));

  await mkdir(join(dossier, "npm"));
  await ecrirePageNpm(join(dossier, "npm"), element);
}

/** The element of the npm package, bundled with a page. */
export async function ecrirePageNpm(dossier, element) {
  await writeFile(join(dossier, "entree.mjs"), `import ${JSON.stringify(join(DEPOT, "dist/npm/element.js"))};`);
  await build({ entryPoints: [join(dossier, "entree.mjs")], bundle: true, format: "esm", outfile: join(dossier, "assemble.js") });
  for (const un of ["pass_numerique_bg.wasm", "element-javascript.js"]) await copyFile(join(DEPOT, "dist/npm", un), join(dossier, un));
  await writeFile(join(dossier, "index.html"), page('<script type="module" src="assemble.js"></script>', element));
}

/** A WordPress with the plugin as the zip has it, and a page that holds its block, or another content. */
export async function pageWordPress(contenu = `<!-- wp:pass-numerique/test {"date-depot":"${JOUR}"} /-->`) {
  const wp = await monterWordPress("6.8");
  const adresse = wp.php(`foreach ( array( 'file', 'plugin' ) as $un ) { require_once ABSPATH . "wp-admin/includes/$un.php"; }
    WP_Filesystem();
    unzip_file( '${EXTENSION}', WP_PLUGIN_DIR );
    activate_plugin( 'pass-numerique/pass-numerique.php' );
    require_once WP_PLUGIN_DIR . '/pass-numerique/pass-numerique.php';
    return get_permalink( wp_insert_post( array( 'post_title' => 'Essai', 'post_status' => 'publish', 'post_content' => '${contenu}' ) ) );`);
  return { adresse, fermer: wp.fermer };
}

/** The frame's page, of which the network brings the beginning and then nothing. */
async function serveurLent() {
  const cadre = await readFile(join(DEPLOYE, "frame.html"), "utf8");
  const serveur = createServer((demande, reponse) => {
    reponse.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    reponse.write(cadre.slice(0, cadre.indexOf("<script>") + 5_000));
  });
  serveur.listen(0, "127.0.0.1");
  await once(serveur, "listening");
  return {
    url: `http://127.0.0.1:${serveur.address().port}/frame.html`,
    fermer: () => new Promise((suite) => { serveur.close(suite); serveur.closeAllConnections(); }),
  };
}

/** What each form loads: its script, and its WebAssembly. */
const DEMANDES = {
  script: /\/(pass-numerique(-[0-9a-f]{8})?|assemble|frame)\.js$/,
  wasm: /\.wasm$/,
  cadre: /\/frame\.html/,
};

/** The sites that hold the forms, for any browser: their addresses. `regler` sends headers with the pages of one of them. */
export async function monterLesSites() {
  const dossier = await mkdtemp(join(tmpdir(), "formes "));
  const taches = [() => rm(dossier, { recursive: true })];
  const fermer = async () => {
    for (const tache of taches.reverse()) await tache();
  };
  try {
    const cadres = await servirLeSite({ csp: null });
    taches.push(cadres.fermer);
    await ecrirePages(dossier, cadres.url);
    let politique = {};
    const hote = await servirLeSite({ racine: dossier, csp: null, entetes: (chemin) => (/(\.html|\/)$/.test(chemin) ? politique : {}) });
    taches.push(hote.fermer);
    const wordpress = await pageWordPress();
    taches.push(wordpress.fermer);

    const adresses = {
      element: `${hote.url}/element.html`,
      cadre: `${hote.url}/cadre.html`,
      npm: `${hote.url}/npm/`,
      fichier: String(pathToFileURL(join(DEPLOYE, "offline.html"))),
      wordpress: wordpress.adresse,
    };
    return { adresses, hote: hote.url, dossier, fermer, regler: (entetes) => (politique = entetes) };
  } catch (erreur) {
    await fermer();
    throw erreur;
  }
}

/** The forms in Chromium, with what may go wrong around them. */
export async function monterLesFormes(navigateur) {
  const lent = await serveurLent();
  let sites;
  const fermer = async () => {
    await sites?.fermer();
    await lent.fermer();
  };
  try {
    sites = await monterLesSites();
    const { adresses, dossier } = sites;
    /**
     * Opens a form.
     * @param {keyof adresses} forme
     * @param {object} [autour]
     * @param {boolean} [autour.javascript] whether the browser runs scripts
     * @param {string} [autour.avant] a script that runs before the page's own
     * @param {string} [autour.csp] the policy of the page
     * @param {string} [autour.sandbox] of the frame, instead of that of the tag
     * @param {keyof DEMANDES} [autour.absent] answered 404
     * @param {keyof DEMANDES} [autour.retenu] not answered before `liberer()`
     * @param {boolean} [autour.lent] the network brings the beginning of the frame
     */
    async function ouvrir(forme, { javascript = true, avant, csp, sandbox, absent, retenu, lent: ralenti } = {}) {
      const onglet = await navigateur.onglet({ javaScriptEnabled: javascript });
      const contexte = onglet.page.context();
      const politique = csp ? { "Content-Security-Policy": csp } : {};
      sites.regler(politique);
      if (avant) await onglet.avant(avant);
      let liberer;
      const attente = new Promise((suite) => (liberer = suite));
      let demander;
      const demande = new Promise((suite) => (demander = suite));
      await contexte.route(/^http/, async (route) => {
        const requete = route.request();
        const chemin = requete.url().split(/[?#]/)[0];
        if (absent && DEMANDES[absent].test(chemin)) return route.fulfill({ status: 404, body: "" });
        if (retenu && DEMANDES[retenu].test(chemin)) {
          demander();
          await attente;
        }
        if (chemin.endsWith("/autre-version.js")) {
          const chargeur = await readFile(join(DEPLOYE, forme === "cadre" ? "frame.js" : "pass-numerique.js"), "utf8");
          return route.fulfill({ contentType: "text/javascript", body: chargeur.replaceAll(version, "9.9.9"), headers: { "Access-Control-Allow-Origin": "*" } });
        }
        if (forme !== "wordpress" || !csp || requete.resourceType() !== "document") return route.continue().catch(() => {});
        const reponse = await route.fetch();
        return route.fulfill({ response: reponse, headers: { ...reponse.headers(), ...politique } });
      });
      if (sandbox || ralenti) {
        const page = await readFile(join(dossier, "cadre.html"), "utf8");
        const autre = sandbox ? page.replace(/sandbox="[^"]*"/, `sandbox="${sandbox}"`) : page.replace(/src="[^"]*frame\.html[^"]*"/, `src="${lent.url}"`);
        await writeFile(join(dossier, "cadre-autre.html"), autre);
      }
      const lieu = sandbox || ralenti ? `${sites.hote}/cadre-autre.html` : adresses[forme];
      // The other forms have the day in their tag.
      await onglet.page.goto(forme === "fichier" ? `${lieu}?pn-date-depot=${JOUR}` : lieu, { waitUntil: "commit" });
      /** Where the test is: the page, or its frame. */
      const dedans = () => (forme === "cadre" ? cadreDe(onglet.page) : onglet.page);
      return { onglet, dedans, demande, liberer, fermer: onglet.fermer };
    }
    return { ouvrir, fermer, version };
  } catch (erreur) {
    await fermer();
    throw erreur;
  }
}

/** In the page of the test, once all is settled: what a person sees, and whether it answers. */
function regarder() {
  const visible = (un) => un?.checkVisibility() && un.getBoundingClientRect().height > 30;
  const widgets = [...document.querySelectorAll("pass-numerique")];
  const commencer = widgets.map(({ shadowRoot }) => shadowRoot?.querySelector("[data-action=commencer]"));
  if (widgets.length > 0 && commencer.every(visible)) {
    commencer.at(-1).click();
    const question = widgets.at(-1).shadowRoot.querySelector("form[data-question] .titre");
    return visible(question) ? "le test" : "un test qui ne répond pas";
  }
  const repli = [...document.querySelectorAll("pass-numerique > *, [data-repli]")].find(visible);
  return repli?.textContent.includes("Où trouver de l’aide") ? "les conditions" : "rien";
}

/** Until the scripts of the page have run, and each test is on screen or has failed. */
async function attendre() {
  if (document.readyState !== "complete") await new Promise((suite) => addEventListener("load", suite, { once: true }));
  if (!customElements.get("pass-numerique")) return;
  for (const widget of document.querySelectorAll("pass-numerique")) await widget.pret.catch(() => {});
}

/** What a person sees in the end; or now, while something is still awaited. */
export async function vu({ dedans }, { maintenant = false } = {}) {
  try {
    if (!maintenant) await dedans().evaluate(attendre);
    return await dedans().evaluate(regarder);
  } catch (erreur) {
    // A frame that was moved goes, and another one comes.
    return `rien (${erreur.message})`;
  }
}
