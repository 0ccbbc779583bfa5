/** A failing allocation, whichever it is, raises MemoryError; what was made until then is freed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { prepareRuntime } from '../runner/runtime.js';
import { inWorkspace } from './harness.js';

const program = `
class A:
    def __init__(self, n): self.n = n; self.l = [n] * 3
    def __repr__(self): return f'A({self.n})'

def work():
    d = {}
    for i in range(20): d[str(i)] = A(i)
    s = sorted(d.values(), key=lambda a: -a.n)
    t = ','.join(map(repr, s[:3])) + '%5.2f' % 1.5
    g = [x * 2 for x in range(10)] + list({1, 2, 3})
    def gen():
        for x in g: yield (x, str(x))
    return t, dict(gen()), 10 ** 50, b'ab' + bytes(3), {1: 2} | {3: 4}, {'a'} | {'b'}

try:
    work()
    print('done')
except MemoryError:
    print('MemoryError')
`;

describe('failing allocations', () => {
  before(async function () {
    this.timeout(400_000);
    await prepareRuntime('debug');
  });

  it(
    'raise MemoryError',
    inWorkspace({ 'app.py': program }, (w) => {
      const { status, stderr } = w.tauraro('build', '--runtime', 'debug', 'app.py', '-o', 'app');
      assert.equal(status, 0, stderr);
      for (let n = 1; n <= 300; n += 3) {
        const run = spawnSync(w.path('app'), { encoding: 'utf8', env: { ...process.env, RT_FAIL_ALLOCATION: String(n) } });
        const said = `allocation ${n}: ${run.signal ?? ''} ${run.stderr}`;
        if (run.status === 0) assert.match(run.stdout, /^(MemoryError|done)\n$/, said);
        else assert.ok(run.status === 1 && run.stderr.endsWith('MemoryError\n'), said);
      }
    }),
  );
});
