import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBackend } from '../../../lib/driver/installation.js';

describe('the linker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-linker-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps no memory from one link to the next', () => {
    const link = () => {
      const outcome = loadBackend().link(['ld.lld', '-m', 'elf_x86_64', '-r', '-o', join(folder, 'whole.o'), 'build/native/runtime/x86_64-linux.o']);
      assert.ok(outcome.ok, outcome.log);
    };
    for (let round = 0; round < 5; round++) link();
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 40; round++) link();
    const megabytes = (process.memoryUsage().rss - before) / 2 ** 20;
    assert.ok(megabytes < 16, `${megabytes} MiB more after 40 links`);
  });
});
