/** Two worker processes that compile and run programs; jobs start in the order in which they were asked for. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, Outcome } from './worker.js';

const workerFile = fileURLToPath(new URL('worker.js', import.meta.url));
const size = 2;

interface Waiting {
  readonly job: Job;
  readonly resolve: (outcome: Outcome) => void;
}

export class Pool {
  private readonly queue: Waiting[] = [];
  private readonly workers = new Set<ChildProcess>();

  perform(job: Job): Promise<Outcome> {
    return new Promise((resolve) => {
      this.queue.push({ job, resolve });
      if (this.workers.size < size) this.start();
    });
  }

  /** Jobs that have not begun never will. */
  close(): void {
    this.queue.length = 0;
    for (const worker of this.workers) worker.disconnect();
  }

  private start(): void {
    const worker = fork(workerFile, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    let errors = '';
    worker.stderr!.on('data', (text) => (errors += text));
    this.workers.add(worker);
    let current: Waiting | undefined;
    const next = () => {
      current = this.queue.shift();
      if (current !== undefined) worker.send(current.job);
    };
    worker.on('message', (outcome: Outcome) => {
      current?.resolve(outcome);
      next();
      if (current === undefined) this.retire(worker);
    });
    worker.on('exit', (status, signal) => {
      this.workers.delete(worker);
      current?.resolve({ refused: `the compiler ended: ${signal ?? status}\n${errors}`, out: '', err: '', status: '' });
      if (this.queue.length > 0) this.start();
    });
    next();
  }

  private retire(worker: ChildProcess): void {
    this.workers.delete(worker);
    if (worker.connected) worker.disconnect();
  }
}
