// nginx, Apache and Caddy, each with what the page for webmasters gives to copy, and around it the least that starts it.

import { spawnSync } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";
import { bientot } from "./attente.mjs";
import { lancer, outil } from "./programmes.mjs";
import { DEPLOYE } from "./site.mjs";

const PAGE = await readFile(join(DEPLOYE, "integrer.html"), "utf8");

/** What the page gives to copy for this server. */
export function extrait(nom) {
  const [, texte] = PAGE.match(new RegExp(`data-extrait="${nom}">(.*?)</pre>`, "s"));
  return texte.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", json: "application/json", txt: "text/plain" };
const APACHE_MODULES = { mpm_event: "mpm_event", authz_core: "authz_core", dir: "dir", mime: "mime", headers: "headers" };

/** The configuration, and how to start with it. A server that root starts must not serve as root. */
const SERVEURS = {
  nginx: (dossier, port, copie) => ({
    texte: `daemon off; pid ${dossier}/pid; error_log stderr;
${userInfo().uid === 0 ? "user nobody nogroup;" : ""}
events {}
http {
  access_log off;
  types { ${Object.entries({ ...TYPES, wasm: "application/wasm" }).map(([fin, type]) => `${type} ${fin};`).join(" ")} }
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((un) => `${un}_temp_path ${dossier}/${un};`).join(" ")}
  server {
    listen 127.0.0.1:${port};
    root ${dossier}/site;
    ${copie}
  }
}`,
    args: (fichier) => ["-e", "stderr", "-c", fichier],
  }),
  apache2: (dossier, port, copie) => ({
    texte: `ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${dossier}/pid
ErrorLog "|/bin/cat 1>&2"
DefaultRuntimeDir ${dossier}
${Object.entries(APACHE_MODULES).map(([un, fichier]) => `LoadModule ${un}_module /usr/lib/apache2/modules/mod_${fichier}.so`).join("\n")}
${userInfo().uid === 0 ? "User nobody\nGroup nogroup" : ""}
TypesConfig /dev/null
${Object.entries(TYPES).map(([fin, type]) => `AddType ${type} .${fin}`).join("\n")}
DocumentRoot ${dossier}/site
<Directory ${dossier}/site>
Require all granted
</Directory>
${copie}`,
    args: (fichier) => ["-D", "FOREGROUND", "-d", dossier, "-f", fichier],
  }),
  caddy: (dossier, port, copie) => ({
    texte: `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * ${dossier}/site
  ${copie}
  file_server
}`,
    args: (fichier) => ["run", "--adapter", "caddyfile", "--config", fichier],
  }),
};

/**
 * Starts a server that serves what is deployed at /pass-numerique/.
 * @param {keyof SERVEURS} nom
 * @param {number} port a free one
 * @param {string} copie what was copied from the page for webmasters
 */
export async function servirAvec(nom, port, copie) {
  const dossier = await mkdtemp(join(tmpdir(), "serveur-"));
  await chmod(dossier, 0o755);
  await cp(DEPLOYE, join(dossier, "site/pass-numerique"), { recursive: true });
  const { texte, args } = SERVEURS[nom](dossier, port, copie);
  const fichier = join(dossier, "configuration");
  await writeFile(fichier, texte);
  const processus = lancer(outil(nom), args(fichier), { env: { ...process.env, HOME: dossier, XDG_CONFIG_HOME: dossier, XDG_DATA_HOME: dossier } });
  const url = `http://127.0.0.1:${port}`;
  const fermer = async () => {
    await processus.fermer("SIGKILL");
    await rm(dossier, { recursive: true, force: true });
  };
  try {
    await bientot(async () => {
      processus.vivant();
      assert.ok(await fetch(`${url}/pass-numerique/integrity.json`).catch(() => null), `${nom} does not answer: ${processus.dit()}`);
    });
  } catch (erreur) {
    await fermer();
    throw erreur;
  }
  return { url, fermer };
}

/** As its own words say it: nginx/1.22.1, Apache/2.4… */
export function versionDe(nom) {
  const { stdout, stderr } = spawnSync(outil(nom), [nom === "caddy" ? "version" : "-v"], { encoding: "utf8" });
  return `${stdout}${stderr}`.trim().split("\n")[0];
}
