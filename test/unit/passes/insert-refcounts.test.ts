import assert from 'node:assert/strict';
import type { ValueId } from '../../../lib/base/ids.js';
import type { TypedFunction } from '../../../lib/ir/typed.js';
import { insertExceptionEdges } from '../../../lib/passes/insert-exception-edges.js';
import { insertRefcounts } from '../../../lib/passes/insert-refcounts.js';
import { addBlock, argument, buildFunction, emit, end, int, phi, type FunctionBuilder } from './typed-builder.js';

/** The counting instructions of each block, as `+1` for IncRef of %1 and `-1` for DecRef; `?` where the no-value is allowed. */
function counts(fn: TypedFunction): Record<string, string> {
  const found: Record<string, string> = {};
  for (const block of fn.blocks.values()) {
    const words = block.instructions.flatMap((i) => {
      if (!('operand' in i)) return [];
      const sign = i.kind.startsWith('IncRef') ? '+' : i.kind.startsWith('DecRef') ? '-' : '';
      return sign === '' ? [] : [`${sign}${i.operand}${i.kind.endsWith('Maybe') || i.kind === 'DecRefRare' ? '?' : ''}`];
    });
    if (words.length > 0) found[`b${block.id}`] = words.join(' ');
  }
  return found;
}

function run(b: FunctionBuilder, hasFinalizers = false): Record<string, string> {
  insertExceptionEdges(b.fn);
  insertRefcounts(b.fn, { hasFinalizers });
  return counts(b.fn);
}

const loadSlot = (b: FunctionBuilder, base: ValueId, alias = 'list.items') =>
  emit(b, 'LoadField', 'value', { base, offset: 16, memory: 'value', alias });

