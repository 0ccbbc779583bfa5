/** Which functions are expected to run a handful of times only. */
import { strict as assert } from 'node:assert';
import { analyse } from '../../../lib/analysis/engine.js';
import { rareContexts } from '../../../lib/specialise/frequency.js';
import { lower } from '../lower/helpers.js';

function rare(text: string): string[] {
  const contexts = [...rareContexts(analyse(lower(text).program))].filter(({ fn }) => fn.kind !== 'module');
  return [...new Set(contexts.map(({ fn }) => fn.qualname))].sort();
}

describe('frequency', () => {
  it('what the module calls outside loops is rare, and what that calls', () => {
    assert.deepEqual(rare('def g():\n    return 1\ndef f():\n    return g() + g()\nf()\n'), ['f', 'g']);
  });
  it('what a loop calls is not, nor what that calls', () => {
    assert.deepEqual(rare('def g():\n    return 1\ndef f():\n    return g()\ndef main():\n    for _ in range(9):\n        f()\nmain()\n'), ['main']);
  });
  it('recursion is not, nor what it calls', () => {
    assert.deepEqual(rare('def leaf(n):\n    return n\ndef f(n):\n    return leaf(n) if n < 2 else f(n - 1)\nf(9)\n'), []);
  });
  it('many calls add up along a chain', () => {
    const calls = (name: string): string => Array(40).fill(`${name}()`).join(' + ');
    const text = `def a():\n    return 1\ndef b():\n    return ${calls('a')}\ndef c():\n    return ${calls('b')}\nprint(c())\n`;
    assert.deepEqual(rare(text), ['b', 'c']);
  });
  it('a function that goes elsewhere as a value is not', () => {
    assert.deepEqual(rare('def f(x):\n    return x\ndef g(x):\n    return x\nf(1)\ng(1)\nprint([f], sorted([2, 1], key=g))\n'), []);
  });
  it('methods are, unless objects of unknown classes may have them', () => {
    const text = 'class C:\n    def __init__(self):\n        self.n = 1\n    def m(self):\n        return self.n\nc = C()\nc.m()\n';
    assert.deepEqual(rare(text), ['C.__init__', 'C.m']);
    assert.deepEqual(rare(`${text}def use(x):\n    return x.m()\nuse(eval)\n`), ['C.__init__', 'use']);
  });
  it('generators and what they call are not', () => {
    assert.deepEqual(rare('def g():\n    return 1\ndef f():\n    yield g()\nlist(f())\n'), []);
  });
});
