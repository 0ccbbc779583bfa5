import assert from 'node:assert/strict';
import { printLlvm, startEmission } from '../../../lib/backend/llvm/emit-program.js';
import { loadBackend, loadIrBuilder } from '../../../lib/driver/installation.js';
import type { TypedProgram } from '../../../lib/ir/program.js';
import { passesFor } from '../../../lib/passes/pipeline.js';
import { addBlock, argument, buildFunction, emit, end, int, programOf } from './typed-builder.js';

const triple = 'x86_64-unknown-linux-gnu';
const options = () => ({ triple, dataLayout: loadBackend().dataLayout(triple), verify: true });

/** A module body that makes a list of a float and appends a str to it. */
function listProgram(): TypedProgram {
  const b = buildFunction('main', [], 'value', { general: true, kind: 'module' });
  const boxed = emit(b, 'BoxFloat', 'value', { operand: emit(b, 'FloatConst', 'float', { value: 1.5 }) });
  const list = emit(b, 'CallRuntime', 'value', { symbol: 'rt_make_list', args: [{ array: [boxed] }, { number: 1n }] });
  const text = emit(b, 'ValueConst', 'value', { value: { type: 'str', value: 'h\u00e9\u{1f600}' } });
  emit(b, 'CallRuntime', 'status', { symbol: 'rt_list_append', args: [list, text] });
  end(b, { kind: 'Return', value: list });
  return programOf(b.fn);
}

/** sum(range(n)) on machine ints, with an exit on overflow. */
function sumProgram(): TypedProgram {
  const b = buildFunction('total', ['int'], 'int');
  emit(b, 'StackCheck', 'void', {});
  const sum = emit(b, 'IntChecked', 'checked', { op: 'add', left: argument(b, 0, 'int'), right: int(b, 1) });
  const [over, good] = [addBlock(b), addBlock(b)];
  over.cold = true;
  end(
    b,
    {
      kind: 'Branch',
      condition: emit(b, 'CheckedOverflow', 'bool', { operand: sum }),
      then: over.id,
      else: good.id,
      likely: false,
    },
    over,
  );
  end(b, { kind: 'Exit', point: sum, values: [emit(b, 'BoxInt', 'value', { operand: int(b, 7), small: false })] }, good);
  end(b, { kind: 'Return', value: emit(b, 'CheckedValue', 'int', { operand: sum }) });
  const g = buildFunction('total', ['value'], 'value', { general: true, resumePoints: [sum] });
  const asked = emit(g, 'ResumePoint', 'int', {});
  const [start, resumed] = [addBlock(g), addBlock(g)];
  end(g, { kind: 'Switch', value: asked, cases: [{ value: 1, target: resumed.id }], otherwise: start.id }, start);
  end(g, { kind: 'Return', value: argument(g, 0) }, resumed);
  end(g, { kind: 'Return', value: emit(g, 'ResumeValue', 'value', { index: 0 }) });
  const m = buildFunction('main', [], 'value', { general: true, kind: 'module' });
  const pair = emit(m, 'CallVersion', 'pair', { version: b.fn.version, closure: null, args: [int(m, 3)] });
  end(m, {
    kind: 'Return',
    value: emit(m, 'BoxInt', 'value', { operand: emit(m, 'PairPayload', 'int', { operand: pair }), small: false }),
  });
  return programOf(m.fn, b.fn, g.fn);
}

/** A generator that yields its argument twice. */
function generatorProgram(): TypedProgram {
  const m = buildFunction('main', [], 'value', { general: true, kind: 'module' });
  const g = buildFunction('twice', ['value'], 'value', { general: true, kind: 'generator', resumePoints: [50] });
  const asked = emit(g, 'ResumePoint', 'int', {});
  const [start, resumed] = [addBlock(g), addBlock(g)];
  end(g, { kind: 'Switch', value: asked, cases: [{ value: 1, target: resumed.id }], otherwise: start.id }, start);
  const x = argument(g, 0);
  end(g, { kind: 'Suspend', point: 50 as typeof x, yielded: x, values: [x] }, resumed);
  emit(g, 'ResumeValue', 'value', { index: 0 });
  end(g, { kind: 'Return', value: emit(g, 'ResumeValue', 'value', { index: 1 }) });
  const list = emit(m, 'CallRuntime', 'value', { symbol: 'rt_make_list', args: [{ array: [] }, { number: 0n }] });
  end(m, { kind: 'Return', value: list });
  return programOf(m.fn, g.fn);
}

function bitcodeOf(program: TypedProgram): Buffer {
  const emission = startEmission(loadIrBuilder(), program, options(), false);
  return emission.emit(emission.units[0]!);
}

describe('emit-program', () => {
  for (const [name, make] of Object.entries({ listProgram, sumProgram, generatorProgram })) {
    it(`gives well-formed bitcode, always the same: ${name}`, () => {
      const [first, second] = [make(), make()];
      for (const program of [first, second]) passesFor(program)(program.functions);
      const bitcode = bitcodeOf(first);
      assert.deepEqual(bitcode, bitcodeOf(second));
      const { output } = loadBackend().compile(bitcode, { triple, opt: 3, emit: 'll', verify: true });
      assert.match(output.toString(), /define .*@main/);
    });
  }

  it('hands over state to the general version', () => {
    const program = sumProgram();
    passesFor(program)(program.functions);
    assert.match(printLlvm(loadIrBuilder(), program, options()), /@tauraro\.exit\.1\(ptr @total\.general, ptr null, i32 1, i64 /);
  });
});
