#!/usr/bin/env node
// A static server for what is deployed, as strict as the strictest host the widget must live on.
//
//   node scripts/servir.mjs            http://127.0.0.1:8080
//   PORT=3000 node scripts/servir.mjs  another port; 0 picks a free one
//
// The tests start it too, with another policy or with files that fail to load.

import { createServer } from "node:http";
import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const SITE = fileURLToPath(new URL("../dist/pass-numerique", import.meta.url));

// Nothing from elsewhere, no inline style or script, no HTML from strings.
export const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

// These have a policy of their own, by hashes: all that a header must say is who may put them in a frame.
const ALONE = /\/(frame|offline)(-[a-z]+)?\.html$/;
const ALONE_CSP = "frame-ancestors 'self'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ics": "text/calendar; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * @param {object} [options]
 * @param {string} [options.racine] folder to serve
 * @param {Record<string, string>} [options.dossiers] other folders, by the address each stands at: "/www/"
 * @param {number} [options.port] 0 for any free port
 * @param {string | null} [options.csp] policy sent with every answer, null for none
 * @param {string[]} [options.absents] paths answered 404, as in the address: "/pkg/pass_numerique_bg.wasm"
 * @param {Set<string>} [options.enPanne] paths answered 503 once, then taken out of the set and served
 * @param {Record<string, string> | ((path: string) => Record<string, string>)} [options.entetes] other headers to send
 * @returns {Promise<{ url: string, fermer: () => Promise<void> }>} url has no final slash
 */
export async function servir({ racine = SITE, dossiers = {}, port = 0, csp = CSP, absents = [], enPanne = new Set(), entetes = {} } = {}) {
  const root = await realpath(racine);
  const others = await Promise.all(Object.entries(dossiers).map(async ([base, folder]) => [base, await realpath(folder)]));
  const headers = {
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    ...(csp === null ? {} : { "Content-Security-Policy": csp }),
  };

  const server = createServer(async (request, response) => {
    const { status, body = "", ...more } = await answer(request).catch((error) => {
      console.error(`${request.method} ${request.url}: ${error.message}`);
      return text(500, "The server failed.");
    });
    const length = Buffer.byteLength(body);
    const asked = typeof entetes === "function" ? entetes(request.url.split(/[?#]/, 1)[0]) : entetes;
    response.writeHead(status, { ...headers, ...asked, ...more.headers, "Content-Length": length });
    response.end(request.method === "HEAD" ? undefined : body);
  });

  async function answer(request) {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return { ...text(405, "Only GET and HEAD."), headers: { Allow: "GET, HEAD" } };
    }
    let path;
    try {
      path = decodeURIComponent(request.url.split(/[?#]/, 1)[0]);
    } catch {
      return text(400, "This address is badly encoded.");
    }
    // Node does not tidy "..": any segment that begins with a dot is refused, hidden files with it.
    if (!path.startsWith("/") || /[\0\\]|\/\./.test(path) || absents.includes(path)) return missing();
    if (enPanne.delete(path)) return text(503, "Try again.");

    const [base, folder] = others.find(([base]) => path.startsWith(base)) ?? ["/", root];
    let file = join(folder, path.slice(base.length));
    const info = await stat(file).catch(() => null);
    if (info?.isDirectory()) {
      // Without its final slash, the page's relative links would start one folder too high.
      if (!path.endsWith("/")) {
        // Collapsed, because a browser reads "//host/" as another site.
        return { status: 301, headers: { Location: `${encodeURI(path).replace(/^\/+/, "/")}/` } };
      }
      if (absents.includes(`${path}index.html`)) return missing();
      file = join(file, "index.html");
    }
    try {
      file = await realpath(file);
      if (!file.startsWith(folder + sep)) return missing();
      const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
      const own = csp === CSP && ALONE.test(file) ? { "Content-Security-Policy": ALONE_CSP } : {};
      return { status: 200, body: await readFile(file), headers: { "Content-Type": type, ...own } };
    } catch (error) {
      if (["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"].includes(error.code)) return missing();
      throw error;
    }
  }

  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    fermer: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function text(status, body) {
  return { status, body: `${body}\n`, headers: { "Content-Type": "text/plain; charset=utf-8" } };
}

function missing() {
  return text(404, "Nothing here.");
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT || 8080);
  const why = {
    EADDRINUSE: `port ${port} is already in use; choose another one: PORT=${port + 1} make serve`,
    EACCES: `port ${port} is reserved for root; choose another one: PORT=8080 make serve`,
    ENOENT: "there is nothing to serve yet: make site",
    ERR_SOCKET_BAD_PORT: `PORT=${process.env.PORT} is not a port; expected a number from 0 to 65535`,
  };
  try {
    const { url } = await servir({ port });
    console.log(`${url}/   (Ctrl+C to stop)`);
  } catch (error) {
    if (!why[error.code]) throw error;
    console.error(`make serve: ${why[error.code]}`);
    process.exitCode = 1;
  }
}
