/** Which module-level names are constant and bound early. */
import { strict as assert } from 'node:assert';
import { lower } from './helpers.js';

/** `name`: neither; `name constant`; `name early`: both. */
function globals(text: string, others: Readonly<Record<string, string>> = {}, module = '__main__'): string[] {
  const found = lower(text, others).program.modules.find(({ name }) => name === module)!;
  return [...found.globals.values()].map(
    ({ name, constant, boundEarly }) => `${name}${boundEarly ? ' early' : constant ? ' constant' : ''}`,
  );
}

describe('globals', () => {
  it('functions before the code that calls them are bound early', () => {
    assert.deepEqual(globals('def main():\n    helper()\ndef helper():\n    return 1\nmain()\n'), ['main early', 'helper early']);
  });
  it('a name that reachable code may read before it is bound is not', () => {
    assert.deepEqual(globals('def f():\n    return g()\nx = f()\ndef g():\n    return f\n'), ['f early', 'g constant']);
  });
  it('code that cannot reach a name does not matter', () => {
    assert.deepEqual(globals('def f():\n    return 1\nx = f()\ndef g():\n    return g, f\n'), ['f early', 'g early']);
  });
  it('functions used as values may run at any time', () => {
    assert.deepEqual(globals('def f():\n    return late\nhandlers = [f]\nprint(handlers[0]())\nlate = 1\n'), ['f early', 'late constant']);
  });
  it('methods run through their names', () => {
    const text = 'class A:\n    def run(self):\n        return late\na = A()\na.run()\nlate = 1\n';
    assert.deepEqual(globals(text), ['A early', 'late constant']);
  });
  it('names bound twice, under a condition or by functions are variables', () => {
    const text =
      'def f():\n    global a\n    a = 1\n    return a, b, c, d\na = 1\nb = 1\nb = 2\nif f:\n    c = 1\nfor d in ():\n    pass\n';
    assert.deepEqual(globals(text), ['f early', 'a', 'b', 'c', 'd']);
  });
  it('variables that no function uses are no globals', () => {
    assert.deepEqual(globals('x = 1\nfor i in range(x):\n    print(i, [i for _ in ()])\n'), []);
  });
  it('names that other modules import are shared', () => {
    const others = { tools: 'def a():\n    return 1\nb = 2\n' };
    assert.deepEqual(globals('from tools import a\nprint(a())\n', others, 'tools'), ['a early']);
    assert.deepEqual(globals('import tools\nprint(tools.a(), tools.b)\n', others, 'tools'), ['a early', 'b early']);
  });
  it('modules that import each other bind nothing early', () => {
    assert.deepEqual(globals('import one\n', { one: 'import two\ndef f(): pass\n', two: 'import one\ndef g(): pass\n' }, 'two'), [
      'one constant',
      'g constant',
    ]);
  });
  it('what another module may set is not constant', () => {
    assert.deepEqual(globals('import tools\ntools.a = 2\n', { tools: 'a = 1\nb = 2\n' }, 'tools'), ['a', 'b early']);
  });
});
