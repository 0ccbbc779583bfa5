/** Keeps the promises of ARCHITECTURE.md: who may import whom, how long a file may grow, which error codes there are. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { driverRules } from '../lib/driver/command-error.js';
import { unsupportedRules } from '../lib/lower/unsupported.js';
import { syntaxRules } from '../lib/syntax/errors.js';

/**
 * The layers in order, each with those that it may import: always earlier ones, so that imports run one way. `abi` is the
 * list of the runtime's functions, which stands among the built-ins and depends on nothing.
 */
const layers: Record<string, readonly string[]> = {
  base: [],
  abi: [],
  syntax: ['base'],
  ir: ['base', 'abi'],
  types: ['base', 'ir'],
  builtins: ['base', 'abi', 'types'],
  analysis: ['base', 'syntax', 'ir', 'types', 'builtins'],
  lower: ['base', 'abi', 'syntax', 'ir', 'builtins', 'analysis'],
  'node-api': ['base', 'syntax', 'ir', 'types', 'lower'],
  specialise: ['base', 'abi', 'ir', 'types', 'builtins', 'analysis'],
  passes: ['base', 'abi', 'ir'],
  backend: ['base', 'abi', 'ir', 'builtins', 'llvm-bindings', 'native'],
  driver: ['base', 'syntax', 'ir', 'analysis', 'lower', 'node-api', 'specialise', 'passes', 'backend', 'native', 'node'],
};

const maxLines = 600;
/** Longer files, each with the reason. Remove a row as soon as its file shrinks. */
const longFiles: Record<string, string> = {};

/** Codes that no test can provoke, each with the reason. */
const untested: Record<string, string> = {
  E508: 'needs a broken installation',
};

const root = resolve('lib');
const isGenerated = (file: string) => /(^|\/)generated\/|\.generated\.ts$/.test(file);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).sort();

/** The entry points stand above every layer and belong to the driver. */
function layerOf(file: string): string {
  if (!file.includes('/')) return 'driver';
  if (/^builtins\/(abi\.|.*\.generated\.)/.test(file)) return 'abi';
  return file.split('/')[0]!;
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(join(root, file), 'utf8')).importedFiles.map((imported) => imported.fileName);
}

/** The layer, package or scheme (`node`) that an import leads to. */
function targetOf(file: string, imported: string): string {
  if (imported.startsWith('node:')) return 'node';
  if (!imported.startsWith('.')) return imported;
  const target = relative(root, resolve(root, dirname(file), imported));
  return target.startsWith('../') ? target.split('/')[1]! : layerOf(target.replace(/\.js$/, '.ts'));
}

describe('architecture', () => {
  it('each layer imports earlier ones only', () => {
    const names = Object.keys(layers);
    for (const [index, [name, allowed]] of Object.entries(layers).entries()) {
      for (const other of allowed) assert.ok(!names.includes(other) || names.indexOf(other) < index, `${name} comes before ${other}`);
    }
  });

  it('imports follow the layers', () => {
    const wrong = files.flatMap((file) => {
      const layer = layerOf(file);
      assert.ok(layer in layers, `${file} is in no layer`);
      const targets = importsOf(file).map((imported) => ({ imported, target: targetOf(file, imported) }));
      return targets.filter(({ target }) => target !== layer && !layers[layer]!.includes(target)).map(({ imported }) => `${file} imports ${imported}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('files stay short', () => {
    for (const file of files.filter((name) => !isGenerated(name))) {
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1;
      if (file in longFiles) assert.ok(lines > maxLines, `${file} is short now: remove it from longFiles`);
      else assert.ok(lines <= maxLines, `${file} has ${lines} lines; split it, or say in longFiles why not`);
    }
  });

  it('no two phases share an error code', () => {
    const codes = [syntaxRules, unsupportedRules, driverRules].flatMap((rules) => Object.keys(rules));
    assert.equal(new Set(codes).size, codes.length);
  });

  it('every code that is written is in a table', () => {
    const known = new Set([syntaxRules, unsupportedRules, driverRules].flatMap((rules) => Object.keys(rules)));
    const written = files.filter((file) => !isGenerated(file)).flatMap((file) => [...codeOf(file).matchAll(/'(E\d{3})'/g)].map((match) => match[1]!));
    assert.deepEqual([...new Set(written)].filter((code) => !known.has(code)), []);
  });

  it("every code of the driver's has a test", () => {
    const tests = readdirSync('test/cli').map((name) => readFileSync(`test/cli/${name}`, 'utf8')).join('');
    const missing = Object.keys(driverRules).filter((code) => !tests.includes(code));
    assert.deepEqual(missing, Object.keys(untested));
  });
});

/** The text without comments. */
function codeOf(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
}
