/** What a header that can't be parsed stands for, so that its block and its further clauses still find their place. */
import type { Expression } from './ast.js';
import type { Head } from './nodes/heads.js';
import { buildArguments } from './nodes/parameters.js';
import type { Token } from './tokens/token.js';

/** Null if the line was no header. `body` is empty if nothing is indented below it. */
export function recoveredHead(
  tokens: readonly Token[],
  from: number,
  to: number,
  isIndented: boolean,
): { head: Head; body: [] | null } | null {
  const first = tokens[from]!;
  const isAsync = first.type === 'async';
  const word = isAsync ? tokens[from + 1]! : first;
  const endsWithColon = tokens.slice(Math.max(from, to - 3), to).some(({ text }) => text === ':');
  const clause = word.type.toLowerCase();
  const unknown: Expression = { kind: 'Name', id: '_', ctx: 'Load', span: { start: first.start, end: first.end } };
  const draft = drafts(unknown)[clause as Head['clause']];
  const at = { start: first.start, isAsync };
  if (draft !== undefined) return { head: { ...draft, ...at } as Head, body: isIndented ? null : [] };
  // Anything else that looks like a header: its block is parsed, too.
  if (!isIndented || !endsWithColon) return null;
  return { head: { clause: 'if', test: unknown, ...at }, body: null };
}

type Draft = { readonly [C in Head['clause']]: Omit<Extract<Head, { clause: C }>, 'start' | 'isAsync'> };

const drafts = (unknown: Expression): Draft => ({
  if: { clause: 'if', test: unknown },
  elif: { clause: 'elif', test: unknown },
  while: { clause: 'while', test: unknown },
  else: { clause: 'else' },
  try: { clause: 'try' },
  finally: { clause: 'finally' },
  for: { clause: 'for', target: { ...unknown, ctx: 'Store' } as Expression, iter: unknown },
  with: { clause: 'with', items: [] },
  def: { clause: 'def', name: '_', args: buildArguments([]), returns: null, type_params: [] },
  except: { clause: 'except', isStar: false, type: unknown, name: null },
  class: { clause: 'class', name: '_', bases: [], keywords: [], type_params: [] },
  match: { clause: 'match', subject: unknown },
  case: { clause: 'case', pattern: { kind: 'MatchAs', pattern: null, name: null, span: unknown.span }, guard: unknown },
});
