/** The grammar is unambiguous, and nearley's own parser agrees with the tables that drive its rules. */
import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import nearley from 'nearley';
import grammar from '../../../lib/syntax/generated/grammar.js';
import { SyntaxProblem } from '../../../lib/syntax/errors.js';
import { parseLine } from '../../../lib/syntax/lalr.js';
import { tokenize } from '../../../lib/syntax/tokens/tokenizer.js';
import type { Token } from '../../../lib/syntax/tokens/token.js';
import { readText, root } from './helpers.js';

interface Tables {
  readonly conflicts: readonly string[];
  readonly terminals: readonly string[];
}

/** nearley asks for tokens one by one. */
function lexerOf(tokens: readonly Token[]) {
  let at = 0;
  return {
    next: () => tokens[at++],
    save: () => ({}),
    reset: () => undefined,
    formatError: () => '',
    has: () => true,
  };
}

/** nearley tries every rule that begins alike: one that explains a mistake must only drop out. */
const speculative = {
  ...grammar,
  ParserRules: grammar.ParserRules.map((rule) => ({
    ...rule,
    postprocess: (d: unknown[], location: number, reject: object): unknown => {
      try {
        return rule.postprocess === undefined ? d : rule.postprocess(d, location, reject);
      } catch (problem) {
        if (problem instanceof SyntaxProblem) return reject;
        throw problem;
      }
    },
  })),
};

const rules = nearley.Grammar.fromCompiled(speculative as unknown as nearley.CompiledRules);

function parseWithNearley(line: readonly Token[]): unknown[] {
  const parser = new nearley.Parser(rules, { lexer: lexerOf(line) as unknown as nearley.Lexer });
  parser.feed('');
  return parser.results;
}

function* logicalLines(tokens: readonly Token[]): Generator<Token[]> {
  let line: Token[] = [];
  for (const token of tokens) {
    if (['INDENT', 'DEDENT', 'END'].includes(token.type)) continue;
    line.push(token);
    if (token.type !== 'NEWLINE') continue;
    yield line;
    line = [];
  }
}

describe('the grammar', () => {
  it('has no LALR(1) conflicts, hence no ambiguity', async () => {
    const { compileGrammar, plainRules } = await import(new URL('scripts/build-grammar.mjs', root).href);
    const { buildTables } = await import(new URL('scripts/lalr-tables.mjs', root).href);
    const compiled = compileGrammar();
    const tables: Tables = buildTables(plainRules(compiled), compiled.start);
    assert.deepEqual(tables.conflicts, []);
    assert.ok(tables.terminals.length > 90);
  });

  it('finds conflicts where there are some', async () => {
    const { buildTables } = await import(new URL('scripts/lalr-tables.mjs', root).href);
    const sum = { name: 'sum', symbols: ['sum', { literal: '+' }, 'sum'] };
    const tables: Tables = buildTables([sum, { name: 'sum', symbols: [{ type: 'NUMBER' }] }], 'sum');
    assert.deepEqual(tables.conflicts.length, 1);
  });

  it('means the same to nearley, which finds one parse of each line', function () {
    this.timeout(20_000);
    const folder = 'test/unit/syntax/samples/';
    for (const name of readdirSync(new URL(folder, root)).filter((each) => each.endsWith('.py'))) {
      for (const line of logicalLines(tokenize(readText(folder + name), ({ message }) => assert.fail(message)))) {
        const results = parseWithNearley(line);
        assert.equal(results.length, 1, line.map(({ value }) => value).join(' '));
        assert.deepEqual(results[0], parseLine(line, 0, line.length));
      }
    }
  });
});
