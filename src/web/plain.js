// Values of plain data as one text, so that they cross into the module in one call; src/valeur/plat.rs reads it.
//
// Each value is looked at as src/web/lecture.rs would, once, and in the same order. Whatever is out of the ordinary (a
// function, a BigInt, a value that throws, one that is deep or large) is written as OTHER: it is then read again with
// care, and that reading says what is wrong.

const OTHER = "?\0";
const DEPTH = 8;
const PARTS = 1_000;

/** @returns {string | undefined} nothing when it is out of the ordinary */
function written(value, depth, budget) {
  switch (typeof value) {
    case "string":
      return value.includes("\0") ? undefined : `"${value}\0`;
    case "boolean":
      return value ? "t\0" : "f\0";
    case "undefined":
      return "n\0";
    case "number":
      return Number.isSafeInteger(value) ? `#${value}\0` : undefined;
    case "object":
      return value === null ? "n\0" : inside(value, depth, budget);
    default:
      return undefined;
  }
}

function inside(value, depth, budget) {
  const list = Array.isArray(value);
  const keys = list ? undefined : Object.keys(value);
  const length = list ? value.length : keys.length;
  budget.parts -= length;
  // Asked so that a length that is no number is refused too.
  if (!(depth > 0 && budget.parts >= 0)) return undefined;
  let text = list ? "[\0" : "{\0";
  for (let rank = 0; rank < length; rank += 1) {
    const key = list ? rank : keys[rank];
    const part = written(value[key], depth - 1, budget);
    if (part === undefined) return undefined;
    if (list) text += part;
    else if (key.includes("\0")) return undefined;
    else text += `.${key}\0${part}`;
  }
  return text + (list ? "]\0" : "}\0");
}

export function plainText(value) {
  try {
    return written(value, DEPTH, { parts: PARTS }) ?? OTHER;
  } catch {
    return OTHER;
  }
}

/** The elements of a list, from one rank to another that is not included, one after the other. */
export function plainTexts(list, from, to) {
  let text = "";
  for (let rank = from; rank < to; rank += 1) {
    try {
      text += written(list[rank], DEPTH, { parts: PARTS }) ?? OTHER;
    } catch {
      text += OTHER;
    }
  }
  return text;
}

/** Adds to a list the elements that a JSON text holds. */
export function appendParsed(list, json) {
  for (const element of JSON.parse(json)) list.push(element);
}
