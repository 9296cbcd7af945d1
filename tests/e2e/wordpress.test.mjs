// The plugin in real WordPresses, the oldest and the newest that it is said to work on: sent by an administrator,
// written with by a contributor, read by anybody, taken out.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { readPo } from "../../scripts/mo.mjs";
import { DELAI, bientot } from "./commun/attente.mjs";
import { sansViolation } from "./commun/axe.mjs";
import { Clavier } from "./commun/clavier.mjs";
import { HOSTILES } from "./commun/injections.mjs";
import { DEPOT, lancerChromium } from "./commun/navigateur.mjs";
import { SCENARIOS } from "./commun/scenarios.mjs";
import { allerAuResultat } from "./commun/vie.mjs";
import { JOUR } from "./commun/site.mjs";
import { EXTENSION, MOT_DE_PASSE, monterWordPress } from "./commun/wordpress.mjs";

const SOURCES = join(DEPOT, "www/wordpress");
const lire = (fichier) => readFile(join(SOURCES, fichier), "utf8");
const BLOC = JSON.parse(await lire("block.json"));
const ATTRIBUTS = Object.keys(BLOC.attributes);

/** As a block is kept in a post: these characters would end its comment. */
const bloc = (attributs) => `<!-- wp:pass-numerique/test ${JSON.stringify(attributs).replace(/--|[<>&]/g, (un) => [...un].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""))} /-->`;
const code = (attributs) => `[pass_numerique${Object.entries(attributs).map(([nom, valeur]) => ` ${nom}="${valeur}"`).join("")}]`;
const php = (valeur) => `json_decode( base64_decode( '${Buffer.from(JSON.stringify(valeur)).toString("base64")}' ), true )`;

test("readme.txt a la forme que l'annuaire des extensions demande", async () => {
  const lisezMoi = await lire("readme.txt");
  const entete = await lire("pass-numerique.php");
  assert.match(lisezMoi, /^=== .+ ===\n/);
  for (const champ of ["Contributors", "Tags", "Requires at least", "Tested up to", "Requires PHP", "Stable tag", "License", "License URI"]) {
    assert.match(lisezMoi, new RegExp(`^${champ}: \\S`, "m"), champ);
  }
  for (const champ of ["Requires at least", "Requires PHP", "License"]) {
    const dit = lisezMoi.match(new RegExp(`^${champ}: (.+)$`, "m"))[1];
    assert.match(entete, new RegExp(`^ \\* ${champ}: +${dit}$`, "m"), `${champ} is not the same in both`);
  }
  assert.ok(lisezMoi.match(/^Tags: (.+)$/m)[1].split(",").length <= 5, "at most five tags");
  const [, resume] = lisezMoi.match(/^License URI: .+\n\n(.+)\n\n== Description ==$/m);
  assert.ok(resume.length <= 150, `${resume.length} characters`);
  for (const partie of ["Description", "Installation", "Frequently Asked Questions", "Changelog"]) assert.ok(lisezMoi.includes(`\n== ${partie} ==\n`), partie);
});

test("chaque texte de l'extension a son anglais, et il n'en reste pas", async () => {
  const [entete, ...sources] = await Promise.all(["pass-numerique.php", "render.php", "editor.php"].map(lire));
  const dits = [entete.match(/^ \* Description: +(.+)$/m)[1]];
  for (const [, texte] of sources.join("").matchAll(/__\( '((?:[^'\\]|\\.)*)', 'pass-numerique' \)/g)) dits.push(texte);
  dits.push(`block title\u0004${BLOC.title}`, `block description\u0004${BLOC.description}`, ...BLOC.keywords.map((mot) => `block keyword\u0004${mot}`));
  const traduits = readPo(await lire("languages/pass-numerique-en_US.po"));
  assert.deepEqual([...traduits.keys()].filter(Boolean).toSorted(), [...new Set(dits)].toSorted());
  for (const [texte, anglais] of traduits) assert.ok(anglais, texte);
});

const JUSTES = {
  mode: ["particulier", "guichet", "classe"],
  theme: ["auto", "clair", "sombre"],
  lang: ["fr", "fr-simple", "en"],
  "heading-level": ["2", "5"],
  historique: ["oui", "non"],
  "date-depot": ["2024-03-15", "2024-02-29"],
  portail: ["https://exemple.fr/", "HTTPS://exemple.fr/", "https://exemple.fr:8443/a/b?c=d&e=f#g"],
  contact: ["https://exemple.fr/aide", "tel:+33300000000", "tel:03 00 00 00 00", "mailto:aide@exemple.fr"],
};

