/** What a command tells the user: diagnostics, times and progress on standard error, results and JSON on standard output. */
import { Diagnostics } from '../base/diagnostic.js';
import type { CommandError } from './command-error.js';
import type { CommandOptions } from './options.js';
import { PhaseTimer, printTimes } from './phase-timer.js';
import { diagnosticRecord, printCommandError, printDiagnostic } from './print-diagnostic.js';
import { styleFor } from './style.js';

/** Work that takes longer shows what it is doing, on a terminal. */
const patience = 500;

export class Report {
  readonly problems = new Diagnostics();
  readonly timer = new PhaseTimer((phase) => this.showPhase(phase));
  private readonly start = performance.now();
  private phase = '';
  private clock: NodeJS.Timeout | undefined;
  private shown = false;

  constructor(
    private readonly subject: string,
    private readonly options: CommandOptions,
  ) {}

  /** Ends the progress display and prints diagnostics and times; `facts` join the JSON object. */
  finish(succeeded: boolean, facts: object = {}): void {
    this.hideProgress();
    const { problems, timer, options } = this;
    if (options.json) {
      const times = Object.fromEntries(timer.times.map((time) => [time.name, Number(time.milliseconds.toFixed(3))]));
      const record = { ok: succeeded, ...facts, diagnostics: problems.list.map(diagnosticRecord), ...(options.time ? { times } : {}) };
      process.stdout.write(`${JSON.stringify(record)}\n`);
      return;
    }
    const style = styleFor(process.stderr, options.color);
    for (const problem of problems.list) process.stderr.write(`${printDiagnostic(problem, style)}\n`);
    if (options.time) process.stderr.write(`${printTimes(timer)}\n`);
  }

  /** For what stopped the command before or besides the program's own errors. */
  fail(error: CommandError): void {
    this.hideProgress();
    if (!this.options.json) {
      this.finish(false);
      process.stderr.write(`${printCommandError(error, styleFor(process.stderr, this.options.color))}\n`);
      return;
    }
    const { code, message, help } = error;
    const own = { code, severity: 'error', message, ...(help === undefined ? {} : { help }) };
    const record = { ok: false, diagnostics: [...this.problems.list.map(diagnosticRecord), own] };
    process.stdout.write(`${JSON.stringify(record)}\n`);
  }

  say(text: string): void {
    if (this.options.verbose && !this.options.json) process.stderr.write(`${text}\n`);
  }

  hideProgress(): void {
    clearInterval(this.clock);
    this.clock = undefined;
    if (this.shown) process.stderr.write('\r\u001b[K');
    this.shown = false;
  }

  private showPhase(phase: string): void {
    this.phase = phase;
    if (!process.stderr.isTTY || this.options.json) return;
    this.draw();
    // Phases that run on another thread leave this one free to draw.
    this.clock ??= setInterval(() => this.draw(), 100).unref();
  }

  private draw(): void {
    const elapsed = performance.now() - this.start;
    if (elapsed < patience) return;
    this.shown = true;
    process.stderr.write(`\r\u001b[K${this.subject}: ${this.phase} … ${(elapsed / 1000).toFixed(1)} s`);
  }
}
