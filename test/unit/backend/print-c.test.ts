/** The C that the printer makes of functions built by hand. What programs do by way of C, test/cli/c-output.test.ts shows. */
import assert from 'node:assert/strict';
import { commentText, floatLiteral, identifier, intLiteral, literal, Names } from '../../../lib/backend/c/names.js';
import { printProgram } from '../../../lib/backend/c/print-program.js';
import type { TypedFunction } from '../../../lib/ir/typed.js';
import { addBlock, argument, buildFunction, emit, end, int, phi, programOf } from '../passes/typed-builder.js';

/** The body of `f`, which a module calls. */
function bodyOf(fn: TypedFunction, args: (module: ReturnType<typeof buildFunction>) => number[]): string {
  const m = buildFunction('main', [], 'value', { general: true, kind: 'module' });
  emit(m, 'CallVersion', fn.version.fails ? 'pair' : fn.version.result, { version: fn.version, closure: null, args: args(m) as never });
  end(m, { kind: 'Return', value: emit(m, 'ValueConst', 'value', { value: { type: 'None' } }) });
  const text = printProgram(programOf(m.fn, fn), { debug: false });
  const body = /\n[^\n]*\bf\([^\n]*\) \{\n([^]*?)\n\}/.exec(text)![1]!;
  return body.replace(/^ *\/\*.*\*\/\n/gm, '').replace(/^ {2}/gm, '');
}

describe('names in C', () => {
  it('are identifiers, whatever Python calls them', () => {
    assert.equal(identifier('__main__.A.<lambda>.fast0'), 'A_lambda_fast0');
    assert.equal(identifier('größe'), 'gruf6udfe');
    assert.equal(identifier('_x'), 'p_x');
    const names = new Names();
    assert.deepEqual([names.make('a.b'), names.make('a_b'), names.make('a b')], ['a_b', 'a_b_1', 'a_b_2']);
  });

  it('texts and comments cannot end early', () => {
    assert.equal(literal(Buffer.from('a"\\?é\n\0b')), '"a\\"\\\\\\?\\303\\251\\n"\n  "\\000b"');
    assert.equal(commentText('x = 1 */ /* ??/ \u202e'), 'x = 1 * / / * ? ?/ ?');
    assert.equal(commentText('**/*.txt a*/'), '** / *.txt a* /');
  });

  it('numbers are exact', () => {
    assert.deepEqual([1n, -5n, 1n << 40n, -(1n << 63n)].map(intLiteral), ['1', '-5', 'INT64_C(1099511627776)', 'INT64_MIN']);
    assert.deepEqual([1, 0.1, 1e300, -0, Infinity].map(floatLiteral), ['1.0', '0.1', '1e+300', '-0.0', '__builtin_inf()']);
  });
});

describe('functions in C', () => {
  it('values that are used once stand where they are used', () => {
    const b = buildFunction('f', ['int'], 'int', { fails: false });
    const sum = emit(b, 'IntArith', 'int', { op: 'add', left: argument(b, 0, 'int'), right: int(b, 1), noWrap: true });
    end(b, { kind: 'Return', value: emit(b, 'IntArith', 'int', { op: 'mul', left: sum, right: int(b, 3) }) });
    assert.equal(bodyOf(b.fn, (m) => [int(m, 1)]), 'return wrap_mul(p0_a0 + 1, 3);');
  });

  it('memory is read before it is written', () => {
    const b = buildFunction('f', ['value'], 'int', { fails: false });
    const base = argument(b, 0);
    const field = { base, offset: 16, memory: 'int', alias: 'list.length' } as const;
    const old = emit(b, 'LoadField', 'int', field);
    emit(b, 'StoreField', 'void', { ...field, value: int(b, 7) });
    end(b, { kind: 'Return', value: old });
    const none = (m: ReturnType<typeof buildFunction>) => [emit(m, 'ValueConst', 'value', { value: { type: 'None' } })];
    assert.equal(bodyOf(b.fn, none), 'int64_t v1 = AT(list_length, PTR(p0_a0), 16);\nAT(list_length, PTR(p0_a0), 16) = 7;\nreturn v1;');
  });

  it('phis that change places keep one aside', () => {
    const b = buildFunction('f', ['int', 'int'], 'int', { fails: false });
    const [first, second, start] = [argument(b, 0, 'int'), argument(b, 1, 'int'), b.block];
    const [loop, done] = [addBlock(b), addBlock(b)];
    end(b, { kind: 'Jump', target: loop.id }, loop);
    const [x, y] = [phi(b, 'int', [start, first]), phi(b, 'int', [start, second])];
    x.inputs.push({ block: loop.id, value: y.result });
    y.inputs.push({ block: loop.id, value: x.result });
    end(b, { kind: 'Branch', condition: emit(b, 'IntCompare', 'bool', { op: 'slt', left: x.result, right: y.result }), then: loop.id, else: done.id }, done);
    end(b, { kind: 'Return', value: x.result });
    const [px, py] = [`p${x.result}`, `p${y.result}`];
    const expected = [
      `int64_t ${px}, ${py};`,
      `${px} = p0_a0;`,
      `${py} = p1_a1;`,
      'L1:;',
      `if (${px} < ${py}) {`,
      `  int64_t kept0 = ${px};`,
      `  ${px} = ${py};`,
      `  ${py} = kept0;`,
      '  goto L1;',
      '}',
      `return ${px};`,
    ];
    assert.deepEqual(bodyOf(b.fn, (m) => [int(m, 1), int(m, 2)]).split('\n'), expected);
  });

  it('what is not expected stands in braces, the rest behind it', () => {
    const b = buildFunction('f', ['int'], 'int');
    const sum = emit(b, 'IntChecked', 'checked', { op: 'add', left: argument(b, 0, 'int'), right: int(b, 1) });
    const [over, good] = [addBlock(b), addBlock(b)];
    over.cold = true;
    end(b, { kind: 'Branch', condition: emit(b, 'CheckedOverflow', 'bool', { operand: sum }), then: over.id, else: good.id }, over);
    end(b, { kind: 'Unwind' }, good);
    end(b, { kind: 'Return', value: emit(b, 'CheckedValue', 'int', { operand: sum }) });
    assert.deepEqual(bodyOf(b.fn, (m) => [int(m, 1)]).split('\n'), [
      'int64_t v2;',
      'bool v2_overflows = __builtin_add_overflow(p0_a0, 1, &v2);',
      'if (UNLIKELY(v2_overflows)) {',
      '  return PAIR(0, 1);',
      '}',
      'return PAIR(v2, 0);',
    ]);
  });
});
