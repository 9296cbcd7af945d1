// What a WebAssembly is made of, and what a page can do without: names for people, and messages that nobody can read.
// https://webassembly.github.io/spec/core/binary/modules.html

/** Says which instructions may be used: with it, the glue takes some that JavaScript has no equal of. */
export const TARGET_FEATURES = "target_features";

const [CUSTOM, IMPORTS, EXPORTS, CODE, DATA] = [0, 2, 7, 10, 11];
const FUNCTION = 0;
const FUNCTION_NAMES = 1;
/** A body without variables: `unreachable`, `end`. */
const TRAP = Buffer.from([0x00, 0x00, 0x0b]);

/** Functions of the standard library that never come back: they make a message, for a console that a page has not. */
const PANICS = new RegExp(`::(${[
  "assert_failed", "capacity_overflow", "expect_failed", "handle_alloc_error", "handle_error", "len_mismatch_fail",
  "panic", "panic_access_error", "panic_already_\\w+", "panic_bounds_check", "panic_const_\\w+", "panic_fmt", "panic_poisoned",
  "rust_begin_unwind", "rust_oom", "rust_panic", "slice_error_fail", "slice_index_fail", "unwrap_failed",
].join("|")})$`);

/** The first byte of a number written in the code. */
const I32_CONST = 0x41;
/** Bytes that say a place in the sources, and how long a path may be. */
const [PLACE, PATH] = [16, 200];
const SOURCE = /^(src|\/rustc|\/crates)\/[\w./-]+\.rs$/;

/** Reads the numbers (LEB128) and texts of a WebAssembly, one after the other. */
class Reader {
  constructor(bytes, place = 0) {
    Object.assign(this, { bytes, place });
  }
  get done() {
    return this.place >= this.bytes.length;
  }
  byte() {
    return this.bytes[this.place++];
  }
  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
  /** As many bytes as the number before them says. */
  block() {
    const length = this.number();
    return this.bytes.subarray(this.place, (this.place += length));
  }
  text() {
    return this.block().toString();
  }
}

function number(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}
const block = (bytes) => Buffer.concat([number(bytes.length), bytes]);
const text = (letters) => block(Buffer.from(letters));
/** Things one after the other, and before them how many. */
const vector = (things) => Buffer.concat([number(things.length), ...things]);

/** A WebAssembly whose sections are each what `change` makes of it: `undefined` leaves one out. */
function changed(bytes, change) {
  const parts = [bytes.subarray(0, 8)];
  for (const reader = new Reader(bytes, 8); !reader.done; ) {
    const id = reader.byte();
    const content = change(id, reader.block());
    if (content) parts.push(Buffer.from([id]), block(content));
  }
  return Buffer.concat(parts);
}

/** Its sections of this kind. */
function sections(bytes, kind) {
  const found = [];
  changed(bytes, (id, content) => {
    if (id === kind) found.push(content);
    return content;
  });
  return found;
}

/** A WebAssembly without its custom section of this name. */
export function without(name, bytes) {
  return changed(bytes, (id, content) => (id === CUSTOM && new Reader(content).text() === name ? undefined : content));
}

/** Goes through the imports: each is what names it, and the bytes that say what it is. */
function readImports(content) {
  const reader = new Reader(content);
  return Array.from({ length: reader.number() }, () => {
    const [module, name] = [reader.text(), reader.text()];
    const start = reader.place;
    // wasm-bindgen imports functions only: what follows is the number of their type.
    if (reader.byte() !== FUNCTION) throw new Error(`not a function: ${name}`);
    reader.number();
    return { module, name, rest: content.subarray(start, reader.place) };
  });
}

/** How many functions it imports, and the body of each of its own: their numbers follow. */
function functions(bytes) {
  const imported = sections(bytes, IMPORTS).flatMap((content) => readImports(content)).length;
  const [code] = sections(bytes, CODE);
  const reader = new Reader(code);
  return { imported, bodies: Array.from({ length: reader.number() }, () => reader.block()) };
}

/** The name of each function, by its number. */
function functionNames(bytes) {
  for (const content of sections(bytes, CUSTOM)) {
    const reader = new Reader(content);
    if (reader.text() !== "name") continue;
    while (!reader.done) {
      const kind = reader.byte();
      const names = new Reader(reader.block());
      if (kind === FUNCTION_NAMES) return new Map(Array.from({ length: names.number() }, () => [names.number(), names.text()]));
    }
  }
  throw new Error("functions have no names");
}

/** The same WebAssembly, whose panics stop without making the message that nothing would show. */
export function silent(bytes) {
  const names = functionNames(bytes);
  const { imported, bodies } = functions(bytes);
  const panics = (rank) => PANICS.test(names.get(imported + rank)?.replace(/::h[0-9a-f]{16}$/, "") ?? "");
  const kept = bodies.map((body, rank) => (panics(rank) ? TRAP : body));
  if (kept.filter((body) => body === TRAP).length < 10) throw new Error("the standard library names its panics otherwise");
  return changed(bytes, (id, content) => (id === CODE ? vector(kept.map(block)) : content));
}

