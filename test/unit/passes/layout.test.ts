import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { layout } from '../../../lib/builtins/layout.js';
import { root } from '../../../lib/driver/installation.js';

function assertion([struct, fields]: [string, { readonly [field: string]: number }]): string {
  const lines = Object.entries(fields).map(([field, bytes]) => {
    const measured = field === 'size' ? `sizeof(${struct})` : `offsetof(${struct}, ${field})`;
    return `_Static_assert(${measured} == ${bytes}, "${struct}.${field}");`;
  });
  return lines.join('\n');
}

describe('layout', () => {
  it("is the C compiler's", () => {
    const text = ['#include "rt.h"', '#include "object.h"', ...Object.entries(layout).map(assertion)].join('\n');
    const result = spawnSync('clang-22', ['-std=gnu11', '-fsyntax-only', '-I', `${root}native/runtime`, '-x', 'c', '-'], {
      input: text,
      encoding: 'utf8',
    });
    assert.equal(result.stderr, '');
  });
});
