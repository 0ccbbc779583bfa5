/** Programs nested to the extreme end in a tree or in a diagnostic, never in a stack overflow. */
import { strict as assert } from 'node:assert';
import { parse, summary } from './helpers.js';

const many = 50_000;

const refused: Record<string, string> = {
  'unary operators': '-'.repeat(many) + '1',
  nots: 'not '.repeat(many) + '1',
  sums: '1' + '+1'.repeat(many),
  powers: '1' + '**1'.repeat(many),
  attributes: 'a' + '.a'.repeat(many),
  calls: 'a' + '()'.repeat(many),
  subscripts: 'a' + '[0]'.repeat(many),
  conditionals: '1 if 0 else '.repeat(many) + '2',
  lambdas: 'lambda: '.repeat(many) + '1',
  elifs: 'if a: pass\n' + 'elif a: pass\n'.repeat(many),
};

const accepted: Record<string, string> = {
  comparisons: '1' + ' < 1'.repeat(many),
  conjunctions: '1' + ' and 1'.repeat(many),
  arguments: `f(${'1,'.repeat(many)})`,
  elements: `[${'1,'.repeat(many)}]`,
  strings: "'ab' ".repeat(many),
  statements: 'x += 1\n'.repeat(many),
  'ordinary depth': '('.repeat(200) + '1' + ')'.repeat(200),
  'a thousand sums': '1' + '+1'.repeat(1000),
};

describe('nesting limits', function () {
  this.timeout(20_000);
  for (const [name, text] of Object.entries(refused)) {
    it(`refuses ${many} ${name}`, () => {
      assert.deepEqual(
        summary(parse(text)),
        ['1: E138 the program is nested more than 1200 levels deep'].map((line) =>
          name === 'elifs' ? line.replace(/^1/, '1200') : line,
        ),
      );
    });
  }
  for (const [name, text] of Object.entries(accepted)) {
    it(`accepts ${name}`, () => assert.deepEqual(summary(parse(text)), []));
  }

  it('reports brackets and indentation as CPython does', () => {
    assert.deepEqual(summary(parse('('.repeat(many))), ['1: E138 too many nested parentheses']);
    const indented = Array.from({ length: 101 }, (_, depth) => ' '.repeat(depth) + 'if 1:\n').join('');
    assert.deepEqual(summary(parse(indented)), ['101: E138 too many levels of indentation']);
  });
});
