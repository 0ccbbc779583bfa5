/**
 * Operators in a row become a tree by precedence (Dijkstra's shunting-yard: two stacks, no recursion, so that a row of any length
 * is fine).
 */
import type { Span } from '../../base/source.js';
import type { BinaryOperator, ComparisonOperator, Expression, UnaryOperator } from '../ast.js';
import type { Token } from '../tokens/token.js';
import { bare, between, fail, type Cover } from './cover.js';

/** `left operator right`, not shaped yet; `left` is a row itself. */
export class Row {
  readonly kind = 'Row';
  readonly span: Span;
  constructor(
    readonly left: Operand,
    readonly operator: Token,
    readonly right: Operand,
  ) {
    this.span = between(left, right);
  }
}

export class Prefix {
  readonly kind = 'Prefix';
  readonly span: Span;
  constructor(
    readonly operator: Token,
    readonly operand: Operand,
  ) {
    this.span = between(operator, operand);
  }
}

export type Operand = Cover | Row | Prefix;

export const binary = (left: Operand, operator: Token, right: Operand): Row => new Row(left, operator, right);
export const prefix = (operator: Token, operand: Operand): Prefix => new Prefix(operator, operand);

const OR = 1;
const AND = 2;
const NOT = 3;
const COMPARISON = 4;
const SUM = 9;
const SIGN = 11;
const POWER = 12;

const arithmetic: Readonly<Record<string, readonly [precedence: number, op: BinaryOperator]>> = {
  '|': [5, 'BitOr'],
  '^': [6, 'BitXor'],
  '&': [7, 'BitAnd'],
  '<<': [8, 'LShift'],
  '>>': [8, 'RShift'],
  '+': [9, 'Add'],
  '-': [9, 'Sub'],
  '*': [10, 'Mult'],
  '/': [10, 'Div'],
  '//': [10, 'FloorDiv'],
  '%': [10, 'Mod'],
  '@': [10, 'MatMult'],
  '**': [POWER, 'Pow'],
};

const comparisons: Readonly<Record<string, ComparisonOperator>> = {
  '<': 'Lt',
  '>': 'Gt',
  '<=': 'LtE',
  '>=': 'GtE',
  '==': 'Eq',
  '!=': 'NotEq',
  in: 'In',
  'not in': 'NotIn',
  is: 'Is',
  'is not': 'IsNot',
};

const unaries: Readonly<Record<string, UnaryOperator>> = { '-': 'USub', '+': 'UAdd', '~': 'Invert', not: 'Not' };

/** The operator of `x += y`. */
export function augmentedOperator(token: Token): BinaryOperator {
  return arithmetic[token.text.slice(0, -1)]![1];
}

function precedenceOf(operator: string): number {
  if (operator === 'or') return OR;
  if (operator === 'and') return AND;
  return arithmetic[operator]?.[0] ?? COMPARISON;
}

/** flat -> operand | flat binary_op operand */
export function shape(row: Operand): Cover {
  if (row.kind === 'Row') return isSimple(row.left) && isSimple(row.right) ? shapePair(row) : shapeRow(row);
  return row.kind === 'Prefix' ? shapeRow(row) : row;
}

/** Where the grammar asks for `bitwise_or`: no comparison, `not`, `and` or `or` outside parentheses. */
export function shapeBitwise(row: Operand): Cover {
  const shaped = shape(row);
  if (row.kind === 'Row' || row.kind === 'Prefix') {
    const outer = outermostLogical(row);
    if (outer !== null) fail('E100', 'invalid syntax', outer.span);
  }
  return shaped;
}

const isSimple = (operand: Operand): operand is Cover => operand.kind !== 'Row' && operand.kind !== 'Prefix';

function outermostLogical(row: Operand): Token | null {
  let found: Token | null = null;
  for (let rest = row; !isSimple(rest);) {
    if (rest.kind === 'Prefix') return rest.operator.text === 'not' ? rest.operator : found;
    if (precedenceOf(rest.operator.text) <= COMPARISON) found = rest.operator;
    rest = rest.left;
  }
  return found;
}

