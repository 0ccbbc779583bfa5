/**
 * LALR(1) tables for the rules that nearley compiled. A grammar with no conflicts is unambiguous; any conflict is listed.
 * Lookaheads are found by propagation over the LR(0) automaton (Aho, Lam, Sethi, Ullman: Compilers, section 4.7.4).
 */

/** An item is one number: rule * DOTS + position of the dot. No rule has more than DOTS - 1 symbols. */
const DOTS = 32;

/** A symbol of a rule is a number too: terminals count from 0, nonterminals from -1 downwards. */
const nonterminal = (index) => -1 - index;

/**
 * @param {{ name: string, symbols: (string | { literal: string } | { type: string })[] }[]} grammarRules
 * @param {string} start
 */
export function buildTables(grammarRules, start) {
  const grammar = numberSymbols(grammarRules, start);
  const automaton = buildAutomaton(grammar);
  const lookaheads = propagateLookaheads(grammar, automaton);
  return fillTables(grammar, automaton, lookaheads);
}

/** The name of a terminal: the text of a literal, or `%TYPE`. */
const terminalName = (symbol) => (symbol.type === undefined ? symbol.literal : '%' + symbol.type);

function numberSymbols(grammarRules, start) {
  const nonterminals = new Map();
  for (const rule of grammarRules) if (!nonterminals.has(rule.name)) nonterminals.set(rule.name, nonterminals.size);
  const terminals = new Map();
  const number = (symbol) => {
    if (typeof symbol === 'string') {
      if (!nonterminals.has(symbol)) throw new Error(`no rule for ${symbol}`);
      return nonterminal(nonterminals.get(symbol));
    }
    const name = terminalName(symbol);
    if (!terminals.has(name)) terminals.set(name, terminals.size);
    return terminals.get(name);
  };
  const rules = grammarRules.map((rule) => {
    if (rule.symbols.length === 0 || rule.symbols.length >= DOTS) throw new Error(`${rule.name}: empty or too long`);
    return { left: nonterminals.get(rule.name), right: rule.symbols.map(number), name: rule.name };
  });
  const accept = rules.length;
  rules.push({ left: nonterminals.size, right: [nonterminal(nonterminals.get(start))], name: '$accept' });
  const rulesOf = Array.from({ length: nonterminals.size + 1 }, () => []);
  rules.forEach((rule, index) => rulesOf[rule.left].push(index));
  const grammar = { rules, rulesOf, accept, terminals: [...terminals.keys()], nonterminals: [...nonterminals.keys()] };
  return { ...grammar, end: grammar.terminals.length, first: firstSets(grammar) };
}

/** FIRST of each nonterminal as a bit mask; no rule is empty, so that the first symbol alone counts. */
function firstSets({ rules, rulesOf }) {
  const first = rulesOf.map(() => 0n);
  for (let changed = true; changed;) {
    changed = false;
    for (const { left, right } of rules) {
      const more = first[left] | (right[0] >= 0 ? 1n << BigInt(right[0]) : first[-1 - right[0]]);
      if (more !== first[left]) [first[left], changed] = [more, true];
    }
  }
  return first;
}

const symbolAfterDot = (grammar, item) => grammar.rules[Math.floor(item / DOTS)].right[item % DOTS];

function closureItems(grammar, kernel) {
  const items = kernel.slice();
  const seen = new Set();
  for (let i = 0; i < items.length; i++) {
    const symbol = symbolAfterDot(grammar, items[i]);
    if (symbol === undefined || symbol >= 0 || seen.has(symbol)) continue;
    seen.add(symbol);
    for (const rule of grammar.rulesOf[-1 - symbol]) items.push(rule * DOTS);
  }
  return items;
}

/** The LR(0) automaton: kernels of the states, and for each state a map from symbol to state. */
function buildAutomaton(grammar) {
  const kernels = [[grammar.accept * DOTS]];
  const stateOf = new Map([[String(kernels[0]), 0]]);
  const transitions = [];
  for (let state = 0; state < kernels.length; state++) {
    const moved = new Map();
    for (const item of closureItems(grammar, kernels[state])) {
      const symbol = symbolAfterDot(grammar, item);
      if (symbol === undefined) continue;
      if (!moved.has(symbol)) moved.set(symbol, []);
      moved.get(symbol).push(item + 1);
    }
    const targets = new Map();
    for (const [symbol, kernel] of moved) {
      const key = String(kernel.sort((a, b) => a - b));
      if (!stateOf.has(key)) {
        stateOf.set(key, kernels.length);
        kernels.push(kernel);
      }
      targets.set(symbol, stateOf.get(key));
    }
    transitions.push(targets);
  }
  return { kernels, transitions };
}

