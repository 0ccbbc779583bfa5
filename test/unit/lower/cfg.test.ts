import { strict as assert } from 'node:assert';
import type { BlockId, ValueId } from '../../../lib/base/ids.js';
import { immediateDominators, naturalLoops, reversePostorder } from '../../../lib/ir/cfg.js';
import type { IrFunction } from '../../../lib/ir/function.js';
import { computeLiveness } from '../../../lib/ir/liveness.js';
import { printInstruction } from '../../../lib/ir/print.js';
import { verifyFunction } from '../../../lib/ir/verify.js';
import { lower } from './helpers.js';

function functionOf(text: string): IrFunction {
  const { program } = lower(text);
  return program.functions.find(({ name }) => name === 'f')!;
}

/** The value of the first instruction that is printed so. */
function find(fn: IrFunction, pattern: RegExp): ValueId {
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) if (pattern.test(printInstruction(instruction))) return instruction.result;
  }
  throw new Error(`no ${String(pattern)}`);
}

describe('control flow', () => {
  const loop = 'def f(n):\n    while n:\n        if n > 1:\n            n -= 1\n        g()\n    return n\n';

  it('dominators lead back to the entry', () => {
    const fn = functionOf(loop);
    const parents = immediateDominators(fn);
    const order = reversePostorder(fn);
    assert.equal(parents.get(fn.entry), fn.entry);
    order.slice(1).forEach((id, index) => assert.ok(order.slice(0, index + 1).includes(parents.get(id)!)));
  });
  it('a loop is found with its body', () => {
    const loops = [...naturalLoops(functionOf(loop)).values()];
    assert.equal(loops.length, 1);
    assert.ok(loops[0]!.size >= 4);
  });
  it('long chains need no stack', function () {
    this.timeout(20000);
    const fn = functionOf(`def f(x):\n${'    if x: x = g()\n'.repeat(3000)}    return x\n`);
    assert.equal(immediateDominators(fn).size, fn.blocks.size);
  });
});

describe('liveness', () => {
  it('lists what is used after a point, in ascending order', () => {
    const fn = functionOf('def f(a, b, c):\n    x = a + b\n    y = x * c\n    return y - a\n');
    const { liveAfter } = computeLiveness(fn);
    assert.deepEqual(
      liveAfter(find(fn, /Binary Add/)).map(Number),
      [find(fn, /Parameter 0/), find(fn, /Parameter 2/), find(fn, /Binary Add/)].sort((a, b) => a - b),
    );
    assert.deepEqual(liveAfter(find(fn, /Binary Sub/)), [find(fn, /Binary Sub/)]);
  });
  it('what a handler uses lives after what may raise', () => {
    const fn = functionOf('def f(a, b):\n    try:\n        g()\n    except E:\n        return b\n    return a\n');
    const live = computeLiveness(fn).liveAfter(find(fn, /Call/));
    assert.ok(live.includes(find(fn, /Parameter 0/)) && live.includes(find(fn, /Parameter 1/)));
  });
  it('goes round loops', () => {
    const fn = functionOf('def f(a, n):\n    for i in n:\n        print(a)\n');
    const { liveOut } = computeLiveness(fn);
    const latch = [...fn.blocks.values()].find((block) => block.instructions.some(({ kind }) => kind === 'Call'))!;
    assert.ok(liveOut(latch.id).includes(find(fn, /Parameter 0/)));
  });
});

describe('verifyFunction', () => {
  const message = (change: (fn: IrFunction) => void): string => {
    const fn = functionOf('def f(a):\n    if a:\n        b = 1\n    else:\n        b = g(a)\n    return b\n');
    change(fn);
    try {
      verifyFunction(fn);
    } catch (error) {
      return (error as Error).message;
    }
    return 'valid';
  };

  it('accepts what lowering makes', () =>
    assert.equal(
      message(() => {}),
      'valid',
    ));
  it('names a use without definition', () => {
    const text = message((fn) => {
      const exit = [...fn.blocks.values()].find(({ terminator }) => terminator.kind === 'Return')!;
      exit.terminator = { kind: 'Return', value: 999 as ValueId };
    });
    assert.match(text, /__main__\.f, b\d+: Return v999: v999 is not defined/);
  });
  it('names a phi that misses a predecessor', () => {
    const text = message((fn) => {
      for (const { instructions } of fn.blocks.values()) for (const phi of instructions) if (phi.kind === 'Phi') phi.inputs.pop();
    });
    assert.match(text, /Phi .*: the predecessors are/);
  });
  it('names a target that does not exist', () => {
    assert.match(
      message((fn) => (fn.blocks.get(fn.entry)!.terminator = { kind: 'Jump', target: 77 as BlockId })),
      /no block b77/,
    );
  });
});
