/** The text files that stand beside a Node module. */
import { declarations } from './declarations.js';
import type { NodeModule } from './exports.js';
import { isIdentifier } from './names.js';

/** By the endings that take the place of `.node`. `stem`: the name of the file without it. The three declarations are for the three ways to import. */
export function companionsOf(module: NodeModule, stem: string): Map<string, string> {
  const types = declarations(module);
  return new Map([
    ['.d.ts', types],
    ['.d.mts', types],
    ['.d.cts', types],
    ['.mjs', esModule(module, stem)],
    ['.cjs', commonJs(module, stem)],
  ]);
}

const notice = (module: NodeModule): string => `// Made by tauraro from ${module.name}.py.\n`;

/** Node before 20.16 has no way to this module from inside an addon (native/node/prelude.c). */
const threadsKey = "Symbol.for('tauraro.threads')";
const hasBackground = (module: NodeModule): boolean => module.exports.some((one) => one.kind === 'function' && one.isBackground);

/** ES modules can't import a `.node` file, and their export names must be known before anything runs. */
function esModule(module: NodeModule, stem: string): string {
  const lines = module.exports.map(({ name }, index) => {
    const local = `export${index}`;
    return `const ${local} = addon[${JSON.stringify(name)}];\nexport { ${local} as ${exportName(name)} };\n`;
  });
  const threads = hasBackground(module) ? `import * as threads from 'node:worker_threads';\nglobalThis[${threadsKey}] ??= threads;\n` : '';
  const load = `import { createRequire } from 'node:module';\n${threads}const addon = createRequire(import.meta.url)(${fileName(stem)});\n`;
  return `${notice(module)}${load}${lines.join('')}`;
}

/** Assignments that tools which look for export names understand. */
function commonJs(module: NodeModule, stem: string): string {
  const lines = module.exports.map(({ name }) => `exports[${JSON.stringify(name)}] = addon[${JSON.stringify(name)}];\n`);
  const threads = hasBackground(module) ? `globalThis[${threadsKey}] ??= require('node:worker_threads');\n` : '';
  const simple = module.exports.map(({ name }) => (isIdentifier(name) ? `exports.${name} = addon.${name};\n` : ''));
  return `${notice(module)}'use strict';\n${threads}const addon = require(${fileName(stem)});\n${lines.map((line, index) => simple[index] || line).join('')}`;
}

const fileName = (stem: string): string => JSON.stringify(`./${stem}.node`);
const exportName = (name: string): string => (isIdentifier(name) ? name : JSON.stringify(name));
