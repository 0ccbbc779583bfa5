/** `tauraro targets`: the table of machines. */
import type { Invocation } from '../options.js';
import { targets } from '../targets.js';

export function listTargets({ options }: Invocation): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ targets })}\n`);
    return;
  }
  const rows = [['name', 'triple', 'baseline CPU'], ...targets.map((target) => [target.name, target.triple, target.baseline])];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()}\n`);
}