/** Items of a state's closure with their lookaheads, as a map from item to bit mask. */
function closureWithLookaheads(grammar, kernel) {
  const items = new Map(kernel);
  const work = [...items.keys()];
  const ofNonterminal = new Map();
  while (work.length > 0) {
    const item = work.pop();
    const symbol = symbolAfterDot(grammar, item);
    if (symbol === undefined || symbol >= 0) continue;
    const next = symbolAfterDot(grammar, item + 1);
    const added = next === undefined ? items.get(item) : next >= 0 ? 1n << BigInt(next) : grammar.first[-1 - next];
    const known = ofNonterminal.get(symbol);
    const all = (known ?? 0n) | added;
    if (all === known) continue;
    ofNonterminal.set(symbol, all);
    for (const rule of grammar.rulesOf[-1 - symbol]) {
      items.set(rule * DOTS, (items.get(rule * DOTS) ?? 0n) | all);
      work.push(rule * DOTS);
    }
  }
  return items;
}

function propagateLookaheads(grammar, { kernels, transitions }) {
  const lookaheads = kernels.map((kernel) => new Map(kernel.map((item) => [item, 0n])));
  lookaheads[0].set(grammar.accept * DOTS, 1n << BigInt(grammar.end));
  const work = new Set(kernels.keys());
  for (const state of work) {
    work.delete(state);
    for (const [item, mask] of closureWithLookaheads(grammar, lookaheads[state])) {
      const symbol = symbolAfterDot(grammar, item);
      if (symbol === undefined) continue;
      const target = transitions[state].get(symbol);
      const known = lookaheads[target].get(item + 1);
      if ((known | mask) === known) continue;
      lookaheads[target].set(item + 1, known | mask);
      work.add(target);
    }
  }
  return lookaheads;
}

/**
 * `actions[state]` lists pairs (terminal, action): above 0 shift to state action - 1, below 0 reduce by rule -action - 1.
 * `gotos[state]` lists pairs (nonterminal, state). Reducing by the last rule accepts.
 */
function fillTables(grammar, { kernels, transitions }, lookaheads) {
  const conflicts = [];
  const actions = [];
  const gotos = [];
  for (const state of kernels.keys()) {
    const row = new Map();
    const jumps = [];
    for (const [symbol, target] of transitions[state]) {
      if (symbol >= 0) row.set(symbol, target + 1);
      else jumps.push(-1 - symbol, target);
    }
    for (const [item, mask] of closureWithLookaheads(grammar, lookaheads[state])) {
      if (symbolAfterDot(grammar, item) !== undefined) continue;
      const reduce = -Math.floor(item / DOTS) - 1;
      for (let terminal = 0; terminal <= grammar.end; terminal++) {
        if (((mask >> BigInt(terminal)) & 1n) === 0n) continue;
        if (row.has(terminal)) conflicts.push(describeConflict(grammar, kernels[state], terminal, row.get(terminal), item));
        else row.set(terminal, reduce);
      }
    }
    actions.push([...row].flat());
    gotos.push(jumps);
  }
  const { terminals, nonterminals, rules } = grammar;
  return {
    conflicts,
    actions,
    gotos,
    terminals,
    nonterminals,
    lengths: rules.map((rule) => rule.right.length),
    lefts: rules.map((rule) => rule.left),
  };
}

function printItem({ rules, terminals, nonterminals }, item) {
  const rule = rules[Math.floor(item / DOTS)];
  const symbols = rule.right.map((symbol) => (symbol >= 0 ? `"${terminals[symbol]}"` : nonterminals[-1 - symbol]));
  symbols.splice(item % DOTS, 0, '.');
  return `${rule.name} -> ${symbols.join(' ')}`;
}

function describeConflict(grammar, kernel, terminal, known, item) {
  const rule = -known - 1;
  const other = known > 0 ? 'shift' : printItem(grammar, rule * DOTS + grammar.rules[rule].right.length);
  const name = grammar.terminals[terminal] ?? 'end of line';
  const state = kernel.map((kernelItem) => printItem(grammar, kernelItem)).join(' ; ');
  return `on ${name}: ${printItem(grammar, item)} against ${other} in { ${state} }`;
}
