// A real WordPress for the tests: a private MariaDB on a socket, PHP's own server, nothing asked of the network.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { bientot } from "./attente.mjs";
import { DEPOT } from "./navigateur.mjs";
import { lancer, outil, portLibre } from "./programmes.mjs";

export const MOT_DE_PASSE = "motdepassedessai";
export const EXTENSION = join(DEPOT, "dist/pass-numerique-wordpress.zip");

async function base(dossier) {
  const donnees = join(dossier, "base");
  // Short: a socket has at most 107 characters.
  const prise = join(dossier, "s");
  const compte = userInfo().username;
  execFileSync(outil("mariadb-install-db"), ["--no-defaults", `--datadir=${donnees}`, `--user=${compte}`, "--auth-root-authentication-method=normal", "--skip-test-db"], { stdio: "pipe" });
  const serveur = lancer(outil("mariadbd"), [
    "--no-defaults", `--datadir=${donnees}`, `--socket=${prise}`, `--pid-file=${join(dossier, "pid")}`, `--user=${compte}`,
    "--skip-networking", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M",
  ]);
  return { prise, serveur };
}

const CONFIGURATION = ({ prise, url, contenu }) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${prise}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $cle ) {
	define( $cle . '_KEY', 'essai' . $cle );
	define( $cle . '_SALT', 'sel' . $cle );
}
define( 'WP_HOME', '${url}' );
define( 'WP_SITEURL', '${url}' );
define( 'WP_CONTENT_DIR', '${contenu}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'FS_METHOD', 'direct' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '${contenu}/debug.log' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;

// Addresses as a real server gives them: a file, a folder's index, or WordPress.
const AIGUILLAGE = `<?php
$chemin = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$fichier = __DIR__ . rawurldecode( $chemin );
if ( is_dir( $fichier ) && is_file( rtrim( $fichier, '/' ) . '/index.php' ) ) { $fichier = rtrim( $fichier, '/' ) . '/index.php'; }
if ( is_file( $fichier ) ) {
	if ( '.php' !== substr( $fichier, -4 ) ) { return false; }
	$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr( $fichier, strlen( __DIR__ ) );
	chdir( dirname( $fichier ) );
	require $fichier;
	return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require __DIR__ . '/index.php';
`;

/**
 * Installs and serves a WordPress in French, with an administrator « chef » and a contributor « plume ».
 * @param {string} branche "6.1"
 */
export async function monterWordPress(branche) {
  const paquet = await realpath(outil(`wordpress-${branche}`));
  const dossier = await mkdtemp(join(tmpdir(), "wp"));
  const racine = join(dossier, "site");
  const contenu = join(racine, "wp-content");
  const taches = [];
  const fermer = async () => {
    for (const tache of taches.reverse()) await tache.fermer("SIGKILL");
    await rm(dossier, { recursive: true, force: true });
  };
  try {
    const { prise, serveur } = await base(dossier);
    taches.push(serveur);

    // Links of the package lead to other packages, unpacked beside; those that lead nowhere are left out.
    await cp(join(paquet, "usr/share/wordpress"), racine, {
      recursive: true,
      dereference: true,
      filter: (chemin) => existsSync(chemin) && !chemin.endsWith("wp-config.php"),
    });
    await mkdir(join(contenu, "plugins"), { recursive: true });
    const port = await portLibre();
    const url = `http://127.0.0.1:${port}`;
    await writeFile(join(racine, "wp-config.php"), CONFIGURATION({ prise, url, contenu }));
    await writeFile(join(racine, "aiguillage.php"), AIGUILLAGE);

    /** Runs PHP in WordPress, and gives what it returns. */
    const php = (code, avant = "") => {
      const input = `<?php ${avant} $_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; require '${racine}/wp-load.php'; echo "\n" . json_encode( ( function () { ${code} } )() );`;
      const { status, stdout, stderr } = spawnSync(outil("php"), ["-d", "display_errors=stderr"], { encoding: "utf8", input });
      assert.equal(status, 0, `PHP: ${stderr.slice(-500)} ${stdout.match(/<div class="wp-die-message">(.*?)<\/div>/s)?.[1] ?? ""}`);
      return JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1));
    };

    await bientot(() => {
      serveur.vivant();
      assert.ok(existsSync(prise), "MariaDB is not listening yet");
    });
    execFileSync(outil("php"), ["-r", `$base = new mysqli( null, 'root', '', '', 0, '${prise}' ); $base->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );`]);
    php(`require ABSPATH . 'wp-admin/includes/upgrade.php';
      add_filter( 'pre_wp_mail', '__return_true' );
      wp_install( 'Site d’essai', 'chef', 'chef@exemple.invalid', false, '', ${JSON.stringify(MOT_DE_PASSE)}, 'fr_FR' );
      wp_insert_user( array( 'user_login' => 'plume', 'user_pass' => ${JSON.stringify(MOT_DE_PASSE)}, 'user_email' => 'plume@exemple.invalid', 'role' => 'contributor' ) );
      foreach ( get_users() as $compte ) { update_user_meta( $compte->ID, 'show_welcome_panel', 0 ); }
      update_option( 'show_avatars', 0 );
      switch_theme( 'twentytwentythree' );
      return 0;`, "define( 'WP_INSTALLING', true );");

    const servi = lancer(outil("php"), ["-d", "upload_max_filesize=8M", "-d", "post_max_size=8M", "-S", `127.0.0.1:${port}`, "-t", racine, join(racine, "aiguillage.php")], {
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: "4" },
    });
    taches.push(servi);
    await bientot(async () => {
      servi.vivant();
      const page = await fetch(`${url}/wp-login.php`).catch(() => null);
      assert.equal(page?.status, 200, `WordPress does not answer: ${servi.dit()}`);
    });
    return {
      url, racine, contenu, php, fermer,
      version: (await readFile(join(paquet, "version"), "utf8")).trim(),
      journal: () => readFile(join(contenu, "debug.log"), "utf8").catch(() => ""),
    };
  } catch (erreur) {
    await fermer();
    throw erreur;
  }
}
