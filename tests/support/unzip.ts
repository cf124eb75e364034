/** Unpacks a zip archive with Node alone, since a fresh machine may have neither `unzip` nor PHP's zip. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

/** Writes every file of `archive` under `target`, and returns their paths inside the archive. */
export function unzip(archive: string, target: string): string[] {
  const bytes = readFileSync(archive);
  const paths: string[] = [];
  for (const entry of directoryEntries(bytes)) {
    if (entry.path.endsWith('/')) continue;
    const file = normalize(join(target, entry.path));
    if (!file.startsWith(normalize(target) + sep)) throw new Error(`${archive}: ${entry.path} leads outside the folder`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content(bytes, entry));
    paths.push(entry.path);
  }
  return paths;
}

interface Entry {
  path: string;
  method: number;
  compressedSize: number;
  offset: number;
}

function directoryEntries(bytes: Buffer): Entry[] {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a zip archive');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      path: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      compressedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function content(bytes: Buffer, entry: Entry): Buffer {
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const data = bytes.subarray(start, start + entry.compressedSize);
  return entry.method === DEFLATED ? inflateRawSync(data) : data;
}
