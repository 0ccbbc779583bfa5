/**
 * Drives nearley's compiled rules with LALR(1) tables made from them at build time (scripts/lalr-tables.mjs): the same rules and
 * postprocessors, one deterministic derivation. The tables have no default reductions, so that an error is found at the first
 * token that fits nothing, and the row of the state says what would have fitted.
 */
import grammar from './generated/grammar.js';
import * as tables from './generated/tables.js';
import type { Token } from './tokens/token.js';
import type { Line } from './nodes/statements.js';

const END = tables.terminals.length;
const WIDTH = END + 1;
const RULES = tables.actionOffset;
const ACCEPT = RULES - 1;

const unpack = (packed: string, index: number): number => packed.charCodeAt(index) - 48;

/** Above 0: shift and go to state - 1. Below 0: reduce by rule -action - 1. 0: error. */
const actions = new Int16Array(tables.actions.length * WIDTH);
tables.actions.forEach((row, state) => {
  for (let i = 0; i < row.length; i += 2) {
    actions[state * WIDTH + unpack(row, i)] = unpack(row, i + 1) - tables.actionOffset;
  }
});

const gotos = new Int16Array(tables.gotos.length * tables.nonterminalCount);
tables.gotos.forEach((row, state) => {
  for (let i = 0; i < row.length; i += 2) gotos[state * tables.nonterminalCount + unpack(row, i)] = unpack(row, i + 1);
});

const lengths = Uint8Array.from({ length: RULES }, (_, rule) => unpack(tables.lengths, rule));
const lefts = Uint8Array.from({ length: RULES }, (_, rule) => unpack(tables.lefts, rule));
const postprocessors = grammar.ParserRules.map((rule) => rule.postprocess);

/** The parse stopped at `tokens[index]`; `index` may be the end of the line. */
export class ParseFailure {
  constructor(
    readonly index: number,
    readonly expected: ReadonlySet<string>,
  ) {}
}

/** Parses the logical line `tokens[from .. to)`. Throws a `ParseFailure` or a factory's `SyntaxProblem`. */
export function parseLine(tokens: readonly Token[], from: number, to: number): Line {
  const states = [0];
  const values: unknown[] = [null];
  let top = 0;
  let index = from;
  for (;;) {
    const state = states[top]!;
    const terminal = index < to ? tokens[index]!.terminal : END;
    const action = terminal < 0 ? 0 : actions[state * WIDTH + terminal]!;
    if (action > 0) {
      states[++top] = action - 1;
      values[top] = tokens[index++];
    } else if (action < 0) {
      const rule = -action - 1;
      if (rule === ACCEPT) return values[1] as Line;
      top = reduce(rule, states, values, top);
    } else {
      throw new ParseFailure(index, expectedIn(state));
    }
  }
}

/** Replaces the right side on top of the stacks by the left side; returns the new top. */
function reduce(rule: number, states: number[], values: unknown[], top: number): number {
  const length = lengths[rule]!;
  const base = top - length + 1;
  const parts = new Array<unknown>(length);
  for (let i = 0; i < length; i++) parts[i] = values[base + i];
  states[base] = gotos[states[base - 1]! * tables.nonterminalCount + lefts[rule]!]!;
  const postprocess = postprocessors[rule];
  values[base] = postprocess === undefined ? parts : postprocess(parts);
  return base;
}

function expectedIn(state: number): Set<string> {
  return new Set(tables.terminals.filter((_, terminal) => actions[state * WIDTH + terminal] !== 0));
}
