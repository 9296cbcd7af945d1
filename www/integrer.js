// The page for webmasters: from what is chosen, the tag to copy, its policy, and the test as it will be.

const { version, files } = await (await fetch("integrity.json")).json();

const form = document.querySelector("form");
const preview = document.querySelector("pass-numerique");
const status = document.querySelector("[role=status]");
const extract = (name) => document.querySelector(`[data-extrait=${name}]`);

/** What the element takes, in the order in which it is written. */
const ATTRIBUTES = ["mode", "lang", "theme", "date-depot", "portail", "contact"];

/** The same addresses as the element takes, and a sentence for the others. */
const CHECKS = {
  dossier: [/^(\/(?!\/)|https:\/\/[^\s/@"'<>\\]+(\/|$))[^\s"'<>\\]*$/, "Écrivez un dossier qui commence par une barre, ou une adresse qui commence par https://."],
  portail: [/^https:\/\/[^\s/@"'<>\\]+([/?#][^\s"'<>\\]*)?$/i, "Écrivez une adresse qui commence par https://."],
  contact: [/^(https:\/\/[^\s/@"'<>\\]+([/?#][^\s"'<>\\]*)?|tel:\+?[0-9][0-9 ().-]*|mailto:[^\s@"'<>\\]+@[^\s@"'<>\\]+)$/i, "Écrivez https://…, tel:+33… ou mailto:…"],
};

/** What is typed in a field, '' when it is not right: the field then says why. */
function checked(name) {
  const field = form.elements[name];
  const value = field.value.trim();
  const [right, advice] = CHECKS[name];
  const wrong = value !== "" && !right.test(value);
  field.setAttribute("aria-invalid", String(wrong));
  document.getElementById(`${name}-erreur`).textContent = wrong ? advice : "";
  return wrong ? "" : value;
}

function read() {
  const chosen = { forme: form.elements.forme.value, folder: checked("dossier") || "/pass-numerique/" };
  if (!chosen.folder.endsWith("/")) chosen.folder += "/";
  for (const name of ATTRIBUTES) chosen[name] = name in CHECKS ? checked(name) : form.elements[name].value;
  return chosen;
}

const escaped = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const written = (chosen, names = ATTRIBUTES) => names.filter((name) => chosen[name]).map((name) => ` ${name}="${escaped(chosen[name])}"`).join("");

/** The fallback of a mode, two spaces from the margin. */
function fallback(mode) {
  const lines = document.querySelector(`template[data-repli=${mode || "particulier"}]`).innerHTML.trim().split("\n");
  const margin = Math.min(...lines.slice(1).filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines.map((line, rank) => (rank === 0 ? line : line.slice(margin)).trimEnd()).map((line) => line && `  ${line}`).join("\n");
}

const element = (chosen) => `<pass-numerique${written(chosen)}>\n${fallback(chosen.mode)}\n</pass-numerique>`;
const script = ({ folder }, name) => `<script type="module" src="${escaped(folder + name)}"\n  integrity="${files[name]}" crossorigin="anonymous"></script>`;
const offline = ({ mode }) => `offline${mode && `-${mode}`}.html`;

/** Each form: what to do, and what to copy. */
const FORMS = {
  element: (chosen) => ({
    how: "Mettez les fichiers de dist/pass-numerique dans ce dossier, puis ceci dans la page. Ce qui est entre les balises se lit sans JavaScript.",
    code: `${script(chosen, "pass-numerique.js")}\n\n${element(chosen)}`,
  }),
  cadre: (chosen) => {
    const query = new URLSearchParams(ATTRIBUTES.filter((name) => name !== "mode" && chosen[name]).map((name) => [name, chosen[name]])).toString();
    return {
      how: "Le test dans une page à part, qui ne peut se connecter nulle part. Le cadre ne montre que le test du public.",
      code: [
        `<iframe data-pass-numerique src="${escaped(`${chosen.folder}frame.html${query && `?${query}`}`)}"`,
        '  title="Pass numérique : y avez-vous droit ?" width="100%" height="640" loading="lazy"',
        '  sandbox="allow-scripts allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"',
        '  allow="clipboard-write"></iframe>',
        script(chosen, "frame.js"),
      ].join("\n"),
    };
  },
  wordpress: (chosen) => ({
    how: "Téléversez pass-numerique-wordpress.zip dans « Extensions », activez, puis écrivez ceci dans une page. Un bloc du même nom a les mêmes réglages.",
    code: `[pass_numerique${written(chosen)}]`,
  }),
  npm: (chosen) => ({
    how: "Dans le dossier de votre projet, puis dans un script et dans la page.",
    code: `npm install ./pass-numerique-${version}.tgz\n\nimport "pass-numerique/element";\n\n${element(chosen)}`,
  }),
  fichier: (chosen) => ({
    how: "Un seul fichier, à ouvrir depuis un disque ou une clé USB. Tout est dedans, et il ne peut rien demander à personne. Les autres réglages se font dans le fichier : le public choisit sa langue, l’adresse choisit le jour.",
    code: `${offline(chosen)}${chosen["date-depot"] && `?pn-date-depot=${chosen["date-depot"]}`}`,
    download: offline(chosen),
  }),
};

/** What the policy of the page around must let through. */
function policy({ forme, folder }) {
  const source = folder.startsWith("/") ? "'self'" : new URL(folder).origin;
  if (forme === "cadre") return `frame-src ${source}; script-src ${source}`;
  if (forme === "fichier") return "# Aucune : le fichier porte la sienne.";
  const own = forme === "element" ? source : "'self'";
  return `script-src ${own} 'wasm-unsafe-eval'; connect-src ${own}`;
}

function show() {
  const chosen = read();
  for (const mode of form.elements.mode) mode.disabled = chosen.forme === "cadre" && mode.value !== "";
  if (chosen.forme === "cadre" && chosen.mode) {
    form.elements.mode.value = "";
    chosen.mode = "";
  }
  const { how, code, download } = FORMS[chosen.forme](chosen);
  document.querySelector("[data-mode-emploi]").textContent = how;
  extract("balise").textContent = code;
  extract("politique").textContent = policy(chosen);
  const link = document.querySelector("[data-telecharger]");
  link.hidden = !download;
  document.querySelector("[data-copier=balise]").hidden = Boolean(download);
  if (download) link.href = download;
  for (const name of ATTRIBUTES) {
    if ((preview.getAttribute(name) ?? "") === chosen[name]) continue;
    if (chosen[name]) preview.setAttribute(name, chosen[name]);
    else preview.removeAttribute(name);
  }
}

/** A page without https may not write in the clipboard: the text is chosen, and a key copies it. */
async function copy(button) {
  const text = extract(button.dataset.copier);
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = "Copié.";
  } catch {
    getSelection().selectAllChildren(text);
    text.focus();
    status.textContent = "Le texte est sélectionné : copiez-le avec Ctrl et C.";
  }
}

for (const button of document.querySelectorAll("[data-copier]")) {
  button.hidden = false; // useless without this script
  button.addEventListener("click", () => copy(button));
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
