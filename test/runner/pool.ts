/**
 * Worker processes that compile and run programs; jobs start in the order in which they were asked for.
 *
 * A worker is given several jobs at once where `ahead` says so: it goes on while this process is busy with a test of its own.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, Outcome } from './worker.js';

const workerFile = fileURLToPath(new URL('worker.js', import.meta.url));

interface Waiting {
  readonly job: Job;
  readonly resolve: (outcomes: readonly Outcome[]) => void;
}

/** How many workers there are, and how many jobs each is given. */
export interface Shape {
  readonly size: number;
  readonly ahead: number;
}

export class Pool {
  private readonly queue: Waiting[] = [];
  private readonly workers = new Set<ChildProcess>();

  constructor(private shape: Shape = { size: 2, ahead: 1 }) {}

  /** What has been given out stays where it is. */
  reshape(shape: Shape): void {
    this.shape = shape;
    this.hire();
  }

  /** An outcome for each variant of the job. */
  perform(job: Job): Promise<readonly Outcome[]> {
    return new Promise((resolve) => {
      this.queue.push({ job, resolve });
      this.hire();
    });
  }

  /** Jobs that have not begun never will. */
  close(): void {
    this.queue.length = 0;
    for (const worker of this.workers) worker.disconnect();
  }

  private hire(): void {
    while (this.queue.length > 0 && this.workers.size < this.shape.size) this.start();
  }

  private start(): void {
    const worker = fork(workerFile, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    let errors = '';
    worker.stderr!.on('data', (text) => (errors += text));
    this.workers.add(worker);
    const given: Waiting[] = [];
    const give = () => {
      for (const next of this.queue.splice(0, Math.max(this.shape.ahead - given.length, 0))) {
        given.push(next);
        worker.send(next.job);
      }
    };
    worker.on('message', (outcomes: readonly Outcome[]) => {
      given.shift()?.resolve(outcomes);
      give();
      if (given.length === 0) this.retire(worker);
    });
    worker.on('exit', (status, signal) => {
      this.workers.delete(worker);
      const died = given.shift();
      died?.resolve(died.job.variants.map(() => ({ refused: `the compiler ended: ${signal ?? status}\n${errors}`, out: '', err: '', status: '' })));
      this.queue.unshift(...given);
      this.hire();
    });
    give();
  }

  private retire(worker: ChildProcess): void {
    this.workers.delete(worker);
    if (worker.connected) worker.disconnect();
  }
}
