/** What names mean, told as `name: where its variable lives`. */
import { strict as assert } from 'node:assert';
import { buildScopes, type Scope } from '../../../lib/analysis/scopes.js';
import { Diagnostics } from '../../../lib/base/diagnostic.js';
import { SourceFile } from '../../../lib/base/source.js';
import { parseModule } from '../../../lib/syntax/parse.js';

/** Of the scope of that kind and name: each name with its meaning, and the free variables. */
function meanings(text: string, name: string, kind: Scope['kind'] = 'function'): Record<string, string> {
  const source = new SourceFile('test.py', text);
  const scopes = buildScopes(source, parseModule(source, new Diagnostics()));
  const scope = [...scopes.byNode.values()].find((one) => one.name === name && one.kind === kind)!;
  const entries = [...scope.meaning].map(([id, variable]): [string, string] => {
    if (variable === null) return [id, 'built-in'];
    const place = variable.scope === scope ? 'own' : `${variable.scope.kind} ${variable.scope.name}`;
    return [id, `${place}${variable.captured ? ' captured' : ''}`];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('scopes', () => {
  it('own, captured, global and built-in names', () => {
    const text = 'x = 1\ndef outer(a):\n    b = a\n    def f(c):\n        return a, c, x, print\n    return f\n';
    const module = 'module <module> captured';
    assert.deepEqual(meanings(text, 'f'), { a: 'function outer captured', c: 'own', print: 'built-in', x: module });
    assert.deepEqual(meanings(text, 'outer'), { a: 'own captured', b: 'own', f: 'own' });
  });
  it('class bodies are skipped by the functions inside', () => {
    assert.deepEqual(meanings('class C:\n    x = 1\n    def f(self):\n        return x\n', 'f'), { self: 'own', x: 'built-in' });
  });
  it('comprehensions have variables of their own, and see the function around', () => {
    const text = 'def f(n):\n    return [i + n for i in range(n)]\n';
    assert.deepEqual(meanings(text, 'f', 'comprehension'), { i: 'own', n: 'function f' });
  });
  it('assignment expressions in comprehensions bind outside', () => {
    assert.deepEqual(meanings('def f():\n    return [y := x for x in ()]\n', 'f'), { y: 'own' });
    assert.deepEqual(meanings('def f():\n    return any(y := x for x in ())\n', '<genexpr>')['y'], 'function f captured');
  });
  it('super() captures the class', () => {
    const text = 'class C:\n    def f(self):\n        super().f()\n';
    assert.deepEqual(meanings(text, 'f'), { __class__: 'class C captured', self: 'own', super: 'built-in' });
  });
  it('private names are mangled', () => {
    assert.deepEqual(meanings('class _C:\n    def f(self, __a):\n        return __b__, __a\n', 'f'), {
      _C__a: 'own',
      __b__: 'built-in',
      self: 'own',
    });
  });
  it('global and nonlocal', () => {
    const text = 'def outer():\n    x = 1\n    def f():\n        nonlocal x\n        global y\n        x = y = 2\n';
    assert.deepEqual(meanings(text, 'f'), { x: 'function outer captured', y: 'module <module> captured' });
  });
});