for (const branche of ["6.1", "6.8"]) {
  describe(`WordPress ${branche}`, () => {
    let wp, navigateur, avant;
    before(async () => {
      wp = await monterWordPress(branche);
      navigateur = await lancerChromium();
      avant = empreinte();
    }, DELAI);
    after(async () => {
      await navigateur?.fermer();
      await wp?.fermer();
    });

    /** What WordPress keeps, but for its own caches: names of options, of tables, and of what users and posts hold. */
    function empreinte() {
      return wp.php(`global $wpdb; return array(
        'tables' => $wpdb->get_col( 'SHOW TABLES' ),
        'options' => $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%pass%numerique%' OR ( option_value LIKE '%pass%numerique%' AND option_name NOT IN ( 'recently_activated', 'cron' ) )" ),
        'comptes' => $wpdb->get_col( "SELECT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%numerique%'" ),
        'articles' => $wpdb->get_col( "SELECT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%numerique%'" ),
        'crochets' => array_keys( (array) get_option( 'cron' ) ) === array() ? array() : preg_grep( '/numerique/', array_keys( array_merge( ...array_values( array_filter( (array) get_option( 'cron' ), 'is_array' ) ) ) ) ),
        'fichiers' => file_exists( WP_PLUGIN_DIR . '/pass-numerique' ),
      );`);
    }

    /** A tab that asks nothing of another site: WordPress would like to. */
    async function onglet(t, options) {
      const un = await navigateur.onglet(options);
      t.after(un.fermer);
      // A slow machine is not a failure.
      un.page.setDefaultTimeout(DELAI.timeout / 4);
      un.ailleurs = [];
      await un.page.context().route((url) => !url.href.startsWith(wp.url), (route) => {
        un.ailleurs.push(route.request().url());
        return route.abort();
      });
      return un;
    }

    async function connecte(t, compte) {
      const un = await onglet(t);
      await un.page.goto(`${wp.url}/wp-login.php`);
      await un.page.fill("#user_login", compte);
      await un.page.fill("#user_pass", MOT_DE_PASSE);
      await Promise.all([un.page.waitForURL(/wp-admin/, { waitUntil: "commit" }), un.page.click("#wp-submit")]);
      return un;
    }

    /** Publishes a post as it is, and gives its address. */
    const publier = (contenu) => wp.php(`return get_permalink( wp_insert_post( wp_slash( array( 'post_title' => 'Essai', 'post_status' => 'publish', 'post_content' => ${php(contenu)} ) ) ) );`);
    const contenuDe = (attributs) => [bloc, code].map((forme) => forme(attributs)).join("\n\n");

    /** The editor, with the block in it and its panel open. */
    async function editeur(t, compte) {
      const un = await connecte(t, compte);
      await un.page.goto(`${wp.url}/wp-admin/post-new.php`, { waitUntil: "domcontentloaded" });
      await un.page.waitForFunction(() => window.wp?.blocks?.getBlockType("pass-numerique/test") && window.wp.data.select("core/editor").getCurrentPostId());
      await un.evaluer(() => {
        for (const portee of ["core/edit-post", "core"]) wp.data.dispatch("core/preferences").set(portee, "welcomeGuide", false);
        wp.data.dispatch("core/block-editor").insertBlock(wp.blocks.createBlock("pass-numerique/test"));
        wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");
      });
      un.apercu = async (verifier) => bientot(async () => {
        const cadre = un.page.frame("editor-canvas") ?? un.page.mainFrame();
        const texte = await cadre.evaluate(() => document.querySelector('[data-type="pass-numerique/test"]')?.textContent ?? "");
        verifier(texte.replace(/\s+/g, " "));
      });
      un.regler = (nom) => un.page.getByLabel(nom, { exact: true });
      return un;
    }

    /** Saves what is in the editor, and gives the address of the post. */
    const enregistrer = (un, statut) => un.evaluer(async (status) => {
      const { dispatch, select } = wp.data;
      await dispatch("core/editor").editPost({ title: "Essai du bloc", status });
      await dispatch("core/editor").savePost();
      const { link, content } = select("core/editor").getCurrentPost();
      return { adresse: link, contenu: content.raw ?? content };
    }, statut);

    test("l'administrateur téléverse le zip et l'active", DELAI, async (t) => {
      const un = await connecte(t, "chef");
      await un.page.goto(`${wp.url}/wp-admin/plugin-install.php?tab=upload`, { waitUntil: "domcontentloaded" });
      await un.page.setInputFiles("#pluginzip", EXTENSION);
      await un.page.click("#install-plugin-submit");
      await un.page.click('a[href*="action=activate"]');
      await un.page.waitForURL(/plugins\.php\?.*activate=true/, { waitUntil: "commit" });
      assert.equal(wp.php("require_once ABSPATH . 'wp-admin/includes/plugin.php'; return is_plugin_active( 'pass-numerique/pass-numerique.php' );"), true);
    });

    test("le bloc se règle dans le panneau, se voit dans l'éditeur, et la page publiée va jusqu'au résultat", DELAI, async (t) => {
      const un = await editeur(t, "chef");
      await un.apercu((texte) => assert.match(texte, /On ne peut plus demander le pass numérique.*Les papiers à joindre/));
      await un.regler("Adresse du portail des demandes").fill("//mechant.exemple/");
      await un.apercu((texte) => assert.match(texte, /Réglage refusé, le test s’en passe : Adresse du portail des demandes\./));
      await un.regler("Adresse du portail des demandes").fill("https://exemple.fr/portail");
      await un.regler("Qui peut aider").fill("tel:+33300000000");
      await un.regler("Couleurs").selectOption("sombre");
      await un.regler("Jour de la demande").fill(JOUR);
      await un.apercu((texte) => assert.doesNotMatch(texte, /Réglage refusé/));
      await un.capture(`wordpress/${branche}-editeur`);
      const { adresse, contenu } = await enregistrer(un, "publish");
      assert.deepEqual(JSON.parse(contenu.match(/<!-- wp:pass-numerique\/test (.+) \/-->/)[1]), {
        portail: "https://exemple.fr/portail", contact: "tel:+33300000000", theme: "sombre", "date-depot": JOUR,
      });

      const lu = await onglet(t);
      const demandes = [];
      lu.page.on("request", (requete) => demandes.push(requete.url()));
      await lu.ouvrir(adresse);
      const scenario = SCENARIOS[1];
      const clavier = new Clavier(lu);
      await lu.evaluer(() => temoin.racine().querySelector("[data-action=commencer]").focus());
      await clavier.commencer();
      await allerAuResultat(clavier, scenario);
      const liens = await lu.evaluer(() => [...temoin.racine().querySelectorAll("a")].map((a) => a.getAttribute("href")));
      for (const attendu of ["https://exemple.fr/portail", "tel:+33300000000"]) assert.ok(liens.includes(attendu), `${attendu} is not in ${liens}`);
      await lu.capture(`wordpress/${branche}-page`);
      assert.deepEqual(lu.ailleurs, []);
      const noms = demandes.filter((url) => url.includes("/pass-numerique/")).map((url) => url.split("/").at(-1));
      assert.equal(noms.length, 5, noms.join(" "));
      for (const nom of noms) assert.match(nom, /^(pass-numerique|citizen|en|fr-simple)-[0-9a-f]{8}\.(js|txt|wasm)$/);
      await lu.sansErreur();
    });

    test("le bloc et le code court donnent la même chose, et gardent ce qui est juste", DELAI, async () => {
      const cas = Object.entries(JUSTES).flatMap(([nom, valeurs]) => valeurs.map((valeur) => ({ [nom]: valeur })));
      cas.push({}, Object.fromEntries(Object.entries(JUSTES).map(([nom, [valeur]]) => [nom, valeur])));
      const rendus = wp.php(`return array_map( function ( $cas ) { return array_map( function ( $contenu ) {
        return do_shortcode( do_blocks( $contenu ) );
      }, $cas ); }, ${php(cas.map((attributs) => [bloc(attributs), code(attributs)]))} );`);
      for (const [rang, [parBloc, parCode]] of rendus.entries()) {
        assert.equal(parCode, parBloc, JSON.stringify(cas[rang]));
        const [, balise] = parBloc.match(/<pass-numerique([^>]*)>/);
        const ecrit = Object.fromEntries([...balise.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, nom, valeur]) => [nom, valeur.replaceAll("&amp;", "&")]));
        const attendu = Object.fromEntries(Object.entries(cas[rang]).map(([nom, valeur]) => [nom, valeur.replace(/^HTTPS:/, "https:")]));
        const minuscule = Object.fromEntries(Object.entries(ecrit).map(([nom, valeur]) => [nom, valeur.replace(/^HTTPS:/, "https:")]));
        assert.deepEqual(minuscule, attendu);
      }
      assert.deepEqual(wp.php("return array_keys( pass_numerique_attributes() );").toSorted(), ATTRIBUTS.toSorted());
      assert.deepEqual(wp.php("return array_keys( pass_numerique_fields() );").toSorted(), ATTRIBUTS.toSorted());
    });

    test(`aucune de ${HOSTILES.length} valeurs hostiles ne passe par aucun attribut`, DELAI, async (t) => {
      const formes = ATTRIBUTS.flatMap((nom) => HOSTILES.map((valeur) => ({ [nom]: valeur })));
      // What a hand may write in the comment of a block, and no panel does.
      formes.push({ portail: ["https://exemple.fr/"] }, { contact: { a: 1 } }, { mode: true }, { onclick: "window.execute=1" }, { style: "x" });
      const passees = wp.php(`$nu = pass_numerique_shortcode( '' );
        return array_values( array_filter( ${php(formes)}, function ( $attributs ) use ( $nu ) {
          $parBloc = do_blocks( '<!-- wp:pass-numerique/test ' . serialize_block_attributes( $attributs ) . ' /-->' );
          return $parBloc !== $nu || pass_numerique_shortcode( $attributs ) !== $nu;
        } ) );`);
      assert.deepEqual(passees, []);
      t.diagnostic(`N = ${formes.length} attributes, as block and as shortcode`);
    });

    test("ce qu'un contributeur écrit d'hostile ne s'exécute nulle part", DELAI, async (t) => {
      const un = await editeur(t, "plume");
      await un.apercu((texte) => assert.match(texte, /On ne peut plus demander le pass numérique/));
      const contenu = [
        ...HOSTILES.map((valeur, rang) => contenuDe({ [ATTRIBUTS[rang % ATTRIBUTS.length]]: valeur, portail: valeur, contact: valeur, "date-depot": JOUR, className: valeur, align: valeur, anchor: valeur })),
        '<pass-numerique reglements="https://mechant.exemple/r.json" onclick="window.execute=1"><script>window.execute=1</script></pass-numerique>',
        '<iframe src="https://mechant.exemple/"></iframe><script src="https://mechant.exemple/x.js"></script><img src=x onerror="window.execute=1">',
      ].join("\n\n");
      const { id, garde } = await un.evaluer(async (content) => {
        const post = await wp.apiFetch({ path: "/wp/v2/posts", method: "POST", data: { title: "Hostile", status: "pending", content } });
        return { id: post.id, garde: post.content.raw };
      }, contenu);
      for (const coupe of ["<script", "<iframe", "<pass-numerique", "onerror=\""]) assert.ok(!garde.replace(/<!--.*?-->|\[pass_numerique[^\]]*\]/gs, "").includes(coupe), `${coupe} was kept`);

      const chef = await connecte(t, "chef");
      await chef.page.goto(`${wp.url}/?p=${id}&preview=true`);
      await inoffensif(chef);
      const adresse = wp.php(`wp_publish_post( ${id} ); return get_permalink( ${id} );`);
      const lecteur = await onglet(t);
      await lecteur.page.goto(adresse);
      await inoffensif(lecteur);
    });

    /** Everything is mounted, what could be pressed is, and nothing was run. */
    async function inoffensif(un) {
      const vu = await un.evaluer(async () => {
        const tests = [...document.querySelectorAll("pass-numerique")];
        await customElements.whenDefined("pass-numerique");
        await Promise.all(tests.map((test) => test.pret.catch(() => {})));
        const liens = [];
        for (const test of tests) {
          for (const type of ["click", "mouseover", "focus"]) test.dispatchEvent(new Event(type, { bubbles: true }));
          for (const lien of test.shadowRoot.querySelectorAll("a")) liens.push(lien.href);
        }
        return {
          nombre: tests.length,
          execute: window.execute ?? null,
          attributs: [...new Set(tests.flatMap((test) => [...test.attributes].map(({ name, value }) => `${name}=${value}`)))],
          autour: [...new Set(tests.flatMap((test) => test.parentElement.getAttributeNames()))],
          schemas: [...new Set(liens.map((lien) => new URL(lien).protocol))],
          dedans: tests.reduce((somme, test) => somme + test.querySelectorAll("script, iframe, img, style, link").length, 0),
          venus: [...document.scripts].map((script) => script.src).filter((src) => src && !src.startsWith(location.origin)),
        };
      });
      assert.equal(vu.execute, null);
      assert.ok(vu.nombre > HOSTILES.length, `${vu.nombre} tests only`);
      // Of an address with a quote or a tag in it, WordPress gives the shortcode what it leaves: an address of that host.
      const juste = /^(date-depot=2024-03-15|(portail|contact)=https:\/\/exemple\.fr\/[\w=./]*|contact=tel:[0-9]+)$/;
      assert.deepEqual(vu.attributs.filter((un) => !juste.test(un)), []);
      for (const nom of vu.autour) assert.ok(["class", "id"].includes(nom), `the attribute ${nom} was kept around`);
      for (const schema of vu.schemas) assert.ok(["https:", "tel:", "mailto:"].includes(schema), schema);
      assert.deepEqual([vu.dedans, vu.venus], [0, []]);
      assert.deepEqual(un.ailleurs.filter((url) => url.includes("mechant")), []);
    }

    test("en anglais, le bloc, ses réglages et le repli le sont aussi", DELAI, async (t) => {
      wp.php("update_user_meta( get_user_by( 'login', 'chef' )->ID, 'locale', 'en_US' ); return 0;");
      const un = await editeur(t, "chef");
      // WordPress forgets a change made while it draws the first preview.
      await un.apercu((texte) => assert.match(texte, /On ne peut plus demander/));
      await un.regler("Language of the first screen").selectOption("en");
      await un.apercu((texte) => assert.match(texte, /Preview without JavaScript.*You can no longer ask for the pass numérique/));
      assert.equal(await un.evaluer(() => wp.blocks.getBlockType("pass-numerique/test").description), "A test of a few questions: is one entitled to the pass numérique, and with which papers.");
      wp.php("delete_user_meta( get_user_by( 'login', 'chef' )->ID, 'locale' ); return 0;");
    });

    test("sans JavaScript, les conditions se lisent, au niveau de titre choisi", DELAI, async (t) => {
      const un = await onglet(t, { javaScriptEnabled: false });
      for (const [attributs, titre] of [
        [{}, "On ne peut plus demander le pass numérique"],
        [{ "heading-level": "4" }, "On ne peut plus demander le pass numérique"],
        [{ lang: "en" }, "You can no longer ask for the pass numérique"],
        [{ mode: "guichet" }, "Le pass numérique, en bref"],
      ]) {
        await un.page.goto(publier(code(attributs)));
        const repli = un.page.locator("pass-numerique .repli");
        assert.ok(await repli.isVisible());
        assert.equal(await repli.getAttribute("lang"), attributs.lang ?? "fr");
        assert.equal(await repli.getByRole("heading", { level: Number(attributs["heading-level"] ?? 2) }).first().innerText(), titre);
      }
    });

    test("la page du guichet marche aussi, et une page sans test ne charge rien", DELAI, async (t) => {
      const un = await onglet(t);
      await un.ouvrir(publier(code({ mode: "guichet", "date-depot": JOUR })));
      assert.ok(await un.evaluer(() => temoin.racine().querySelectorAll("input").length > 5));
      await sansViolation(un, "counter in WordPress").catch((erreur) => {
        // The theme has faults of its own.
        assert.doesNotMatch(erreur.message, /pass-numerique/);
      });
      await un.page.goto(publier("<p>Rien</p>"));
      assert.equal(await un.evaluer(() => document.querySelectorAll('script[src*="pass-numerique"]').length), 0);
    });

    test("un octet changé dans le chargeur : refusé, et le repli se lit", DELAI, async (t) => {
      const dossier = join(wp.contenu, "plugins/pass-numerique/assets");
      const fichier = join(dossier, (await readdir(dossier)).find((nom) => nom.startsWith("pass-numerique-")));
      const bon = await readFile(fichier);
      await writeFile(fichier, Buffer.concat([bon, Buffer.from(" ")]));
      t.after(() => writeFile(fichier, bon));
      const un = await onglet(t);
      await un.page.goto(publier(code({})));
      assert.equal(await un.evaluer(() => customElements.get("pass-numerique") === undefined), true);
      assert.ok(await un.page.locator("pass-numerique .repli").isVisible());
      await bientot(() => assert.ok(un.console.some(({ texte }) => texte.includes("integrity")), "the browser says nothing of it"));
    });

    test("PHP n'a rien à redire à l'extension, et sa suppression ne laisse rien", DELAI, async () => {
      assert.deepEqual((await wp.journal()).split("\n").filter((ligne) => ligne.includes("plugins/pass-numerique")), []);
      wp.php(`foreach ( array( 'plugin', 'file', 'misc' ) as $un ) { require_once ABSPATH . "wp-admin/includes/$un.php"; }
        deactivate_plugins( 'pass-numerique/pass-numerique.php' );
        return delete_plugins( array( 'pass-numerique/pass-numerique.php' ) );`);
      assert.deepEqual(empreinte(), avant);
    });
  });
}
