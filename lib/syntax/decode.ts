/** Bytes of a source file to text: byte order mark, encoding declaration (PEP 263), line ends. */
import type { Diagnostics } from '../base/diagnostic.js';
import { SourceFile } from '../base/source.js';
import { diagnosticOf, SyntaxProblem } from './errors.js';

const declaration = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BOM = [0xef, 0xbb, 0xbf];

/** The text has no byte order mark and ends its lines with `\n`. Null, and a diagnostic, if the bytes are no text. */
export function decodeSource(bytes: Uint8Array, name: string, problems: Diagnostics): SourceFile | null {
  try {
    return new SourceFile(name, decodeText(bytes, name).replace(/\r\n?/g, '\n'));
  } catch (problem) {
    if (!(problem instanceof SyntaxProblem)) throw problem;
    const readable = new TextDecoder('latin1').decode(bytes);
    problems.report(diagnosticOf(new SourceFile(name, readable), problem));
    return null;
  }
}

function fail(message: string, at = 0): never {
  throw new SyntaxProblem('E139', message, { start: at, end: at });
}

function decodeText(bytes: Uint8Array, name: string): string {
  const hasMark = BOM.every((byte, index) => bytes[index] === byte);
  const content = hasMark ? bytes.subarray(BOM.length) : bytes;
  const nul = content.indexOf(0);
  if (nul >= 0) fail('source code cannot contain null bytes', nul);
  const declared = declaredEncoding(content);
  // After a mark CPython takes the spelling `utf-8` only.
  if (hasMark && declared === 'utf8') fail('encoding problem: utf8 with BOM');
  if (declared === null || isUtf8(declared)) return decodeUtf8(content, declared !== null || hasMark, name);
  if (hasMark) fail(`encoding problem: ${declared} with BOM`);
  return decodeAs(content, declared);
}

/** In the first line, or in the second if the first is blank or a comment. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  for (const line of start.split(/\r\n|\r|\n/, 2)) {
    const found = declaration.exec(line);
    if (found) return found[1]!.toLowerCase().replaceAll('_', '-');
    if (!/^[ \t\f]*(?:#|$)/.test(line)) return null;
  }
  return null;
}

const isUtf8 = (encoding: string): boolean => encoding === 'utf8' || /^utf-8(?:-|$)/.test(encoding);

function decodeUtf8(bytes: Uint8Array, isDeclared: boolean, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = firstInvalid(bytes);
    const byte = `'\\x${bytes[at]!.toString(16).padStart(2, '0')}'`;
    if (isDeclared) fail(`(unicode error) 'utf-8' codec can't decode byte 0x${byte.slice(3, 5)} in position ${at}`, at);
    const line = bytes.subarray(0, at).filter((each) => each === 10).length + 1;
    return fail(
      `Non-UTF-8 code starting with ${byte} in file ${name} on line ${line}, but no encoding declared; ` +
        'see https://peps.python.org/pep-0263/ for details',
      at,
    );
  }
}

/** The first byte that is not part of a well-formed sequence. */
function firstInvalid(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    try {
      decoder.decode(bytes.subarray(at, at + length));
    } catch {
      return at;
    }
    at += length;
  }
  return at - 1;
}

/** Names that both Python and the Encoding standard know, with the same meaning. */
const encodings: Readonly<Record<string, string>> = {
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'euc-jp': 'euc-jp',
  'euc-kr': 'euc-kr',
  gbk: 'gbk',
  gb18030: 'gb18030',
  big5: 'big5',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-u',
};

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (/^(?:latin-?1?|iso-latin-1|iso-?8859-1|8859|cp819|l1)(?:-|$)/.test(encoding)) return decodeLatin1(bytes);
  if (/^(?:us-)?ascii$/.test(encoding)) return decodeAscii(bytes);
  if (/^(?:cp|windows-)1252$/.test(encoding)) return decodeWindows1252(bytes, encoding);
  const iso = /^iso-?8859-(\d+)$/.exec(encoding);
  const windows = /^(?:cp|windows-)(125\d)$/.exec(encoding);
  const label = iso ? `iso-8859-${iso[1]}` : windows ? `windows-${windows[1]}` : encodings[encoding];
  if (label === undefined) fail(`unknown encoding: ${encoding}`);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return fail(`(unicode error) '${encoding}' codec can't decode the file`);
  }
}

/** Not by TextDecoder, whose latin1 is windows-1252. */
function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** 0x80 to 0x9f; a space is a byte without meaning. Not by TextDecoder: Node 20 takes windows-1252 for latin1. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function decodeWindows1252(bytes: Uint8Array, encoding: string): string {
  return decodeLatin1(bytes).replace(/[\x80-\x9f]/g, (character, at: number) => {
    const meant = windows1252[character.charCodeAt(0) - 0x80]!;
    if (meant === ' ') fail(`(unicode error) '${encoding}' codec can't decode the file`, at);
    return meant;
  });
}

function decodeAscii(bytes: Uint8Array): string {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  if (at >= 0) fail(`'ascii' codec can't decode byte 0x${bytes[at]!.toString(16)} in position ${at}`, at);
  return decodeLatin1(bytes);
}
