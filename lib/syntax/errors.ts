/** The syntax error codes and how the phase reports: by throwing a `SyntaxProblem`, caught once a line or a node. */
import type { Diagnostic } from '../base/diagnostic.js';
import type { SourceFile, Span } from '../base/source.js';

export const syntaxRules = {
  E100: 'the line fits no rule of the grammar',
  E101: 'characters that no token may contain',
  E102: 'a string literal ends on its line, a triple-quoted one before the end of the file',
  E103: 'brackets are closed in the order in which they were opened',
  E104: 'a line is indented like its block, and unindented like an outer one',
  E105: 'only a header line is followed by an indented block',
  E106: 'a header line is followed by an indented block',
  E107: 'number literals',
  E108: 'what a string literal may contain',
  E109: 'f-string fields',
  E110: 'a backslash outside strings ends its line',
  E111: "a header line ends with ':'",
  E112: 'items are separated by commas',
  E113: "'=' is not an expression",
  E114: 'what can be assigned to',
  E115: 'what can be deleted',
  E116: 'what augmented assignment can change',
  E117: 'what can be annotated',
  E118: 'order and form of parameters',
  E119: 'order and form of arguments',
  E120: 'where starred expressions may stand',
  E121: 'form of comprehensions',
  E122: 'form of assignment expressions',
  E123: 'form of imports',
  E124: 'clauses of try statements',
  E125: 'patterns',
  E126: 'print and exec are functions',
  E127: "a conditional expression has an 'else'",
  E128: 'form of dict displays',
  E129: 'type parameters',
  E130: "'return' stands in a function",
  E131: "'yield' stands in a function",
  E132: "'await' and its kin stand in an async function",
  E133: "'break' and 'continue' stand in a loop",
  E134: 'parameters and keyword arguments have different names',
  E135: 'global and nonlocal declarations',
  E136: '__future__ imports',
  E138: 'how deep a program may be nested',
  E139: 'the bytes of a source file',
  E140: 'how many digits a decimal literal may have',
  E141: "'import *' stands at module level",
  E142: '__debug__ is a constant',
  E143: 'what annotations, type parameters and type aliases may contain',
  E150: 'unknown escape sequences stay as they are (a warning)',
  E980: 'an escaped high surrogate followed by an escaped low one (not supported yet)',
} as const;

export type SyntaxCode = keyof typeof syntaxRules;

/** Thrown inside this phase only. Not an `Error`: it needs no stack. */
export class SyntaxProblem {
  constructor(
    readonly code: SyntaxCode,
    readonly message: string,
    readonly span: Span,
    readonly help?: string,
  ) {}
}

const severities: { readonly [C in SyntaxCode]?: Diagnostic['severity'] } = { E150: 'warning', E980: 'unsupported' };

export const isError = (code: SyntaxCode): boolean => severities[code] === undefined;

export function diagnosticOf(source: SourceFile, problem: SyntaxProblem): Diagnostic {
  const { code, message, span, help } = problem;
  return { code, severity: severities[code] ?? 'error', source, span, message, help };
}
