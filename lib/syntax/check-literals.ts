/** What is valid in a string literal but worth a word: unknown escapes, and surrogate pairs, which we can't represent. */
import { SyntaxProblem } from './errors.js';
import type { Token } from './tokens/token.js';

const escapes = /\\(?:([\s\S])|$)/g;
const knownInText = new Set('\n\r\\\'"abfnrtv01234567xNuU');
const knownInBytes = new Set('\n\r\\\'"abfnrtv01234567x');
/** UTF-16 reads these as one code point, Python as two. */
const surrogatePair = /\\[uU](?:0000)?[dD][89abAB][\da-fA-F]{2}\\[uU](?:0000)?[dD][c-fC-F][\da-fA-F]{2}/;
const surrogateAtEnd = /\\[uU](?:0000)?[dD][89abAB][\da-fA-F]{2}['"]+$/;

export function checkLiterals(tokens: readonly Token[], report: (problem: SyntaxProblem) => void): void {
  const rawFrames: boolean[] = [];
  let previous: Token | null = null;
  for (const token of tokens) {
    if (token.type === 'FSTART') rawFrames.push(/r/i.test(token.value));
    else if (token.type === 'FEND') rawFrames.pop();
    const isText = token.type === 'FTEXT' && rawFrames.at(-1) === false;
    const isString = token.type === 'STRING' && !/^[a-z]?r/i.test(token.value);
    if ((isText || isString) && token.value.includes('\\')) checkEscapes(token, previous, report);
    previous = token;
  }
}

function checkEscapes(token: Token, previous: Token | null, report: (problem: SyntaxProblem) => void): void {
  const isBytes = /^b/i.test(token.value);
  const continuesPair = previous?.type === 'STRING' && surrogateAtEnd.test(previous.value);
  if (!isBytes && (surrogatePair.test(token.value) || (continuesPair && /\\[uU](?:0000)?[dD][c-fC-F]/.test(token.value)))) {
    report(new SyntaxProblem('E980', 'a pair of escaped surrogates in a string is not supported yet', token.span));
  }
  const known = isBytes ? knownInBytes : knownInText;
  for (const escape of token.value.matchAll(escapes)) {
    const letter = escape[1];
    if (letter === undefined || known.has(letter)) continue;
    const start = token.start + escape.index;
    const problem = new SyntaxProblem('E150', `invalid escape sequence '\\${letter}'`, { start, end: start + 2 });
    report(problem);
    return;
  }
}
