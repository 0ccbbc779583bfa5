/** Docstrings, with their indentation removed as CPython 3.13's compiler does. */
import type { Statement } from '../syntax/ast.js';

export function docstringOf(body: readonly Statement[]): string | null {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant' || first.value.value.type !== 'str') return null;
  return removeIndentation(first.value.value.value);
}

function removeIndentation(text: string): string {
  const [first, ...rest] = expandTabs(text).split('\n');
  const margins = rest.filter((line) => /[^ ]/.test(line)).map((line) => line.search(/[^ ]/));
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  return [first!.replace(/^ +/, ''), ...rest.map((line) => line.slice(Math.min(margin, /^ */.exec(line)![0].length)))].join('\n');
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  let result = '';
  for (const char of text) {
    if (char === '\t') {
      const width = 8 - (column % 8);
      result += ' '.repeat(width);
      column += width;
    } else {
      result += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
