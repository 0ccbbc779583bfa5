/**
 * Executables made by `run` and `build`, kept for the next time. An entry is named by the hash of everything that went into it. A
 * small manifest for each command leads to its entry and lists the files that were read, so that the next run needs no
 * parsing. Files appear by renaming, so any number of runs may share the cache. What was used least recently goes when it
 * grows beyond TAURARO_CACHE_SIZE megabytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { cpus, homedir, tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Artifact } from './compile.js';
import { nativeFolder, root, version } from './installation.js';
import type { CompileOptions } from './options.js';
import { makeExecutable, makeFolder, replaceFile, writeOutput } from './output-file.js';

export interface CacheRequest {
  readonly entry: string;
  readonly options: CompileOptions;
}

interface Manifest {
  /** Path and hash of each file read. */
  readonly read: readonly (readonly [path: string, hash: string])[];
  /** Where an import looked in vain: a file there would change the program. */
  readonly absent: readonly string[];
  readonly executable: string;
}

const usualLimit = 256;

function sizeLimit(): number {
  const chosen = Number(process.env.TAURARO_CACHE_SIZE ?? usualLimit);
  return (Number.isFinite(chosen) && chosen >= 0 ? chosen : usualLimit) * 1024 * 1024;
}

const hash = (...parts: (string | Uint8Array)[]) => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('hex').slice(0, 40);
};

export interface CacheEntry {
  readonly executable: string;
  /** The files that went into it. */
  readonly sources: readonly string[];
}

/** The executable of an earlier run, if nothing that went into it has changed. */
export function findExecutable(request: CacheRequest): CacheEntry | undefined {
  const manifest = readManifest(manifestFile(request));
  if (manifest === undefined) return undefined;
  const unchanged = manifest.read.every(([path, expected]) => existsSync(path) && hash(readFileSync(path)) === expected);
  if (!unchanged || manifest.absent.some((path) => existsSync(path)) || !existsSync(manifest.executable)) return undefined;
  markUsed(manifest.executable);
  return { executable: manifest.executable, sources: manifest.read.map(([path]) => path) };
}

/** Foreign libraries may change without the cache knowing. */
export const mayCache = ({ libraries, runtime }: CompileOptions): boolean =>
  runtime === 'release' && (libraries === undefined || (libraries.names.length === 0 && libraries.sysroot === ''));

/** Keeps the executable; `remember`: the next run may use it without compiling. Gives its path. */
export function storeExecutable(request: CacheRequest, artifact: Artifact, remember: boolean): string {
  const { read, absent } = artifact.footprint;
  const folder = cacheFolder();
  makeFolder(folder);
  const name = hash(fingerprint(), processor(request.options), JSON.stringify(request.options), ...[...read].flat());
  const executable = join(folder, `${name}.bin`);
  replaceFile(executable, (temporary) => {
    writeFileSync(temporary, artifact.content);
    makeExecutable(temporary);
  });
  const sources = [...read.keys()].map((path) => [resolve(path), hash(readFileSync(path))] as const);
  const manifest: Manifest = { read: sources, absent: [...absent].map((path) => resolve(path)), executable };
  if (remember) writeOutput(manifestFile(request), JSON.stringify(manifest));
  removeOldest(folder, executable);
  return executable;
}

function readManifest(file: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

function manifestFile({ entry, options }: CacheRequest): string {
  return join(cacheFolder(), `${hash(fingerprint(), processor(options), resolve(entry), entry, JSON.stringify(options))}.json`);
}

function cacheFolder(): string {
  const chosen = process.env.TAURARO_CACHE ?? (process.env.XDG_CACHE_HOME ? join(process.env.XDG_CACHE_HOME, 'tauraro') : undefined);
  if (chosen !== undefined) return resolve(chosen);
  const home = homedir();
  return existsSync(home) && home !== '/' ? join(home, '.cache/tauraro') : join(tmpdir(), `tauraro-cache-${userInfo().uid}`);
}

/** Which compiler this is: a change of any of its parts makes older entries worthless. */
function fingerprint(): string {
  const parts = [join(root, 'build/.tsbuildinfo'), ...['backend.node', 'irbuilder.node', 'runtime'].map((name) => join(nativeFolder, name))];
  const stamps = parts.map((file) => statSync(file, { throwIfNoEntry: false })).map((stat) => `${stat?.size}.${stat?.mtimeMs}`);
  return [version(), ...stamps].join(' ');
}

/** `native` means another processor on each machine that shares the cache. */
const processor = ({ cpu }: CompileOptions): string => (cpu === 'native' ? (cpus()[0]?.model ?? '') : '');

function markUsed(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Another run has just removed it, or the cache is read-only: the time of use is only a hint.
  }
}

function removeOldest(folder: string, keep: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const entries = files.flatMap((file) => {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat === undefined ? [] : [{ file, size: stat.size, used: stat.mtimeMs }];
  });
  const limit = sizeLimit();
  let total = entries.reduce((sum, entry) => sum + entry.size, 0);
  for (const { file, size } of entries.sort((a, b) => a.used - b.used)) {
    if (total <= limit) return;
    if (file === keep) continue;
    rmSync(file, { force: true });
    total -= size;
  }
}
