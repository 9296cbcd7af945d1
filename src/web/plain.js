// Values of plain data as numbers, so that they cross into the module in one call; src/valeur/plat.rs says which, and reads
// them.
//
// Each value is looked at as src/web/lecture.rs would, once, and in the same order. Whatever is out of the ordinary (a
// function, a BigInt, a fraction, a value that throws, one that is deep or large) is left to that reading, which says what
// is wrong.

const [NULL, FALSE, TRUE, INTEGER, TEXT, LIST, OBJECT, KNOWN] = [0, 1, 2, 3, 4, 5, 6, 7];
const DEPTH = 8;

/** The texts that the module knows too, each with its number. */
const known = new Map();

/** @param {string} texts the texts that the module knows, in their order, with a NUL between them */
export function learn(texts) {
  for (const [rank, text] of texts.split("\0").entries()) known.set(text, KNOWN + rank);
}

/** Writes in a room that is given. What goes beyond it is lost: a room that is too small is told at the end. */
class Pen {
  constructor(room) {
    this.room = room;
    this.place = 0;
  }

  put(number) {
    this.room[this.place++] = number;
  }

  text(text) {
    const number = known.get(text);
    if (number !== undefined) return this.put(number);
    this.put(TEXT);
    this.put(text.length);
    for (let rank = 0; rank < text.length && this.fits; rank += 1) this.put(text.charCodeAt(rank));
  }

  /** @returns {boolean} whether it is plain data */
  value(value, depth) {
    switch (typeof value) {
      case "string":
        this.text(value);
        return true;
      case "boolean":
        this.put(value ? TRUE : FALSE);
        return true;
      case "undefined":
        this.put(NULL);
        return true;
      case "number":
        if ((value | 0) !== value) return false;
        this.put(INTEGER);
        this.put(value);
        return true;
      case "object":
        if (value !== null) return depth > 0 && this.parts(value, depth - 1);
        this.put(NULL);
        return true;
      default:
        return false;
    }
  }

  parts(value, depth) {
    const list = Array.isArray(value);
    const keys = list ? value : Object.keys(value);
    const { length } = keys;
    // A list may say anything of its length.
    if (!(Number.isInteger(length) && length <= this.room.length)) return false;
    this.put(list ? LIST : OBJECT);
    this.put(length);
    for (let rank = 0; rank < length; rank += 1) {
      if (!list) this.text(keys[rank]);
      if (!this.value(value[list ? rank : keys[rank]], depth) || !this.fits) return false;
    }
    return true;
  }

  get fits() {
    return this.place <= this.room.length;
  }
}

/**
 * @param {unknown} value
 * @param {Int32Array} room
 * @returns {number} how many numbers were written, 0 when it is out of the ordinary
 */
export function plainNumbers(value, room) {
  const pen = new Pen(room);
  try {
    if (pen.value(value, DEPTH) && pen.fits) return pen.place;
  } catch {
    // It is left to the careful reading too.
  }
  room.fill(NULL);
  return 0;
}

/** Adds to a list the elements that a JSON text holds. */
export function appendParsed(list, json) {
  for (const element of JSON.parse(json)) list.push(element);
}
