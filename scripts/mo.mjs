// A gettext catalogue as WordPress reads it: the .po that people write, made a .mo.

const unquote = (text) => JSON.parse(text);

/** @returns {Map<string, string>} translations by their original, the context before it */
export function readPo(text) {
  const entries = new Map();
  for (const block of text.split(/\n\s*\n/)) {
    const said = { msgctxt: "", msgid: "", msgstr: "" };
    let last;
    for (const line of block.split("\n")) {
      const [, keyword, quoted] = line.match(/^(msgctxt|msgid|msgstr)?\s*(".*")$/) ?? [];
      if (!quoted) continue;
      last = keyword ?? last;
      said[last] += unquote(quoted);
    }
    if (last) entries.set(said.msgctxt ? `${said.msgctxt}\u0004${said.msgid}` : said.msgid, said.msgstr);
  }
  return entries;
}

/** @param {string} po @returns {Buffer} */
export function mo(po) {
  const entries = [...readPo(po)].map((pair) => pair.map((one) => Buffer.from(one))).sort(([a], [b]) => Buffer.compare(a, b));
  const HEADER = 28;
  const table = 8 * entries.length;
  const head = Buffer.alloc(HEADER + 2 * table);
  [0x950412de, 0, entries.length, HEADER, HEADER + table, 0, HEADER + 2 * table].forEach((value, rank) => head.writeUInt32LE(value, 4 * rank));
  const strings = [];
  let at = head.length;
  for (const column of [0, 1]) {
    entries.forEach((pair, rank) => {
      const place = HEADER + column * table + 8 * rank;
      head.writeUInt32LE(pair[column].length, place);
      head.writeUInt32LE(at, place + 4);
      strings.push(pair[column], Buffer.of(0));
      at += pair[column].length + 1;
    });
  }
  return Buffer.concat([head, ...strings]);
}
