import assert from 'node:assert/strict';
import type { Block } from '../../../lib/ir/function.js';
import { insertExceptionEdges } from '../../../lib/passes/insert-exception-edges.js';
import { addBlock, argument, buildFunction, emit, end, int, phi, type FunctionBuilder } from './typed-builder.js';

const newList = (b: FunctionBuilder) => emit(b, 'CallRuntime', 'value', { symbol: 'rt_list_new', args: [int(b, 0)] });
const kinds = (block: Block): string => block.instructions.map((i) => i.kind).join(' ');
const blocks = (b: FunctionBuilder): Block[] => [...b.fn.blocks.values()];

describe('insert-exception-edges', () => {
  it('tests the result and shares the landing of one span', () => {
    const b = buildFunction('f', [], 'value');
    newList(b);
    const list = newList(b);
    end(b, { kind: 'Return', value: list });
    insertExceptionEdges(b.fn);
    const landings = blocks(b).filter((block) => block.terminator.kind === 'Unwind');
    assert.equal(landings.length, 1);
    assert.equal(kinds(landings[0]!), 'AddTraceback');
    assert.equal(kinds(b.fn.blocks.get(b.fn.entry)!), 'IntConst CallRuntime ValueConst IntCompare');
  });

  it('goes to the handler, whose phis get inputs from the landings', () => {
    const b = buildFunction('f', ['int'], 'int');
    const x = argument(b, 0, 'int');
    const [first, second, handler] = [b.block, addBlock(b), addBlock(b)];
    newList(b);
    end(b, { kind: 'JumpUnlessRaised', target: second.id, handler: handler.id }, second);
    const y = int(b, 2);
    newList(b);
    const done = addBlock(b);
    end(b, { kind: 'JumpUnlessRaised', target: done.id, handler: handler.id }, done);
    end(b, { kind: 'Return', value: x }, handler);
    const merged = phi(b, 'int', [first, x], [second, y]);
    end(b, { kind: 'Return', value: merged.result });
    insertExceptionEdges(b.fn);
    assert.deepEqual(
      merged.inputs.map((input) => input.value),
      [x, y],
    );
    for (const input of merged.inputs)
      assert.deepEqual(b.fn.blocks.get(input.block)!.terminator, { kind: 'Jump', target: handler.id });
  });

  it('sends only the last instruction of a block to its handler', () => {
    const b = buildFunction('f', [], 'value');
    const [done, handler] = [addBlock(b), addBlock(b)];
    b.span = { start: 0, end: 5 };
    newList(b);
    b.span = { start: 6, end: 9 };
    const list = newList(b);
    end(b, { kind: 'JumpUnlessRaised', target: done.id, handler: handler.id }, done);
    end(b, { kind: 'Return', value: list }, handler);
    end(b, { kind: 'Unwind' });
    insertExceptionEdges(b.fn);
    const landings = blocks(b).filter((block) => kinds(block) === 'AddTraceback');
    assert.deepEqual(
      landings.map((block) => block.terminator.kind),
      ['Unwind', 'Jump'],
    );
  });

  it('drops the handler of what cannot raise', () => {
    const b = buildFunction('f', ['int'], 'int');
    const x = argument(b, 0, 'int');
    const [done, handler] = [addBlock(b), addBlock(b)];
    end(b, { kind: 'JumpUnlessRaised', target: done.id, handler: handler.id }, handler);
    end(b, { kind: 'Unwind' }, done);
    end(b, { kind: 'Return', value: x });
    insertExceptionEdges(b.fn);
    assert.equal(b.fn.blocks.has(handler.id), false);
  });

  it('needs one test for the usual status of a call', () => {
    const b = buildFunction('f', ['int'], 'int');
    const pair = emit(b, 'CallVersion', 'pair', { version: b.fn.version, closure: null, args: [argument(b, 0, 'int')] });
    const status = emit(b, 'PairStatus', 'int', { operand: pair });
    const isLeft = emit(b, 'IntCompare', 'bool', { op: 'eq', left: status, right: int(b, 2) });
    const [left, usual] = [addBlock(b), addBlock(b)];
    end(b, { kind: 'Branch', condition: isLeft, then: left.id, else: usual.id, likely: false }, left);
    end(b, { kind: 'Exit', point: pair, values: [emit(b, 'PairPayload', 'value', { operand: pair })] }, usual);
    end(b, { kind: 'Return', value: emit(b, 'PairPayload', 'int', { operand: pair }) });
    insertExceptionEdges(b.fn);
    const { terminator } = b.fn.blocks.get(b.fn.entry)!;
    assert.equal(terminator.kind === 'Branch' && terminator.else, usual.id);
  });
});
