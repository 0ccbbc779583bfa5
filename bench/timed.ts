/** Processor times of other programs. */
import { spawnSync } from 'node:child_process';

export interface Run {
  readonly output: string;
  /** Processor time of the process, user and system, in milliseconds. */
  readonly time: number;
}

/** Bash's `time` knows the processor time of a child, which node doesn't tell. */
export function timed(command: readonly string[], times = 1): Run {
  const args = ['-c', `TIMEFORMAT="%3U %3S"; time for ((i = 0; i < ${times}; i++)); do "$@" || exit; done`, 'bash', ...command];
  const { stdout, stderr, status } = spawnSync('bash', args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with status ${status}\n${stderr}`);
  const [user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return { output: stdout, time: ((user! + system!) * 1000) / times };
}
