/** How CPython names an expression in "cannot assign to …" (`_PyPegen_get_expr_name`). */
import type { Constant, Expression } from '../ast.js';

const names: { readonly [K in Exclude<Expression['kind'], 'Constant'>]: string } = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
  Slice: 'slice',
};

export function describe(node: Expression): string {
  return node.kind === 'Constant' ? describeConstant(node) : names[node.kind];
}

function describeConstant({ value }: Constant): string {
  switch (value.type) {
    case 'None':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'Ellipsis':
      return 'ellipsis';
    default:
      return 'literal';
  }
}
