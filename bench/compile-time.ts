/**
 * How the time of a build grows with the program: `npm run bench:compile [LINES…]` builds generated programs of functions and classes at -O3
 * and prints the phases and the growth from one size to the next.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const sizes = process.argv.slice(2).map(Number);
const runs = 3;

/** Unit `n` of a program: a class, a subclass, a function with loops, one that handles text, and a call of them; 42 lines. */
function unit(n: number): string {
  return `
class Account${n}:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"deposit of {amount} to {self.owner}")
        self.balance += amount
        self.history.append(amount)
        return self.balance

    def describe(self):
        return f"{self.owner}: {self.balance} after {len(self.history)}"


class Savings${n}(Account${n}):
    rate = ${n % 7 + 1}

    def accrue(self, years):
        for _ in range(years):
            self.balance += self.balance * self.rate // 100
        return self.balance


def primes${n}(limit):
    sieve = [True] * (limit + 1)
    found = []
    for i in range(2, limit + 1):
        if sieve[i]:
            found.append(i)
            for j in range(i * i, limit + 1, i):
                sieve[j] = False
    return found


def words${n}(text):
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]


account${n} = Savings${n}("owner ${n}", ${100 + n})
account${n}.deposit(${n % 50 + 1})
print(account${n}.accrue(3), account${n}.describe(), sum(primes${n}(${50 + n % 20})), words${n}("a b a c b a ${n}"))
`;
}

function program(lines: number): string {
  let text = '';
  let count = 0;
  for (let n = 0; count < lines; n++) {
    text += unit(n);
    count += unit(n).split('\n').length - 1;
  }
  return text;
}

interface Timing {
  /** Seconds. */
  readonly wall: number;
  readonly phases: string;
}

function build(folder: string, lines: number): Timing {
  const source = join(folder, `lines${lines}.py`);
  writeFileSync(source, program(lines));
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [cli, 'build', source, '-o', join(folder, 'program'), '--time'], { encoding: 'utf8' });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(stderr);
  return { wall, phases: stderr };
}

const folder = mkdtempSync(join(tmpdir(), 'tauraro-bench-'));
try {
  let previous: { lines: number; wall: number } | null = null;
  for (const lines of sizes.length > 0 ? sizes : [1000, 10000]) {
    const timings = Array.from({ length: runs }, () => build(folder, lines)).sort((a, b) => a.wall - b.wall);
    const { wall, phases } = timings[runs >> 1]!;
    const growth = previous === null ? '' : `, ${(wall / previous.wall).toFixed(1)} times the ${previous.lines} lines'`;
    console.log(`${lines} lines: ${wall.toFixed(2)} s (median of ${runs})${growth}\n${phases}`);
    previous = { lines, wall };
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
