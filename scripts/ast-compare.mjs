/**
 * Compares our syntax trees with CPython's `ast.parse` on every .py file of some folders.
 *
 *   node scripts/ast-compare.mjs [--python CMD] [--cache FILE] FOLDER|FILE…
 *
 * Prints counts, the first differing line of each file that differs, and lines parsed a second. Needs a built project and
 * CPython 3.13; --cache keeps CPython's hashes between runs.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const load = (path) => import(new URL(`../build/lib/${path}`, import.meta.url).href);
const { parseModule } = await load('syntax/parse.js');
const { decodeSource } = await load('syntax/decode.js');
const { Diagnostics } = await load('base/diagnostic.js');
const { dumpForComparison } = await import('./ast-compare-dump.mjs');

const options = parseArguments(process.argv.slice(2));
const files = options.paths.flatMap(listFiles).sort();
const expected = askCPython(files);
const counts = { equal: 0, different: 0, refused: 0, 'invalid and refused': 0, 'invalid but accepted': 0 };
let lines = 0;
let milliseconds = 0;
for (const file of files) compareFile(file, expected.get(file));
console.log(counts);
console.log(`${lines} lines in ${Math.round(milliseconds)} ms of processor time: ${Math.round((lines / milliseconds) * 1000)} lines/s`);
process.exitCode = counts.different + counts.refused > 0 ? 1 : 0;

function parseArguments(words) {
  const result = { python: 'python3', cache: null, paths: [] };
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--python' || word === '--cache') result[word.slice(2)] = words.shift();
    else result.paths.push(word);
  }
  return result;
}

function listFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true });
  return names.filter((name) => name.endsWith('.py')).map((name) => `${path}/${name}`);
}

function runHelper(paths, ...flags) {
  const helper = fileURLToPath(new URL('ast-compare.py', import.meta.url));
  const input = paths.join('\n') + '\n';
  const output = execFileSync(options.python, [helper, ...flags], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function askCPython(paths) {
  const { cache } = options;
  const known = new Map(cache && existsSync(cache) ? JSON.parse(readFileSync(cache, 'utf8')) : []);
  const missing = paths.filter((path) => !known.has(path));
  if (missing.length > 0) for (const answer of runHelper(missing)) known.set(answer.file, answer);
  if (cache) writeFileSync(cache, JSON.stringify([...known]));
  return known;
}

function compareFile(file, { error, hash }) {
  const problems = new Diagnostics();
  const bytes = readFileSync(file);
  const start = process.cpuUsage();
  const source = decodeSource(bytes, file, problems);
  const module = source && parseModule(source, problems);
  const { user, system } = process.cpuUsage(start);
  milliseconds += (user + system) / 1000;
  lines += source ? source.text.split('\n').length - 1 : 0;
  const firstError = problems.list.find(({ severity }) => severity === 'error');
  const hasErrors = firstError !== undefined;
  if (error !== undefined) {
    counts[hasErrors ? 'invalid and refused' : 'invalid but accepted']++;
    if (!hasErrors) console.log(`${file}: accepted, but CPython says ${error}`);
  } else if (hasErrors) {
    counts.refused++;
    const { span, message } = firstError;
    console.log(`${file}:${firstError.source.position(span.start).line}: ${message}`);
  } else {
    compareTrees(file, source, module, hash);
  }
}

function compareTrees(file, source, module, hash) {
  const ours = dumpForComparison(source, module);
  if (createHash('md5').update(ours).digest('hex') === hash) {
    counts.equal++;
    return;
  }
  counts.different++;
  const left = ours.split('\n');
  const right = runHelper([file], '--full')[0].dump.split('\n');
  const at = left.findIndex((line, index) => line !== right[index]);
  console.log(`${file}\n  ours    ${left[at]}\n  CPython ${right[at]}\n  after   ${left[at - 1]}`);
}
