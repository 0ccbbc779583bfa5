/**
 * What the machine code of typical loops must contain and must not: `# llvm: regex` and `# llvm-not: regex` on lines of a
 * function hold for the hot code of its fast versions, after LLVM's optimiser; where it has been inlined, for the caller's.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { Diagnostics } from '../lib/base/diagnostic.js';
import { compile } from '../lib/driver/compile.js';
import { PhaseTimer } from '../lib/driver/phase-timer.js';
import { functionsOf, hotCode } from './runner/hot-code.js';

const folder = 'test/codegen';

interface CodePromise {
  readonly line: number;
  readonly fn: string;
  readonly pattern: RegExp;
  readonly wanted: boolean;
}

function promisesOf(text: string): CodePromise[] {
  let fn = 'module';
  return text.split('\n').flatMap((line, index) => {
    const def = /^( *)def (\w+)/.exec(line);
    if (def) fn = def[2]!;
    else if (/^\S/.test(line) && !line.startsWith('#')) fn = 'module';
    const found = /# llvm(-not)?: (.*)$/.exec(line);
    return found ? [{ line: index + 1, fn, pattern: new RegExp(found[2]!), wanted: found[1] === undefined }] : [];
  });
}

async function llvmOf(file: string): Promise<string> {
  const options = { stage: 'llvm', level: 3, target: 'native', cpu: 'baseline', features: '', debug: false, forceExits: false, runtime: 'release' } as const;
  const { content } = await compile(file, options, new Diagnostics(), new PhaseTimer());
  return content.toString();
}

/** The hot code of the function's fast versions, or of the module's, into which it has been inlined. */
function hotCodeOf(fn: string, module: string): string {
  const functions = [...functionsOf(module)];
  const versions = (name: string) => functions.filter(([symbol]) => new RegExp(`(^|\\.)${name}\\.fast\\d*$`).test(symbol));
  const found = versions(fn).length > 0 ? versions(fn) : versions('module');
  assert.notEqual(found.length, 0, `no fast version of ${fn}`);
  return found.map(([, text]) => hotCode(text, module)).join('\n');
}

describe('codegen', () => {
  for (const name of readdirSync(folder)) {
    it(name, async () => {
      const file = `${folder}/${name}`;
      const module = await llvmOf(file);
      for (const { line, fn, pattern, wanted } of promisesOf(readFileSync(file, 'utf8'))) {
        const code = hotCodeOf(fn, module);
        const offending = code.split('\n').find((text) => pattern.test(text));
        assert.equal(offending !== undefined, wanted, `${file}:${line}: ${pattern} is ${wanted ? 'absent' : `there: ${offending}`}\nrepeat: node build/lib/cli.js build ${file} --emit llvm`);
      }
    });
  }
});
