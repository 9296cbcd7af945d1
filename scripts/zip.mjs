// A zip that is the same for the same files: no time, no owner, in the order of their names.

import { crc32, deflateRawSync } from "node:zlib";

/** 1 January 1980, the first day that a zip can say. */
const DAY = 0x21;
const UTF8 = 0x800;
const DEFLATE = 8;
/** A file that its owner writes and all read, where the system that unpacks keeps that. */
const READABLE = (0o100644 << 16) >>> 0;
const UNIX = 3 << 8;

/** Fields of two and four bytes, little end first, as [size, value]. */
function fields(...list) {
  const bytes = Buffer.alloc(list.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of list) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}

/**
 * @param {Record<string, Buffer>} files by their path
 * @returns {Buffer}
 */
export function zip(files) {
  const body = [];
  const directory = [];
  let offset = 0;
  const names = Object.keys(files).sort();
  for (const path of names) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(files[path], { level: 9 });
    const common = [[2, 20], [2, UTF8], [2, DEFLATE], [2, 0], [2, DAY], [4, crc32(files[path])], [4, packed.length], [4, files[path].length], [2, name.length], [2, 0]];
    const local = Buffer.concat([fields([4, 0x04034b50], ...common), name, packed]);
    directory.push(fields([4, 0x02014b50], [2, UNIX | 20], ...common, [2, 0], [2, 0], [2, 0], [4, READABLE], [4, offset]), name);
    body.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, names.length], [2, names.length], [4, central.length], [4, offset], [2, 0]);
  return Buffer.concat([...body, central, end]);
}
