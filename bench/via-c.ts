/**
 * npm run bench -- --via-c [NAMES…] [--runs N]
 *
 * The programs by way of our C output, as gcc and clang compile it at -O3, against our own executables: how many times as long each takes. Both are for
 * this machine's processor. Short programs run many times over; of all runs the shortest counts, since what else the machine does only adds.
 */
import { buildOurs, buildViaC, type Contestant } from './contestants.js';
import { sizes } from './programs.js';
import { timed } from './timed.js';

/** What the better compiler may take longer by. */
const promised = 1.1;
const longEnough = 150;

export async function benchViaC(names: readonly string[], runs: number, folder: string): Promise<boolean> {
  console.log(`shortest processor time of ${runs} runs, in ms, and the time over that of our own executable\n`);
  const missed: string[] = [];
  for (const name of names) {
    const contestants = [await buildOurs(name, folder), ...(await buildViaC(name, folder))];
    const [ours, ...viaC] = shortest(name, contestants, runs);
    const cells = viaC.map((time, index) => `${contestants[index + 1]!.name} ${time.toFixed(1)} (${(time / ours!).toFixed(2)})`.padStart(26));
    console.log(`${name.padEnd(19)}${ours!.toFixed(1).padStart(8)}${cells.join('')}`);
    if (Math.min(...viaC) > ours! * promised) missed.push(name);
  }
  console.log(missed.length === 0 ? '\nby the better compiler, all within 10 %' : `\nby the better compiler, over 10 % longer: ${missed.join(', ')}`);
  return missed.length === 0;
}

function shortest(name: string, contestants: readonly Contestant[], runs: number): number[] {
  const commands = contestants.map(({ command }) => [...command, String(sizes[name])]);
  const first = commands.map((command) => timed(command));
  if (new Set(first.map(({ output }) => output)).size > 1) throw new Error(`${name}: answers differ`);
  const times = first.map(() => Infinity);
  const repeat = Math.max(1, Math.round(longEnough / first[0]!.time));
  for (let round = 0; round < runs; round++) {
    commands.forEach((command, index) => {
      times[index] = Math.min(times[index]!, timed(command, repeat).time);
    });
  }
  return times;
}
