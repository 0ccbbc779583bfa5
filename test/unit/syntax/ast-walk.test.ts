/** Walks over whole trees. */
import { strict as assert } from 'node:assert';
import { allNodes } from '../../../lib/syntax/ast-walk.js';
import { parse } from './helpers.js';

describe('walks', () => {
  it('go through displays of more items than a call takes arguments', () => {
    const [root] = parse('[x]').module.body;
    assert.ok(root!.kind === 'Expr' && root.value.kind === 'List');
    const wide = { ...root.value, elts: new Array(200_000).fill(root.value.elts[0]) };
    assert.equal([...allNodes([wide])].length, 200_001);
  });
});
