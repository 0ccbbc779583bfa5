/**
 * The syntax tree: one type for each node of CPython 3.13's `ast`, with CPython's names for kinds and fields.
 * Left out are `type_comment` and `type_ignores`. The tree is immutable; analysis writes side tables.
 */
import type { Span } from '../base/source.js';

export type { Span };

interface Spanned {
  readonly span: Span;
}

// --- Operators and constants ---

export type Context = 'Load' | 'Store' | 'Del';
export type BinaryOperator =
  'Add' | 'Sub' | 'Mult' | 'MatMult' | 'Div' | 'Mod' | 'Pow' | 'LShift' | 'RShift' | 'BitOr' | 'BitXor' | 'BitAnd' | 'FloorDiv';
export type BooleanOperator = 'And' | 'Or';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type ComparisonOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

export type ConstantValue =
  | { readonly type: 'None' }
  | { readonly type: 'Ellipsis' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly imag: number }
  /** Lone surrogates may occur. */
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array };

// --- Module and statements ---

export interface Module {
  readonly kind: 'Module';
  readonly body: readonly Statement[];
}

export type Statement =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Pass
  | Break
  | Continue;

interface FunctionFields extends Spanned {
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
  readonly type_params: readonly TypeParameter[];
}
export interface FunctionDef extends FunctionFields {
  readonly kind: 'FunctionDef';
}
export interface AsyncFunctionDef extends FunctionFields {
  readonly kind: 'AsyncFunctionDef';
}

export interface ClassDef extends Spanned {
  readonly kind: 'ClassDef';
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly type_params: readonly TypeParameter[];
}

export interface Return extends Spanned {
  readonly kind: 'Return';
  readonly value: Expression | null;
}

export interface Delete extends Spanned {
  readonly kind: 'Delete';
  readonly targets: readonly Expression[];
}

