/**
 * Diagnostics as text for people and as objects for `--json`.
 *
 *   app.py:3:9: error[E302]: f() takes 1 positional argument but 2 were given
 *       x = f(1, 2)
 *           ^^^^^^^
 *   help: …
 */
import type { Diagnostic } from '../base/diagnostic.js';
import type { CommandError } from './command-error.js';
import type { Style } from './style.js';

export function printDiagnostic(diagnostic: Diagnostic, style: Style): string {
  const { source, span, severity, code, message, help } = diagnostic;
  const { line, column } = source.position(span.start);
  const text = source.lineText(line);
  const place = style.bold(`${source.name}:${line}:${characters(text.slice(0, column)) + 1}:`);
  const head = `${place} ${style[severity](`${severity}[${code}]:`)} ${style.bold(message)}`;
  const lines = text.trim() === '' ? [head] : [head, ...excerpt(text, column, spanOnLine(text, column, span.end - span.start), style)];
  if (help !== undefined) lines.push(`${style.help('help:')} ${help}`);
  return lines.join('\n');
}

export function printCommandError(error: CommandError, style: Style): string {
  const head = `${style.bold('tauraro:')} ${style.error(`error[${error.code}]:`)} ${style.bold(error.message)}`;
  return error.help === undefined ? head : `${head}\n${style.help('help:')} ${error.help}`;
}

/** One-based lines and columns (in characters), as editors count. */
export interface DiagnosticRecord {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly help?: string;
}

export function diagnosticRecord({ source, span, severity, code, message, help }: Diagnostic): DiagnosticRecord {
  const start = source.position(span.start);
  const end = source.position(span.end);
  const columnOf = ({ line, column }: { line: number; column: number }) => characters(source.lineText(line).slice(0, column)) + 1;
  const place = { file: source.name, line: start.line, column: columnOf(start), endLine: end.line, endColumn: columnOf(end) };
  return { code, severity, message, ...place, ...(help === undefined ? {} : { help }) };
}

const indent = '    ';
const longestLine = 160;

/** The line without its indentation, and carets under the span. A very long line is cut around the span. */
function excerpt(text: string, column: number, width: number, style: Style): string[] {
  const first = Math.min(text.length - text.trimStart().length, column);
  const from = column - first > longestLine / 2 ? column - longestLine / 2 : first;
  const shown = printable(text.slice(from, from + longestLine)).trimEnd();
  const before = printable(text.slice(from, column));
  const carets = '^'.repeat(Math.max(1, Math.min(displayWidth(printable(text.slice(column, column + width))), longestLine)));
  return [`${indent}${shown}`, `${indent}${' '.repeat(displayWidth(before))}${style.error(carets)}`];
}

function spanOnLine(text: string, column: number, length: number): number {
  return Math.max(1, Math.min(length, text.length - column));
}

/** Control characters would move the cursor or worse; each is shown as one replacement character. */
const printable = (text: string) => text.replaceAll('\t', '    ').replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');

const characters = (text: string) => [...text].length;

/** Columns on a terminal: wide East Asian characters take two, combining marks none. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\u200d/u.test(character)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(character) ? 2 : 1;
  }
  return width;
}
