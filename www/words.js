// Easy French and English, where they are not in the engine: files that every page asks for, both of them, once its
// first screen is there. A choice then tells nothing to anybody, since it asks for nothing.

// Written by scripts/assembler.mjs: by language tag, the name and the SHA-384 of a file, or its content in a page
// that holds everything.
const FILES = __LANGUAGES__;

/** True when a first screen in the language of this tag waits for a file. */
export function awaited(tag) {
  return Object.keys(FILES).some((code) => `${tag}-`.toLowerCase().startsWith(`${code}-`));
}

async function read(part, code) {
  try {
    return [code, new TextDecoder().decode(await part(FILES[code]))];
  } catch (error) {
    // The test goes on without that language, which is not offered.
    console.error("pass-numerique :", error);
  }
}

/** @returns {Promise<[string, string][]>} the tag and the words of each language that has come */
export async function words(part) {
  const all = await Promise.all(Object.keys(FILES).map((code) => read(part, code)));
  return all.filter(Boolean);
}
