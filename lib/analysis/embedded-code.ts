/**
 * Code in texts that are known: the arguments of `exec`, `eval` and `compile`. It is compiled in, as a function that is called where
 * the call stands. A text with a mistake raises its SyntaxError there.
 */
import { Diagnostics, type Diagnostic } from '../base/diagnostic.js';
import { SourceFile } from '../base/source.js';
import type { Call, Expression, JoinedStr, Node, Statement } from '../syntax/ast.js';
import { parseModule } from '../syntax/parse.js';
import { callee, codeCalls, type KnownTexts, type TextsAtCall } from './known-texts.js';

export interface EmbeddedCode {
  readonly mode: 'exec' | 'eval';
  readonly source: SourceFile;
  /** Of `eval`: one expression statement. */
  readonly body: readonly Statement[];
  readonly problem: Diagnostic | null;
  /** The dicts of globals and locals, where they are given. */
  readonly namespaces: readonly Expression[];
  /** It binds names of the module, wherever it stands. */
  readonly isGlobal: boolean;
}

interface Text {
  readonly text: string;
  readonly file: string;
}

/** The text that an expression certainly is; of `compile`, the text that it compiles. */
function textOf(node: Expression | undefined, texts: TextsAtCall): Text | null {
  if (node?.kind === 'Constant') {
    const { value } = node;
    if (value.type === 'str') return { text: value.value, file: '<string>' };
    return value.type === 'bytes' ? { text: Buffer.from(value.value).toString('utf8'), file: '<string>' } : null;
  }
  if (node?.kind === 'Name') return textOf(texts.get(node.id), new Map());
  if (node?.kind === 'JoinedStr') return joinedText(node, texts);
  // Mode 'single' prints what its expressions give.
  if (node?.kind !== 'Call' || callee(node) !== 'compile' || isText(node.args[2], 'single')) return null;
  const inner = textOf(node.args[0], texts);
  const file = node.args[1]?.kind === 'Constant' && node.args[1].value.type === 'str' ? node.args[1].value.value : '<string>';
  return inner === null ? null : { text: inner.text, file };
}

function joinedText(node: JoinedStr, texts: TextsAtCall): Text | null {
  const parts = node.values.map((part) => {
    if (part.kind !== 'FormattedValue') return textOf(part, texts);
    return part.conversion === -1 && part.format_spec === null && part.value.kind === 'Name' ? textOf(part.value, texts) : null;
  });
  return parts.includes(null) ? null : { text: parts.map((part) => part!.text).join(''), file: '<string>' };
}

/** The code that a call runs; null: it isn't one, or its text is not known. */
export function embeddedIn(node: Node, known: KnownTexts): EmbeddedCode | null {
  const name = callee(node);
  if (name === null || !codeCalls.has(name) || node.kind !== 'Call') return null;
  const texts = known.get(node) ?? new Map<string, Expression>();
  if (node.args.length === 0 || node.args.some((arg) => arg.kind === 'Starred')) return null;
  if (name === 'compile') return compiledCode(node, texts);
  const text = textOf(node.args[0], texts);
  if (text === null || node.keywords.some(({ arg }) => arg !== 'globals' && arg !== 'locals')) return null;
  const place = (name: string, index: number): Expression | null => {
    const arg = node.keywords.find((keyword) => keyword.arg === name)?.value ?? node.args[index];
    return arg === undefined || isNone(arg) ? null : arg;
  };
  const [globals, locals] = [place('globals', 1), place('locals', 2)];
  const given = locals === null ? (globals === null ? [] : [globals]) : [globals ?? namespaceCall(node, 'globals'), locals];
  const own = given.length > 0 && given.every((arg) => callee(arg) === 'globals' || callee(arg) === 'locals' || callee(arg) === 'vars');
  const isGlobal = own && given.some((arg) => callee(arg) === 'globals') && !given.some((arg) => callee(arg) !== 'globals');
  return { ...parseText(text, name === 'eval' ? 'eval' : 'exec'), namespaces: own ? [] : given, isGlobal };
}

/** `compile` alone only finds mistakes; what it gives is for exec and eval. */
function compiledCode(node: Call, texts: TextsAtCall): EmbeddedCode | null {
  const known = textOf(node, texts);
  const mode = node.args[2];
  if (known === null || mode?.kind !== 'Constant' || mode.value.type !== 'str') return null;
  const parsed = parseText(known, mode.value.value === 'eval' ? 'eval' : 'exec');
  return { ...parsed, body: [], namespaces: [], isGlobal: false };
}

const isText = (node: Expression | undefined, text: string): boolean => node?.kind === 'Constant' && node.value.type === 'str' && node.value.value === text;

function namespaceCall({ span }: Call, id: 'globals' | 'locals'): Call {
  return { kind: 'Call', func: { kind: 'Name', id, ctx: 'Load', span }, args: [], keywords: [], span };
}

/** Names of a class body are those of a dict: functions inside don't see them. */
export function withNamespaces(code: EmbeddedCode, node: Call): EmbeddedCode {
  if (code.namespaces.length > 0 || code.mode === 'exec') return code;
  return { ...code, namespaces: [namespaceCall(node, 'globals'), namespaceCall(node, 'locals')] };
}

function isNone(node: Expression): boolean {
  return node.kind === 'Constant' && node.value.type === 'None';
}

function parseText({ text, file }: Text, mode: 'exec' | 'eval'): Pick<EmbeddedCode, 'mode' | 'source' | 'body' | 'problem'> {
  const source = new SourceFile(file, mode === 'eval' ? text.replace(/^[ \t]+/, '') : text);
  const problems = new Diagnostics();
  const { body } = parseModule(source, problems);
  let problem = problems.list.find(({ severity }) => severity !== 'warning') ?? null;
  if (problem === null && mode === 'eval' && (body.length !== 1 || body[0]!.kind !== 'Expr')) {
    problem = { code: 'E100', severity: 'error', source, span: body[0]?.span ?? { start: 0, end: 0 }, message: 'invalid syntax' };
  }
  return { mode, source, body, problem };
}
