/** Node modules compiled when they are imported. By a process of its own: the compiler's addons and the program don't share one. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isIdentifier } from '../node-api/names.js';

export interface CachedModule {
  /** A shared library, under whatever name. */
  readonly file: string;
  readonly names: readonly string[];
}

const cli = fileURLToPath(new URL('../cli.js', import.meta.url));

/** Throws an Error with the compiler's diagnostics. */
export function compileModule(source: string): CachedModule {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'module', source], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  if (status === 0) return JSON.parse(stdout) as CachedModule;
  throw new Error(`tauraro cannot compile ${source}\n${stderr.trim()}`);
}

/** The text of an ES module with the same exports. */
export function importText({ file, names }: CachedModule): string {
  const lines = names.map((name, index) => `const export${index} = addon[${JSON.stringify(name)}];\nexport { export${index} as ${isIdentifier(name) ? name : JSON.stringify(name)} };\n`);
  return `const module = { exports: {} };\nprocess.dlopen(module, ${JSON.stringify(file)});\nconst addon = module.exports;\n${lines.join('')}`;
}
