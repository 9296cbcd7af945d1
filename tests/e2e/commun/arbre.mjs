// The widget as assistive technologies are given it: Chromium's accessibility tree, as lines to read.

const CONTROLES = new Set(["button", "checkbox", "link", "radio", "textbox"]);
// Boxes of layout, and what the lines already say otherwise.
const MUETS = new Set(["generic", "InlineTextBox", "LabelText", "Legend", "ListMarker", "none"]);
const simple = (texte) => (texte ?? "").replace(/\u200b/g, "").replace(/\s+/g, " ").trim();

/** @returns {Promise<string>} a node a line, indented, without ids nor ignored nodes */
export async function lireLArbre(onglet) {
  const protocole = await onglet.page.context().newCDPSession(onglet.page);
  const { nodes } = await protocole.send("Accessibility.getFullAXTree");
  const { result } = await protocole.send("Runtime.evaluate", { expression: 'temoin.racine().querySelector(".pn")' });
  const { node } = await protocole.send("DOM.describeNode", { objectId: result.objectId });
  await protocole.detach();
  const parId = new Map(nodes.map((noeud) => [noeud.nodeId, noeud]));
  const cadre = nodes.find((noeud) => noeud.backendDOMNodeId === node.backendNodeId);
  return `${enfants(cadre, parId, "").flatMap((branche) => lignes(branche, "")).join("\n")}\n`;
}

/** What is shown of the children of a node; a text that the name around it already says is not shown twice. */
function enfants(noeud, parId, dit) {
  const branches = [];
  for (const id of noeud.childIds) {
    const enfant = parId.get(id);
    const [role, nom] = [enfant.role.value, simple(enfant.name?.value)];
    if (role === "StaticText") {
      if (nom !== "" && !dit.includes(nom)) branches.push({ texte: nom });
    } else if (enfant.ignored || (MUETS.has(role) && nom === "")) {
      branches.push(...enfants(enfant, parId, role === "LabelText" ? `${dit} ${nomDuControle(enfant, parId)}` : dit));
    } else if (!MUETS.has(role)) {
      // What is written in a field is its value already.
      branches.push({ titre: titre(enfant, role, nom), enfants: role === "textbox" ? [] : enfants(enfant, parId, nom) });
    }
  }
  return branches;
}

/** The name of the field inside a label: it is made of the label's own words. */
function nomDuControle(etiquette, parId) {
  const suite = [etiquette];
  for (const noeud of suite) {
    if (!noeud.ignored && CONTROLES.has(noeud.role.value)) return simple(noeud.name?.value);
    suite.push(...noeud.childIds.map((id) => parId.get(id)));
  }
  return "";
}

function titre(noeud, role, nom) {
  const lu = Object.fromEntries((noeud.properties ?? []).map(({ name, value }) => [name, value.value]));
  const mots = [role === "heading" ? `heading ${lu.level}` : role];
  if (nom !== "") mots.push(`« ${nom} »`);
  for (const etat of ["checked", "pressed", "expanded", "disabled"]) if (etat in lu) mots.push(`${etat}=${lu[etat]}`);
  if (lu.required) mots.push("required");
  if (lu.invalid && lu.invalid !== "false") mots.push(`invalid=${lu.invalid}`);
  if (noeud.value?.value) mots.push(`value=« ${simple(String(noeud.value.value))} »`);
  if (noeud.description?.value) mots.push(`description=« ${simple(noeud.description.value)} »`);
  return mots.join(" ");
}

/** A branch whose children are only words holds on one line. */
function lignes({ texte, titre, enfants = [] }, marge) {
  if (texte !== undefined) return [`${marge}${texte}`];
  if (enfants.length > 0 && enfants.every((enfant) => enfant.texte !== undefined)) {
    return [`${marge}${titre}: ${enfants.map((enfant) => enfant.texte).join(" ")}`];
  }
  return [`${marge}${titre}`, ...enfants.flatMap((enfant) => lignes(enfant, `${marge}  `))];
}
