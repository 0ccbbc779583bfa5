/**
 * Every program in test/programs prints, in every mode, what CPython printed for it. To choose some:
 *
 *   npx mocha -g 'list/methods'
 */
import assert from 'node:assert/strict';
import { isKnownToFail, nameOf, namesOfKnownFailures } from './runner/known-failures.js';
import { modes, type Mode } from './runner/modes.js';
import { Pool } from './runner/pool.js';
import { argumentsOf, listPrograms, recordOf } from './runner/programs.js';
import { prepareRuntime } from './runner/runtime.js';
import type { Outcome } from './runner/worker.js';

function assertAnswer(program: string, mode: Mode, { refused, ...outcome }: Outcome): void {
  const args = argumentsOf(program).map((arg) => (/[^\w.=-]/.test(arg) ? `'${arg}'` : arg));
  const command = ['node build/lib/cli.js run', mode.flags, program, ...args].join(' ');
  assert.equal(refused, undefined, `${refused}\nrepeat: ${command}`);
  const { out, err, status } = recordOf(program);
  const report = (what: string) => `${what} differs from CPython's${outcome.err ? `\nstderr: ${outcome.err.slice(-2000)}` : ''}\nrepeat: ${command}\n`;
  if (outcome.out !== out) assert.equal(outcome.out, out, `${report('standard output')}${firstDifference(outcome.out, out)}`);
  assert.equal(outcome.status, status, report('exit status'));
  if (outcome.err !== err) assert.equal(outcome.err, err, `${report('standard error')}${firstDifference(outcome.err, err)}`);
}

function firstDifference(actual: string, expected: string): string {
  const [ours, theirs] = [actual.split('\n'), expected.split('\n')];
  const line = theirs.findIndex((text, index) => text !== ours[index]);
  const at = line < 0 ? theirs.length : line;
  return `line ${at + 1}\n  expected: ${theirs[at]}\n  got:      ${ours[at]}`;
}

const programs = listPrograms();
const variants = modes.map((mode) => mode.options);
const pool = new Pool();
/** Of each program that has begun, in each mode. */
const outcomes: Promise<readonly Outcome[]>[] = [];

/** Programs that have not been asked for, up to `end`, begin. */
function begin(start: number, end: number): void {
  for (let index = start; index < Math.min(end, programs.length); index++) {
    const program = programs[index]!;
    outcomes[index] ??= pool.perform({ program, args: argumentsOf(program), variants });
  }
}

// Other suites leave a processor free: where every test is to run, the programs begin with the first of them.
before(() => {
  if (process.argv.length > 2) return;
  pool.reshape({ size: 1, ahead: 16 });
  void prepareRuntime('asan').then(() => begin(0, programs.length));
});

describe('programs', () => {
  /** The outcome of a program in a mode; the program that follows begins meanwhile. */
  const outcomeOf = async (index: number, mode: number): Promise<Outcome> => {
    begin(index, index + 2);
    return (await outcomes[index]!)[mode]!;
  };

  before(async function () {
    this.timeout(300_000);
    await prepareRuntime('asan');
    pool.reshape({ size: 2, ahead: 1 });
  });
  after(() => pool.close());

  programs.forEach((program, index) => {
    modes.forEach((mode, variant) => {
      it(`${nameOf(program)} ${mode.name}`, async () => {
        const outcome = await outcomeOf(index, variant);
        if (!isKnownToFail(program, mode.name)) return assertAnswer(program, mode, outcome);
        const stillFails = () => assertAnswer(program, mode, outcome);
        assert.throws(stillFails, /./s, `passes now: take '${mode.name}' of ${nameOf(program)} out of test/known-failures.json`);
      });
    });
  });

  it('known failures are programs', () => {
    const names = new Set(programs.map(nameOf));
    assert.deepEqual(namesOfKnownFailures.filter((name) => !names.has(name)), []);
  });
});
