/**
 * The generic IR of each file in test/snapshots is what stands beside it in `.generic.snap`.
 * After a wanted change: UPDATE_SNAPSHOTS=1 npm test, and read the difference.
 */
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { printProgram } from '../../../lib/ir/print.js';
import { lower } from './helpers.js';

const folder = new URL('../../../../test/snapshots/', import.meta.url);
const sources = readdirSync(folder).filter((name) => name.endsWith('.py'));
const isUpdate = process.env['UPDATE_SNAPSHOTS'] === '1';

describe('generic IR', () => {
  for (const name of sources) {
    it(name, () => {
      const { program, problems } = lower(readFileSync(new URL(name, folder), 'utf8'));
      assert.deepEqual(problems.list, []);
      const snapshot = new URL(name.replace(/\.py$/, '.generic.snap'), folder);
      const text = printProgram(program);
      if (isUpdate) writeFileSync(snapshot, text);
      assert.ok(existsSync(snapshot), 'no snapshot; see the head of this test');
      assert.equal(text, readFileSync(snapshot, 'utf8'));
    });
  }
});
