/** Diagnostics as text. */
import assert from 'node:assert/strict';
import { SourceFile } from '../../../lib/base/source.js';
import { suggest } from '../../../lib/driver/nearest.js';
import { printDiagnostic } from '../../../lib/driver/print-diagnostic.js';
import { styleFor } from '../../../lib/driver/style.js';

const plain = styleFor({}, 'never');

function printed(text: string, start: number, end: number, help?: string): string {
  const source = new SourceFile('app.py', text);
  return printDiagnostic({ code: 'E302', severity: 'error', source, span: { start, end }, message: 'wrong', help }, plain);
}

describe('printing a diagnostic', () => {
  it('points at the span', () => {
    assert.equal(printed('a = 1\n    b = f(2)\n', 14, 18, 'try g'), 'app.py:2:9: error[E302]: wrong\n    b = f(2)\n        ^^^^\nhelp: try g');
  });

  it('stays in line after tabs and wide characters', () => {
    assert.equal(printed('x\t= "世界" 1', 9, 10), 'app.py:1:10: error[E302]: wrong\n    x    = "世界" 1\n                  ^');
  });

  it('ends at the line for a span over several', () => {
    assert.equal(printed('f(1,\n  2)\n', 0, 9), 'app.py:1:1: error[E302]: wrong\n    f(1,\n    ^^^^');
  });

  it('shows part of a very long line', () => {
    const lines = printed(`${'x'.repeat(5000)} = 1`, 4000, 4001).split('\n');
    assert.ok(lines[1]!.length < 200);
    assert.equal(lines[1]![lines[2]!.indexOf('^')], 'x');
  });
});

describe('suggesting a name', () => {
  it('offers what is close, and nothing otherwise', () => {
    assert.equal(suggest('tiem', ['json', 'time', 'output']), 'did you mean time?');
    assert.equal(suggest('frobnicate', ['json', 'time', 'output']), undefined);
  });
});
