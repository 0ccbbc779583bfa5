/** Factories for string literals: adjacent literals become one constant, or one JoinedStr if an f-string is among them. */
import type { Constant, Expression, FormattedValue, JoinedStr } from '../ast.js';
import { joinStringTokens } from '../literals/strings.js';
import { decodeEscapes } from '../literals/escapes.js';
import { Token } from '../tokens/token.js';
import { bare, between, fail, type Cover } from './cover.js';
import { toArray, type List } from './lists.js';

export interface FormattedString {
  readonly kind: 'FormattedString';
  readonly open: Token;
  readonly parts: readonly Part[];
  readonly close: Token;
}

interface Field {
  readonly kind: 'Field';
  readonly open: Token;
  readonly value: Cover;
  readonly equals: Token | null;
  readonly conversion: number;
  readonly format: Format | null;
  readonly close: Token;
}

interface Format {
  readonly colon: Token;
  readonly parts: readonly Part[];
}

/** A token is FTEXT here, STRING in `StringPart`. */
type Part = Token | Field;
type StringPart = Token | FormattedString;

export const formatted = (open: Token, parts: List<Part> | null, close: Token): FormattedString => ({
  kind: 'FormattedString',
  open,
  parts: toArray(parts),
  close,
});

export const field = (
  open: Token,
  value: Cover,
  equals: Token | null,
  conversion: number | null,
  format: Format | null,
  close: Token,
): Field => ({ kind: 'Field', open, value, equals, conversion: conversion ?? -1, format, close });

export const format = (colon: Token, parts: List<Part> | null): Format => ({ colon, parts: toArray(parts) });

export function conversion(mark: Token, name: Token): number {
  if (name.start !== mark.end) {
    fail('E109', 'f-string: conversion type must come right after the exclamation mark', between(mark, name));
  }
  if (!/^[sra]$/.test(name.value)) {
    const message = `f-string: invalid conversion character '${name.value}': expected 's', 'r', or 'a'`;
    fail('E109', message, name.span);
  }
  return name.value.charCodeAt(0);
}

/** atom -> strings */
export function concatenate(list: List<StringPart>): Expression {
  const parts = toArray(list);
  const first = spanOf(parts[0]!);
  const span = { start: first.start, end: spanOf(parts.at(-1)!).end };
  const tokens = parts.filter((part) => part instanceof Token);
  if (tokens.length === parts.length) return { kind: 'Constant', ...joinStringTokens(tokens), span };
  const bytes = tokens.find((token) => isBytes(token));
  if (bytes !== undefined) fail('E108', 'cannot mix bytes and nonbytes literals', span);
  return { kind: 'JoinedStr', values: mergeConstants(parts.flatMap(piecesOf)), span };
}

const isBytes = (token: Token): boolean => /^r?b/i.test(token.value);

const spanOf = (part: StringPart) => (part instanceof Token ? part.span : between(part.open, part.close));

function piecesOf(part: StringPart): Expression[] {
  if (part instanceof Token) return [{ kind: 'Constant', ...joinStringTokens([part]), span: part.span }];
  const isRaw = /r/i.test(part.open.value);
  return part.parts.flatMap((piece) => buildPart(piece, isRaw));
}

function buildPart(part: Part, isRaw: boolean): Expression[] {
  return part instanceof Token ? [textConstant(part, isRaw)] : buildField(part, isRaw);
}

function textConstant(token: Token, isRaw: boolean): Constant {
  const text = isRaw ? token.value : decodeEscapes(token.value, token);
  return { kind: 'Constant', value: { type: 'str', value: text }, literalKind: null, span: token.span };
}

/** `{x=}` is the text `x=` followed by the value, which is shown by `repr` unless a conversion or format is given. */
function buildField({ open, value, equals, conversion, format, close }: Field, isRaw: boolean): Expression[] {
  const shown: FormattedValue = {
    kind: 'FormattedValue',
    value: bare(value),
    conversion: equals !== null && conversion === -1 && format === null ? 'r'.charCodeAt(0) : conversion,
    format_spec: format === null ? null : buildFormat(format, isRaw),
    span: between(open, close),
  };
  if (equals === null) return [shown];
  const text = { type: 'str', value: equals.value } as const;
  const span = { start: open.end, end: equals.end };
  return [{ kind: 'Constant', value: text, literalKind: null, span }, shown];
}

function buildFormat({ colon, parts }: Format, isRaw: boolean): JoinedStr {
  const values = mergeConstants(parts.flatMap((part) => buildPart(part, isRaw)));
  const last = parts.at(-1);
  const lastPart = last === undefined ? colon : last instanceof Token ? last : { span: between(last.open, last.close) };
  return { kind: 'JoinedStr', values, span: between(colon, lastPart) };
}

/** Joins neighbouring texts and drops empty ones. */
function mergeConstants(pieces: readonly Expression[]): Expression[] {
  const merged: Expression[] = [];
  for (let i = 0; i < pieces.length;) {
    const piece = pieces[i]!;
    if (piece.kind !== 'Constant') {
      merged.push(piece);
      i++;
      continue;
    }
    const run: Constant[] = [];
    for (let next: Expression | undefined = piece; next?.kind === 'Constant'; next = pieces[++i]) run.push(next);
    const text = run.map(({ value }) => (value.type === 'str' ? value.value : '')).join('');
    if (text !== '') merged.push({ ...piece, value: { type: 'str', value: text }, span: between(piece, run.at(-1)!) });
  }
  return merged;
}
