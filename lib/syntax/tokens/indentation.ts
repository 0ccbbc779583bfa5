/** The beginning of a logical line: blank lines are skipped, a change of depth becomes INDENT or DEDENT. */
import { SyntaxProblem } from '../errors.js';
import { afterNewline, isNewline, lineEndFrom, type Scanner } from './scanner.js';

/** CPython's MAXINDENT. */
const MAX_BLOCKS = 100;

interface Depth {
  readonly column: number;
  readonly narrowColumn: number;
  readonly at: number;
}

export function scanIndentation(s: Scanner): void {
  for (;;) {
    const depth = measure(s);
    s.at = depth.at;
    const code = s.text.charCodeAt(s.at);
    if (code === 35) s.at = lineEndFrom(s.text, s.at);
    else if (!isNewline(code)) {
      if (s.at < s.text.length) changeBlock(s, depth);
      s.lineFirst = s.tokens.length;
      return;
    }
    if (s.at >= s.text.length) return;
    s.at = afterNewline(s.text, s.at);
  }
}

/** A backslash joins lines here too; then the first line's column counts. */
function measure(s: Scanner): Depth {
  const { text, at: start } = s;
  let at = start;
  let column = 0;
  let narrowColumn = 0;
  let continued: { column: number; narrowColumn: number } | null = null;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32) [column, narrowColumn] = [column + 1, narrowColumn + 1];
    else if (code === 9) [column, narrowColumn] = [((column >> 3) + 1) << 3, narrowColumn + 1];
    else if (code === 12) [column, narrowColumn] = [0, 0];
    else if (code === 92 && isNewline(text.charCodeAt(at + 1))) {
      if (continued === null && column > 0) continued = { column, narrowColumn };
      at = afterNewline(text, at + 1);
      if (at >= text.length) s.fail('E110', 'unexpected EOF while parsing', at - 1);
      continue;
    } else return { ...(continued ?? { column, narrowColumn }), at };
    at++;
  }
}

function changeBlock(s: Scanner, { column, narrowColumn, at }: Depth): void {
  const current = s.blocks.at(-1)!;
  if (column === current.column) {
    if (narrowColumn !== current.narrowColumn) reportTabs(s, at);
  } else if (column > current.column) {
    if (narrowColumn <= current.narrowColumn) reportTabs(s, at);
    if (s.blocks.length >= MAX_BLOCKS) {
      s.resumeAt = s.text.length;
      s.fail('E138', 'too many levels of indentation', at);
    }
    s.blocks.push({ column, narrowColumn, isMatch: s.followsMatch });
    s.push('INDENT', at, at);
  } else {
    closeBlocks(s, { column, narrowColumn, at });
  }
  s.followsMatch = false;
}

function closeBlocks(s: Scanner, { column, narrowColumn, at }: Depth): void {
  while (column < s.blocks.at(-1)!.column) {
    s.blocks.pop();
    s.push('DEDENT', at, at);
  }
  const outer = s.blocks.at(-1)!;
  if (column !== outer.column) {
    const message = 'unindent does not match any outer indentation level';
    s.report(new SyntaxProblem('E104', message, { start: at, end: lineEndFrom(s.text, at) }));
  } else if (narrowColumn !== outer.narrowColumn) reportTabs(s, at);
}

function reportTabs(s: Scanner, at: number): void {
  const message = 'inconsistent use of tabs and spaces in indentation';
  s.report(new SyntaxProblem('E104', message, { start: at, end: lineEndFrom(s.text, at) }));
}
