/** Which names of a module mean what in its annotations. */
import { Diagnostics } from '../base/diagnostic.js';
import { SourceFile } from '../base/source.js';
import type { ClassDef, Expression, Module, Statement } from '../syntax/ast.js';
import { parseModule } from '../syntax/parse.js';
import type { Meaning, Vocabulary } from './annotations.js';
import type { IntPolicy } from './hint.js';

const typingModules = new Set(['typing', 'typing_extensions', 'collections.abc', 'collections', 'types', 'builtins', 'datetime']);

export function vocabularyOf(tree: Module, int: IntPolicy): Vocabulary {
  const names = new Map<string, Meaning>();
  for (const statement of allStatements(tree.body)) note(names, statement);
  return { names, int, parse: parseExpression };
}

/** The statements of the module's level, also those inside `if`, `try` and `with`. */
export function allStatements(body: readonly Statement[]): Statement[] {
  return body.flatMap((statement): Statement[] => {
    switch (statement.kind) {
      case 'If':
        return [...allStatements(statement.body), ...allStatements(statement.orelse)];
      case 'Try':
        return [...allStatements(statement.body), ...statement.handlers.flatMap((handler) => allStatements(handler.body)), ...allStatements(statement.orelse)];
      case 'With':
        return allStatements(statement.body);
      default:
        return [statement];
    }
  });
}

function note(names: Map<string, Meaning>, statement: Statement): void {
  switch (statement.kind) {
    case 'Import':
      for (const { name, asname } of statement.names) {
        if (typingModules.has(name)) names.set(asname ?? name.split('.')[0]!, { kind: 'module' });
      }
      return;
    case 'ImportFrom':
      if (statement.module === null || !typingModules.has(statement.module)) return;
      for (const { name, asname } of statement.names) names.set(asname ?? name, { kind: 'special', name });
      return;
    case 'ClassDef':
      names.set(statement.name, classMeaning(statement));
      for (const { name } of statement.type_params) names.set(name, { kind: 'variable', name });
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      for (const { name } of statement.type_params) names.set(name, { kind: 'variable', name });
      return;
    case 'TypeAlias':
      names.set(statement.name.id, { kind: 'alias', value: statement.value });
      return;
    case 'Assign': {
      const [target] = statement.targets;
      if (target?.kind === 'Name' && isTypeLike(statement.value)) names.set(target.id, aliasMeaning(target.id, statement.value));
      return;
    }
    case 'AnnAssign':
      if (statement.target.kind === 'Name' && statement.value !== null && lastName(statement.annotation) === 'TypeAlias')
        names.set(statement.target.id, { kind: 'alias', value: statement.value });
      return;
    default:
  }
}

export const lastName = (node: Expression): string | null => (node.kind === 'Name' ? node.id : node.kind === 'Attribute' ? node.attr : null);

function classMeaning({ name, bases, body, keywords }: ClassDef): Meaning {
  if (!bases.some((base) => lastName(base) === 'TypedDict')) return { kind: 'class', name, isProtocol: bases.some((base) => lastName(base.kind === 'Subscript' ? base.value : base) === 'Protocol') };
  const total = keywords.find((keyword) => keyword.arg === 'total')?.value;
  return { kind: 'record', name, body, total: !(total?.kind === 'Constant' && total.value.type === 'bool' && !total.value.value) };
}

function isTypeLike(value: Expression): boolean {
  switch (value.kind) {
    case 'Subscript':
      return /^[A-Z]|^(list|dict|set|tuple|frozenset)$/.test(lastName(value.value) ?? '');
    case 'Call':
      return lastName(value.func) === 'TypeVar' || lastName(value.func) === 'NewType';
    case 'BinOp':
      return value.op === 'BitOr' && [value.left, value.right].every((side) => isTypeLike(side) || side.kind === 'Name' || (side.kind === 'Constant' && side.value.type === 'None'));
    case 'Name':
      return ['int', 'float', 'str', 'bool', 'bytes'].includes(value.id);
    default:
      return false;
  }
}

function aliasMeaning(name: string, value: Expression): Meaning {
  if (value.kind !== 'Call') return { kind: 'alias', value };
  return lastName(value.func) === 'TypeVar' ? { kind: 'variable', name } : { kind: 'alias', value: value.args[1] ?? value };
}

function parseExpression(text: string): Expression | null {
  const problems = new Diagnostics();
  const { body } = parseModule(new SourceFile('annotation', `(${text})`), problems);
  const [statement] = body;
  return !problems.failed && body.length === 1 && statement?.kind === 'Expr' ? statement.value : null;
}
