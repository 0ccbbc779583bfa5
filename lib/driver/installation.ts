/** Where this installation's own files lie, and its native addons, loaded when first asked for. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Backend } from '../../native/backend/backend.js';
import type { IrBuilder } from '../../native/irbuilder/irbuilder.js';

/** The package's root: this file is build/lib/driver/installation.js. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

export const nativeFolder = join(root, 'build/native');

const require = createRequire(import.meta.url);

/** The addons' code is loaded once a process; a missing file throws `ERR_DLOPEN_FAILED` or `MODULE_NOT_FOUND`. */
export function loadBackend(): Backend {
  return require(join(nativeFolder, 'backend.node')) as Backend;
}

export function loadIrBuilder(): IrBuilder {
  return require(join(nativeFolder, 'irbuilder.node')) as IrBuilder;
}

export function version(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
