/** Times the phases of a compilation, and knows which one is running when something goes wrong. */

export interface PhaseTime {
  readonly name: string;
  readonly milliseconds: number;
}

export class PhaseTimer {
  readonly times: PhaseTime[] = [];
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
    this.times.push({ name, milliseconds });
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
export function printTimes(times: readonly PhaseTime[]): string {
  const width = Math.max(...times.map((time) => time.name.length), 'total'.length);
  const total = times.reduce((sum, time) => sum + time.milliseconds, 0);
  const row = (name: string, milliseconds: number) => `${name.padEnd(width)} ${milliseconds.toFixed(1).padStart(9)} ms`;
  return [...times.map((time) => row(time.name, time.milliseconds)), row('total', total)].join('\n');
}