export interface Assign extends Spanned {
  readonly kind: 'Assign';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface TypeAlias extends Spanned {
  readonly kind: 'TypeAlias';
  readonly name: Name;
  readonly type_params: readonly TypeParameter[];
  readonly value: Expression;
}

export interface AugAssign extends Spanned {
  readonly kind: 'AugAssign';
  readonly target: Name | Attribute | Subscript;
  readonly op: BinaryOperator;
  readonly value: Expression;
}

export interface AnnAssign extends Spanned {
  readonly kind: 'AnnAssign';
  readonly target: Name | Attribute | Subscript;
  readonly annotation: Expression;
  readonly value: Expression | null;
  /** The target is a name that is not in parentheses. */
  readonly simple: boolean;
}

interface ForFields extends Spanned {
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface For extends ForFields {
  readonly kind: 'For';
}
export interface AsyncFor extends ForFields {
  readonly kind: 'AsyncFor';
}

interface TestFields extends Spanned {
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface While extends TestFields {
  readonly kind: 'While';
}
export interface If extends TestFields {
  readonly kind: 'If';
}

interface WithFields extends Spanned {
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface With extends WithFields {
  readonly kind: 'With';
}
export interface AsyncWith extends WithFields {
  readonly kind: 'AsyncWith';
}

export interface Match extends Spanned {
  readonly kind: 'Match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export interface Raise extends Spanned {
  readonly kind: 'Raise';
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}

interface TryFields extends Spanned {
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface Try extends TryFields {
  readonly kind: 'Try';
}
export interface TryStar extends TryFields {
  readonly kind: 'TryStar';
}

export interface Assert extends Spanned {
  readonly kind: 'Assert';
  readonly test: Expression;
  readonly msg: Expression | null;
}

export interface Import extends Spanned {
  readonly kind: 'Import';
  readonly names: readonly Alias[];
}

export interface ImportFrom extends Spanned {
  readonly kind: 'ImportFrom';
  readonly module: string | null;
  readonly names: readonly Alias[];
  /** The number of leading dots. */
  readonly level: number;
}

export interface Global extends Spanned {
  readonly kind: 'Global';
  readonly names: readonly string[];
}

export interface Nonlocal extends Spanned {
  readonly kind: 'Nonlocal';
  readonly names: readonly string[];
}

export interface Expr extends Spanned {
  readonly kind: 'Expr';
  readonly value: Expression;
}

export interface Pass extends Spanned {
  readonly kind: 'Pass';
}
export interface Break extends Spanned {
  readonly kind: 'Break';
}
export interface Continue extends Spanned {
  readonly kind: 'Continue';
}

// --- Expressions ---

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export interface BoolOp extends Spanned {
  readonly kind: 'BoolOp';
  readonly op: BooleanOperator;
  readonly values: readonly Expression[];
}

export interface NamedExpr extends Spanned {
  readonly kind: 'NamedExpr';
  readonly target: Name;
  readonly value: Expression;
}

export interface BinOp extends Spanned {
  readonly kind: 'BinOp';
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}

export interface UnaryOp extends Spanned {
  readonly kind: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expression;
}

export interface Lambda extends Spanned {
  readonly kind: 'Lambda';
  readonly args: Arguments;
  readonly body: Expression;
}

export interface IfExp extends Spanned {
  readonly kind: 'IfExp';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

export interface Dict extends Spanned {
  readonly kind: 'Dict';
  /** `null` where the item is `**mapping`. */
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}

export interface Set extends Spanned {
  readonly kind: 'Set';
  readonly elts: readonly Expression[];
}

interface ComprehensionFields extends Spanned {
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface ListComp extends ComprehensionFields {
  readonly kind: 'ListComp';
}
export interface SetComp extends ComprehensionFields {
  readonly kind: 'SetComp';
}
export interface GeneratorExp extends ComprehensionFields {
  readonly kind: 'GeneratorExp';
}

export interface DictComp extends Spanned {
  readonly kind: 'DictComp';
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}

export interface Await extends Spanned {
  readonly kind: 'Await';
  readonly value: Expression;
}

export interface Yield extends Spanned {
  readonly kind: 'Yield';
  readonly value: Expression | null;
}

export interface YieldFrom extends Spanned {
  readonly kind: 'YieldFrom';
  readonly value: Expression;
}

export interface Compare extends Spanned {
  readonly kind: 'Compare';
  readonly left: Expression;
  readonly ops: readonly ComparisonOperator[];
  readonly comparators: readonly Expression[];
}

export interface Call extends Spanned {
  readonly kind: 'Call';
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

export interface FormattedValue extends Spanned {
  readonly kind: 'FormattedValue';
  readonly value: Expression;
  /** The character code of `s`, `r` or `a`; -1 for none. */
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}

export interface JoinedStr extends Spanned {
  readonly kind: 'JoinedStr';
  readonly values: readonly Expression[];
}

export interface Constant extends Spanned {
  readonly kind: 'Constant';
  readonly value: ConstantValue;
  /** `'u'` for a string literal with that prefix. */
  readonly literalKind: 'u' | null;
}

export interface Attribute extends Spanned {
  readonly kind: 'Attribute';
  readonly value: Expression;
  readonly attr: string;
  readonly ctx: Context;
}

export interface Subscript extends Spanned {
  readonly kind: 'Subscript';
  readonly value: Expression;
  readonly slice: Expression;
  readonly ctx: Context;
}

export interface Starred extends Spanned {
  readonly kind: 'Starred';
  readonly value: Expression;
  readonly ctx: Context;
}

export interface Name extends Spanned {
  readonly kind: 'Name';
  readonly id: string;
  readonly ctx: Context;
}

export interface List extends Spanned {
  readonly kind: 'List';
  readonly elts: readonly Expression[];
  readonly ctx: Context;
}

export interface Tuple extends Spanned {
  readonly kind: 'Tuple';
  readonly elts: readonly Expression[];
  readonly ctx: Context;
}

/** Only directly inside a `Subscript`, or in its tuple. */
export interface Slice extends Spanned {
  readonly kind: 'Slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

// --- Parts of statements and expressions ---

/** `comprehension`, `arguments` and the others keep CPython's lower-case kind, the type has a capital. */
export interface Comprehension {
  readonly kind: 'comprehension';
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly is_async: boolean;
}

export interface ExceptHandler extends Spanned {
  readonly kind: 'ExceptHandler';
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

export interface Arguments {
  readonly kind: 'arguments';
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  /** One for each of `kwonlyargs`; `null` where there is no default. */
  readonly kw_defaults: readonly (Expression | null)[];
  readonly kwarg: Arg | null;
  /** Of the last parameters of `posonlyargs` and `args` together. */
  readonly defaults: readonly Expression[];
}

export interface Arg extends Spanned {
  readonly kind: 'arg';
  readonly arg: string;
  readonly annotation: Expression | null;
}

export interface Keyword extends Spanned {
  readonly kind: 'keyword';
  /** `null` for `**mapping`. */
  readonly arg: string | null;
  readonly value: Expression;
}

export interface Alias extends Spanned {
  readonly kind: 'alias';
  /** Dotted for `import a.b`; `*` for `from a import *`. */
  readonly name: string;
  readonly asname: string | null;
}

export interface WithItem {
  readonly kind: 'withitem';
  readonly context_expr: Expression;
  readonly optional_vars: Expression | null;
}

// --- Patterns ---

export interface MatchCase {
  readonly kind: 'match_case';
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}

export type Pattern = MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

export interface MatchValue extends Spanned {
  readonly kind: 'MatchValue';
  readonly value: Expression;
}

export interface MatchSingleton extends Spanned {
  readonly kind: 'MatchSingleton';
  readonly value: ConstantValue;
}

export interface MatchSequence extends Spanned {
  readonly kind: 'MatchSequence';
  readonly patterns: readonly Pattern[];
}

export interface MatchMapping extends Spanned {
  readonly kind: 'MatchMapping';
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}

export interface MatchClass extends Spanned {
  readonly kind: 'MatchClass';
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}

export interface MatchStar extends Spanned {
  readonly kind: 'MatchStar';
  readonly name: string | null;
}

export interface MatchAs extends Spanned {
  readonly kind: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: string | null;
}

export interface MatchOr extends Spanned {
  readonly kind: 'MatchOr';
  readonly patterns: readonly Pattern[];
}

// --- Type parameters ---

export type TypeParameter = TypeVar | ParamSpec | TypeVarTuple;

export interface TypeVar extends Spanned {
  readonly kind: 'TypeVar';
  readonly name: string;
  readonly bound: Expression | null;
  readonly default_value: Expression | null;
}

export interface ParamSpec extends Spanned {
  readonly kind: 'ParamSpec';
  readonly name: string;
  readonly default_value: Expression | null;
}

export interface TypeVarTuple extends Spanned {
  readonly kind: 'TypeVarTuple';
  readonly name: string;
  readonly default_value: Expression | null;
}

export type Node =
  | Module
  | Statement
  | Expression
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase
  | Pattern
  | TypeParameter;
