import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layout } from '../../../lib/builtins/layout.js';
import { root } from '../../../lib/driver/installation.js';

function assertion([struct, fields]: [string, { readonly [field: string]: number }]): string {
  const lines = Object.entries(fields).map(([field, bytes]) => {
    const measured = field === 'size' ? `sizeof(${struct})` : `offsetof(${struct}, ${field})`;
    return `_Static_assert(${measured} == ${bytes}, "${struct}.${field}");`;
  });
  return lines.join('\n');
}

/** What rt.h takes from a C library, for processors whose own is not here. */
const headers = {
  'assert.h': '#define assert(x) ((void)0)\n#define static_assert _Static_assert\n',
  'string.h':
    '#include <stddef.h>\nvoid *memcpy(void *, const void *, size_t);\nint memcmp(const void *, const void *, size_t);\n' +
    'size_t strlen(const char *);\nint strcmp(const char *, const char *);\nvoid *memset(void *, int, size_t);\n',
};

describe('layout', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tauraro-layout-'));
    for (const [name, text] of Object.entries(headers)) writeFileSync(join(folder, name), text);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is of types that processors of 32 bits have too', () => {
    const folder = `${root}native/runtime`;
    const files = readdirSync(folder).filter((name) => /\.[ch]$/.test(name) && !['rt.h', 'limbs.h'].includes(name));
    const users = files.filter((name) => readFileSync(join(folder, name), 'utf8').includes('__int128'));
    assert.deepEqual(users, [], 'RtInt128 and RtUint128 of rt.h are there for all');
  });

  for (const triple of ['x86_64-unknown-linux-gnu', 'riscv64-unknown-linux-gnu', 'armv7-unknown-linux-gnueabihf', 'wasm32-unknown-wasip1']) {
    it(`is the C compiler's for ${triple}`, () => {
      const text = ['#include "rt.h"', '#include "object.h"', ...Object.entries(layout).map(assertion)].join('\n');
      const args = ['-std=gnu11', '-fsyntax-only', `--target=${triple}`, '-ffreestanding', '-nostdlibinc', '-isystem', folder, '-I', `${root}native/runtime`];
      const result = spawnSync('clang-22', [...args, '-x', 'c', '-'], { input: text, encoding: 'utf8' });
      assert.equal(result.stderr, '');
    });
  }
});
