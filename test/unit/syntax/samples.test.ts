/** Trees equal CPython's on the samples; scripts/ast-compare.mjs compares whole folders, such as the standard library. */
import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import type { Module } from '../../../lib/syntax/ast.js';
import type { SourceFile } from '../../../lib/base/source.js';
import { printAst } from '../../../lib/syntax/print-ast.js';
import { parse, readText, root, summary } from './helpers.js';

const folder = 'test/unit/syntax/samples/';
const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.py'));

interface Dump {
  dumpForComparison(source: SourceFile, module: Module): string;
}

describe('syntax trees', () => {
  for (const name of names) {
    const recorded = folder + name.replace(/py$/, '');

    it(`${name}: nodes, constants and positions`, async () => {
      const { dumpForComparison } = (await import(new URL('scripts/ast-compare-dump.mjs', root).href)) as Dump;
      const parsed = parse(readText(folder + name));
      assert.deepEqual(
        summary(parsed).filter((line) => !line.includes('E150')),
        [],
      );
      assert.equal(dumpForComparison(parsed.source, parsed.module) + '\n', readText(recorded + 'ast'));
    });

    it(`${name}: printed as by ast.dump`, () => {
      assert.equal(printAst(parse(readText(folder + name)).module) + '\n', readText(recorded + 'dump'));
    });
  }
});