describe('insert-refcounts', () => {
  it('returns a borrowed argument with a new reference', () => {
    const b = buildFunction('f', ['value'], 'value');
    end(b, { kind: 'Return', value: argument(b, 0) });
    assert.deepEqual(run(b), { b0: '+0' });
  });

  it('moves what a function owns to its caller', () => {
    const b = buildFunction('f', ['float'], 'value');
    end(b, { kind: 'Return', value: emit(b, 'BoxFloat', 'value', { operand: argument(b, 0, 'float') }) });
    assert.deepEqual(run(b), {});
  });

  it('releases an unused result', () => {
    const b = buildFunction('f', ['float'], 'float');
    const x = argument(b, 0, 'float');
    emit(b, 'BoxFloat', 'value', { operand: x });
    end(b, { kind: 'Return', value: x });
    assert.deepEqual(run(b), { b0: '-1' });
  });

  it('does not count what is only read between barriers', () => {
    const b = buildFunction('f', ['value'], 'float');
    const loaded = loadSlot(b, loadSlot(b, argument(b, 0)));
    end(b, { kind: 'Return', value: emit(b, 'UnboxFloat', 'float', { operand: loaded }) });
    assert.deepEqual(run(b), {});
  });

  it('holds what lives across a barrier', () => {
    const b = buildFunction('f', ['value'], 'value');
    const list = argument(b, 0);
    const loaded = loadSlot(b, list);
    emit(b, 'CallRuntime', 'void', { symbol: 'rt_list_clear', args: [list] });
    end(b, { kind: 'Return', value: loaded });
    assert.deepEqual(run(b), { b0: '+1' });
  });

  it('holds what is borrowed from a dying object', () => {
    const b = buildFunction('f', [], 'value');
    const list = emit(b, 'CallRuntime', 'value', { symbol: 'rt_list_new', args: [int(b, 0)] });
    const loaded = loadSlot(b, list);
    end(b, { kind: 'Return', value: emit(b, 'BoxBool', 'value', { operand: emit(b, 'IsSmall', 'bool', { operand: loaded }) }) });
    assert.deepEqual(run(b), { b1: '+2 -1 -2' });
  });

  it('keeps an object alive while a pointer into it is used', () => {
    const b = buildFunction('f', [], 'int');
    const list = emit(b, 'CallRuntime', 'value', { symbol: 'rt_list_new', args: [int(b, 0)] });
    const items = emit(b, 'LoadField', 'raw', { base: list, offset: 40, memory: 'raw', alias: 'list.pointer' });
    const item = emit(b, 'LoadElement', 'int', { base: items, index: int(b, 3), memory: 'int', alias: 'list.ints' });
    end(b, { kind: 'Return', value: item });
    run(b);
    const last = [...b.fn.blocks.values()].find((block) => block.terminator.kind === 'Return')!.instructions;
    assert.deepEqual(
      last.slice(-2).map((i) => i.kind),
      ['LoadElement', 'DecRef'],
    );
  });

  it('releases on the way out when a later call raises', () => {
    const b = buildFunction('f', ['value'], 'value');
    const list = emit(b, 'CallRuntime', 'value', { symbol: 'rt_list_new', args: [int(b, 0)] });
    emit(b, 'CallRuntime', 'status', { symbol: 'rt_list_append', args: [list, argument(b, 0)] });
    end(b, { kind: 'Return', value: list });
    const found = run(b);
    assert.deepEqual(Object.values(found), ['-1']);
    const block = b.fn.blocks.get(Number(Object.keys(found)[0]!.slice(1)) as never)!;
    assert.equal(block.cold, true);
  });

  it('does not count a walk along a list of objects', () => {
    const b = buildFunction('f', ['value'], 'int');
    const first = argument(b, 0);
    const [entry, header, body, done] = [b.block, addBlock(b), addBlock(b), addBlock(b)];
    end(b, { kind: 'Jump', target: header.id }, header);
    const node = phi(b, 'value', [entry, first]);
    const none = emit(b, 'ValueConst', 'value', { value: { type: 'None' } });
    const isEnd = emit(b, 'IntCompare', 'bool', { op: 'eq', left: node.result, right: none });
    end(b, { kind: 'Branch', condition: isEnd, then: done.id, else: body.id }, body);
    node.inputs.push({ block: body.id, value: loadSlot(b, node.result) });
    end(b, { kind: 'Jump', target: header.id }, done);
    end(b, { kind: 'Return', value: int(b, 0) });
    assert.deepEqual(run(b), {});
  });

  it('counts a loop-carried value that a barrier endangers', () => {
    const b = buildFunction('f', ['value'], 'value');
    const first = argument(b, 0);
    const [entry, header, body, done] = [b.block, addBlock(b), addBlock(b), addBlock(b)];
    end(b, { kind: 'Jump', target: header.id }, header);
    const node = phi(b, 'value', [entry, first]);
    const isSmall = emit(b, 'IsSmall', 'bool', { operand: node.result });
    end(b, { kind: 'Branch', condition: isSmall, then: done.id, else: body.id }, body);
    emit(b, 'CallRuntime', 'void', { symbol: 'rt_list_clear', args: [first] });
    const next = loadSlot(b, node.result);
    node.inputs.push({ block: body.id, value: next });
    end(b, { kind: 'Jump', target: header.id }, done);
    end(b, { kind: 'Return', value: node.result });
    assert.deepEqual(run(b), { b0: '+0', b2: `+${next} -${node.result}` });
  });

  it('lets an owner hold what only arrives owned from a cold block', () => {
    const b = buildFunction('f', ['value', 'bool'], 'bool');
    const [x, condition] = [argument(b, 0), argument(b, 1, 'bool')];
    const [usual, rare, join] = [addBlock(b), addBlock(b), addBlock(b)];
    rare.cold = true;
    end(b, { kind: 'Branch', condition, then: usual.id, else: rare.id }, usual);
    const loaded = loadSlot(b, x);
    end(b, { kind: 'Jump', target: join.id }, rare);
    const boxed = emit(b, 'BoxFloat', 'value', { operand: emit(b, 'FloatConst', 'float', { value: 1 }) });
    end(b, { kind: 'Jump', target: join.id }, join);
    const merged = phi(b, 'value', [usual, loaded], [rare, boxed]);
    end(b, { kind: 'Return', value: emit(b, 'IsSmall', 'bool', { operand: merged.result }) });
    const owner = b.fn.nextValue + 1;
    assert.deepEqual(run(b), { b3: `-${owner}?` });
  });

  it('moves through a phi, and counts a borrowed input', () => {
    const b = buildFunction('f', ['value', 'bool'], 'value');
    const [x, condition] = [argument(b, 0), argument(b, 1, 'bool')];
    const [yes, no, join] = [addBlock(b), addBlock(b), addBlock(b)];
    end(b, { kind: 'Branch', condition, then: yes.id, else: no.id }, yes);
    const boxed = emit(b, 'BoxInt', 'value', { operand: int(b, 5), small: false });
    end(b, { kind: 'Jump', target: join.id }, no);
    end(b, { kind: 'Jump', target: join.id }, join);
    end(b, { kind: 'Return', value: phi(b, 'value', [yes, boxed], [no, x]).result });
    assert.deepEqual(run(b), { b2: '+0' });
  });
});