/** What is in memory from the start: from which address, and the bytes themselves, not a copy. */
function inMemory(bytes) {
  return sections(bytes, DATA).flatMap((content) => {
    const reader = new Reader(content);
    return Array.from({ length: reader.number() }, () => {
      // `0`, then `i32.const`, the address and `end`.
      if (reader.number() !== 0 || reader.byte() !== I32_CONST) throw new Error("memory is filled otherwise");
      const address = reader.number();
      reader.byte();
      return { address, held: reader.block() };
    });
  });
}

/**
 * The same WebAssembly, which no longer says where in its sources a panic would be: zeros, in the place of the address and
 * the length of a path, of a line and a column, and of the path.
 */
export function placeless(bytes) {
  const copy = Buffer.from(bytes);
  const parts = inMemory(copy);
  const at = (address, length) => {
    const part = parts.find((one) => one.address <= address && address + length <= one.address + one.held.length);
    return part?.held.subarray(address - part.address, address - part.address + length);
  };
  const paths = [];
  for (const { address, held } of parts) {
    for (let place = -address & 3; place + PLACE <= held.length; place += 4) {
      const length = held.readUInt32LE(place + 4);
      const path = length < PATH ? at(held.readUInt32LE(place), length) : undefined;
      if (!path || !SOURCE.test(path)) continue;
      paths.push(path);
      held.fill(0, place, place + PLACE);
    }
  }
  if (paths.length < 10) throw new Error("the compiler says places otherwise");
  for (const path of paths) path.fill(0);
  return copy;
}

/** All that four bytes in a row say somewhere in this body. */
function pieces(body) {
  const found = new Set();
  for (let place = 0; place + 4 <= body.length; place += 1) found.add(body.readUInt32LE(place));
  return found;
}

/** The ranks of these bodies, each after the one that holds the largest part of its pieces. */
function byLikeness(bodies) {
  const made = bodies.map(pieces);
  const holders = new Map();
  for (const [rank, own] of made.entries()) {
    for (const piece of own) holders.has(piece) ? holders.get(piece).push(rank) : holders.set(piece, [rank]);
  }
  const left = new Set(bodies.keys());
  const order = [];
  for (let last = 0; last !== undefined; ) {
    left.delete(last);
    order.push(last);
    const shared = new Map();
    for (const piece of made[last]) {
      for (const other of holders.get(piece)) if (left.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    let most = 0;
    [last] = left;
    for (const [other, number] of shared) {
      const part = number / made[other].size;
      if (part > most) [last, most] = [other, part];
    }
  }
  return order;
}

/** The same WebAssembly, whose functions have names in an order that puts those alike side by side: so sorted, they compress better. */
export function namedByLikeness(bytes) {
  const { imported, bodies } = functions(bytes);
  const name = (kind, rank) => text(`${kind}${String(rank).padStart(6, "0")}`);
  const names = Array.from({ length: imported }, (_, rank) => name("imported", rank));
  for (const [order, rank] of byLikeness(bodies).entries()) names[imported + rank] = name("body", order);
  const written = vector(names.map((letters, rank) => Buffer.concat([number(rank), letters])));
  return Buffer.concat([bytes, Buffer.from([CUSTOM]), block(Buffer.concat([text("name"), Buffer.from([FUNCTION_NAMES]), block(written)]))]);
}

/** The nth of the shortest names: a, b, … z, aa, ab… */
const shortName = (rank) => (rank >= 26 ? shortName(Math.floor(rank / 26) - 1) : "") + String.fromCharCode(97 + (rank % 26));

/** A WebAssembly and its glue, which name what they give each other by a letter or two; a hash is a third of each name before. */
export function shortened(bytes, glue) {
  let script = glue;
  const rename = (before, after) => {
    const parts = script.split(before);
    if (parts.length === 1) throw new Error(`not in the glue: ${before}`);
    script = parts.join(after);
  };
  const wasm = changed(bytes, (id, content) => {
    if (id === IMPORTS) {
      const imports = readImports(content);
      const [{ module }] = imports;
      rename(`"${module}"`, '"a"');
      const written = imports.map(({ name, rest }, rank) => {
        rename(`${name}: `, `${shortName(rank)}: `);
        return Buffer.concat([text("a"), text(shortName(rank)), rest]);
      });
      return vector(written);
    }
    if (id === EXPORTS) {
      const reader = new Reader(content);
      const written = Array.from({ length: reader.number() }, (_, rank) => {
        const name = reader.text();
        const kind = reader.byte();
        const rest = Buffer.concat([Buffer.from([kind]), number(reader.number())]);
        // The memory keeps its name: pages look at it.
        if (kind !== FUNCTION) return Buffer.concat([text(name), rest]);
        script = script.replaceAll(new RegExp(`\\bwasm\\.${name}\\b`, "g"), `wasm.${shortName(rank)}`);
        return Buffer.concat([text(shortName(rank)), rest]);
      });
      return vector(written);
    }
    return content;
  });
  return { wasm, glue: script };
}
