/** Where this installation's own files lie, and its native addons, loaded when first asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Backend } from '../../native/backend/backend.js';
import { CommandError, exitStatus } from './command-error.js';
import type { IrBuilder } from '../../native/irbuilder/irbuilder.js';

/** The package's root: this file is build/lib/driver/installation.js. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

const require = createRequire(import.meta.url);

/** What npm installs beside the main package, by platform: addons, runtime, files to link with. */
const platformPackage = `@tauraro/${process.platform}-${process.arch}`;

/** In a clone, what its build has made; else the platform package's, or null where that is missing. */
function findNativeFolder(): string | null {
  const own = join(root, 'build/native');
  if (existsSync(own)) return own;
  try {
    return join(dirname(require.resolve(`${platformPackage}/package.json`)), 'native');
  } catch {
    return null;
  }
}

const found = findNativeFolder();

export const nativeFolder = found ?? join(root, 'build/native');

function requireAddon(name: string): unknown {
  requirePlatform();
  return require(join(nativeFolder, name));
}

/** Throws where npm has left the platform package out. */
export function requirePlatform(): void {
  if (found !== null) return;
  const exact = `${platformPackage}@${version()}`;
  const help = `npm install --no-save ${exact}, or npm install --include=optional tauraro`;
  throw new CommandError('E508', `the package ${platformPackage} is missing, which npm installs with tauraro where optional dependencies are allowed`, { status: exitStatus.missing, help });
}

/** The addons' code is loaded once a process; a missing file throws `ERR_DLOPEN_FAILED` or `MODULE_NOT_FOUND`. */
export function loadBackend(): Backend {
  return requireAddon('backend.node') as Backend;
}

export function loadIrBuilder(): IrBuilder {
  return requireAddon('irbuilder.node') as IrBuilder;
}

export function version(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** What shows debuggers our values; part of executables with debug information. */
export function debuggerScript(): string | undefined {
  const file = join(root, 'native/runtime/debugger.py');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
