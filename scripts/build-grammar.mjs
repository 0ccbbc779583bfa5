/**
 * Compiles grammar/python.ne into lib/syntax/generated/: `grammar.ts` (nearley's compiled rules with their
 * postprocessors) and `tables.ts` (LALR tables over the same rules). Fails if the grammar is not LALR(1).
 * Needs only node_modules; run it before `tsc`. Does nothing when the output is newer than its sources.
 */
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildTables } from './lalr-tables.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const grammarFolder = root + 'grammar/';
const outputFolder = root + 'lib/syntax/generated/';

/** nearley's own compilation of a `.ne` file: rules, and the body of `@{% %}` blocks. */
export function compileGrammar(file = grammarFolder + 'python.ne') {
  const nearley = require('nearley');
  const compile = require('nearley/lib/compile.js');
  const ofNearley = nearley.Grammar.fromCompiled(require('nearley/lib/nearley-language-bootstrapped.js'));
  const parser = new nearley.Parser(ofNearley);
  parser.feed(readFileSync(file, 'utf8'));
  const compiled = compile(parser.results[0], { version: require('nearley/package.json').version, args: [file] });
  // A file without its own @lexer line turns keywords silently into sequences of characters.
  const broken = compiled.rules.find((rule) => rule.name.includes('$string$'));
  if (broken) throw new Error(`${broken.name}: the file of this rule lacks its @lexer line`);
  return compiled;
}

/** The rules as data: `%TYPE` tokens as `{ type }`, as the generated module has them at run time. */
export function plainRules(compiled) {
  const plain = (symbol) => (symbol.token ? { type: /type: "(\w+)"/.exec(symbol.token)[1] } : symbol);
  return compiled.rules.map(({ name, symbols }) => ({ name, symbols: symbols.map(plain) }));
}

/** Numbers as a string of characters, which loads faster than an array literal: each is its code less 48. */
const pack = (numbers) => JSON.stringify(String.fromCharCode(...numbers.map((number) => number + 48)));

function printTables(tables) {
  const rowsOf = (rows, offset) =>
    rows.map((row) => pack(row.map((number, index) => (index % 2 === 1 ? number + offset : number)))).join(',\n');
  return `// Made by scripts/build-grammar.mjs from grammar/python.ne. lib/syntax/lalr.ts explains the encoding.
export const terminals: readonly string[] = ${JSON.stringify(tables.terminals)};
export const nonterminalCount = ${tables.nonterminals.length};
export const lengths = ${pack(tables.lengths)};
export const lefts = ${pack(tables.lefts)};
export const actionOffset = ${tables.lengths.length};
export const actions: readonly string[] = [
${rowsOf(tables.actions, tables.lengths.length)}
];
export const gotos: readonly string[] = [
${rowsOf(tables.gotos, 0)}
];
`;
}

function isUpToDate() {
  const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const grammars = readdirSync(grammarFolder).map((name) => grammarFolder + name);
  const scripts = ['build-grammar.mjs', 'lalr-tables.mjs'].map((name) => `${root}scripts/${name}`);
  const newest = Math.max(...[...grammars, ...scripts].map(changed));
  return ['grammar.ts', 'tables.ts'].every((name) => changed(outputFolder + name) > newest);
}

function main() {
  if (isUpToDate()) return;
  const compiled = compileGrammar();
  const tables = buildTables(plainRules(compiled), compiled.start);
  if (tables.conflicts.length > 0) {
    console.error(`grammar: ${tables.conflicts.length} LALR conflicts\n${tables.conflicts.slice(0, 20).join('\n')}`);
    process.exit(1);
  }
  const generate = require('nearley/lib/generate.js');
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(outputFolder + 'grammar.ts', generate.typescript(compiled, 'grammar'));
  writeFileSync(outputFolder + 'tables.ts', printTables(tables));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