/** The common case: one operator between two operands. */
function shapePair({ left, operator, right }: Row): Expression {
  return combine([left as Cover, right as Cover], [operator.text], precedenceOf(operator.text));
}

interface Pending {
  readonly token: Token;
  readonly precedence: number;
  readonly isPrefix: boolean;
}

interface Stacks {
  readonly operands: Cover[];
  readonly operators: Pending[];
}

function shapeRow(row: Operand): Expression {
  const stacks: Stacks = { operands: [], operators: [] };
  const parts: (Token | Operand)[] = [];
  let rest = row;
  for (; rest.kind === 'Row'; rest = rest.left) parts.push(rest.right, rest.operator);
  pushOperand(stacks, rest);
  while (parts.length > 0) {
    pushBinary(stacks, parts.pop() as Token);
    pushOperand(stacks, parts.pop() as Operand);
  }
  reduceWhile(stacks, () => true);
  return bare(stacks.operands[0]!);
}

function pushOperand({ operands, operators }: Stacks, operand: Operand): void {
  let inner = operand;
  while (inner.kind === 'Prefix') {
    const token = inner.operator;
    const isNot = token.text === 'not';
    const outer = operators.at(-1);
    // `a + not b`, `-not b`: only `not`, `and` and `or` take `not` as an operand.
    if (isNot && outer !== undefined && outer.precedence > NOT) failNot(outer, token, inner);
    operators.push({ token, precedence: isNot ? NOT : SIGN, isPrefix: true });
    inner = inner.operand;
  }
  operands.push(inner as Cover);
}

function failNot(outer: Pending, token: Token, { span }: Operand): never {
  const isArithmetic = outer.precedence >= SUM && outer.precedence < POWER;
  if (!isArithmetic) fail('E100', 'invalid syntax', token);
  fail('E100', "'not' after an operator must be parenthesized", span);
}

function pushBinary(stacks: Stacks, token: Token): void {
  const precedence = precedenceOf(token.text);
  // Equal comparisons and boolean operators are collected and become one node; powers group from the right.
  const groupsLeft = precedence > COMPARISON && precedence !== POWER;
  reduceWhile(stacks, (top) => top.precedence > precedence || (groupsLeft && top.precedence === precedence));
  stacks.operators.push({ token, precedence, isPrefix: false });
}

function reduceWhile(stacks: Stacks, isTighter: (top: Pending) => boolean): void {
  for (let top = stacks.operators.at(-1); top !== undefined && isTighter(top); top = stacks.operators.at(-1)) {
    if (top.isPrefix) reducePrefix(stacks, top.token);
    else reduceBinary(stacks, top.precedence);
  }
}

function reducePrefix({ operands, operators }: Stacks, token: Token): void {
  operators.pop();
  const operand = operands.pop()!;
  operands.push({
    kind: 'UnaryOp',
    op: unaries[token.text]!,
    operand: bare(operand),
    span: between(token, operand),
  });
}

function reduceBinary({ operands, operators }: Stacks, precedence: number): void {
  const texts: string[] = [];
  const isCollected = precedence <= COMPARISON;
  do texts.push(operators.pop()!.token.text);
  while (isCollected && operators.at(-1)?.precedence === precedence && !operators.at(-1)!.isPrefix);
  operands.push(combine(operands.splice(-texts.length - 1), texts.reverse(), precedence));
}

function combine(covers: readonly Cover[], texts: readonly string[], precedence: number): Expression {
  const span = between(covers[0]!, covers.at(-1)!);
  const values = covers.map(bare);
  if (precedence <= AND) return { kind: 'BoolOp', op: precedence === AND ? 'And' : 'Or', values, span };
  const [left, ...comparators] = values as [Expression, ...Expression[]];
  if (precedence === COMPARISON) {
    return { kind: 'Compare', left, ops: texts.map((text) => comparisons[text]!), comparators, span };
  }
  return { kind: 'BinOp', left, op: arithmetic[texts[0]!]![1], right: comparators[0]!, span };
}
