/** Times the phases of a compilation, and knows which one is running when something goes wrong. */

export interface PhaseTime {
  readonly name: string;
  readonly milliseconds: number;
}

export class PhaseTimer {
  private readonly sums = new Map<string, number>();
  private readonly started = performance.now();
  /** The phase that is running, or the last one. */
  current = 'start';

  /** `onPhase` is told of each phase as it begins. */
  constructor(private readonly onPhase: (name: string) => void = () => {}) {}

  run<Result>(name: string, phase: () => Result): Result {
    const start = this.begin(name);
    const result = phase();
    this.end(name, start);
    return result;
  }

  async runAsync<Result>(name: string, phase: () => Promise<Result>): Promise<Result> {
    const start = this.begin(name);
    const result = await phase();
    this.end(name, start);
    return result;
  }

  /** Adds what another part has measured, such as the phases inside the back end. */
  add(name: string, milliseconds: number): void {
    this.sums.set(name, (this.sums.get(name) ?? 0) + milliseconds);
  }

  /** In the order in which they began. */
  get times(): PhaseTime[] {
    return [...this.sums].map(([name, milliseconds]) => ({ name, milliseconds }));
  }

  /** Milliseconds since the start: less than the phases together, where threads work side by side. */
  get elapsed(): number {
    return performance.now() - this.started;
  }

  private begin(name: string): number {
    this.current = name;
    this.onPhase(name);
    return performance.now();
  }

  private end(name: string, start: number): void {
    this.add(name, performance.now() - start);
  }
}

/** The table of `--time`. */
export function printTimes({ times, elapsed }: PhaseTimer): string {
  const width = Math.max(...times.map((time) => time.name.length), 'total'.length);
  const row = (name: string, milliseconds: number) => `${name.padEnd(width)} ${milliseconds.toFixed(1).padStart(9)} ms`;
  return [...times.map((time) => row(time.name, time.milliseconds)), row('total', elapsed)].join('\n');
}
