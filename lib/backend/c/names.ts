/** Names of Python and symbols of the compiler as C identifiers. */

/** Makes distinct identifiers from hints; none ends in a number only by chance. */
export class Names {
  private readonly taken = new Set<string>();
  private readonly counts = new Map<string, number>();

  /** `isWhole`: the hint itself will do if nobody has it; else it always gets a number, which no identifier of the runtime ends in. */
  make(hint: string, isWhole = true): string {
    const stem = identifier(hint);
    if (isWhole && !this.taken.has(stem)) return this.take(stem);
    for (;;) {
      const count = (this.counts.get(stem) ?? 0) + 1;
      this.counts.set(stem, count);
      const name = `${stem}_${count}`;
      if (!this.taken.has(name)) return this.take(name);
    }
  }

  private take(name: string): string {
    this.taken.add(name);
    return name;
  }
}

const longest = 60;

/** The symbol's words; what stands in the entry module goes without its name. */
export function identifier(text: string): string {
  const plain = text.replace(/__main__\./g, '').replace(/[<>]/g, '');
  const words = plain.replace(/[^A-Za-z0-9_]/gu, (character) => ('. $/-'.includes(character) ? '_' : `u${character.codePointAt(0)!.toString(16)}`));
  return (/^[A-Za-z]/.test(words) ? words : `p${words}`).slice(0, longest);
}

/** A few words of a text, for the name of a constant. */
export function wordsOf(text: string): string {
  const words = text.slice(0, 40).replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return words.slice(0, 24) || 'text';
}

/** A text as a C literal, without its NUL: each line of it on one of its own. */
export function literal(bytes: Uint8Array): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of bytes) {
    line += escaped(byte);
    if (byte === 10 || line.length > 400) {
      lines.push(line);
      line = '';
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines.map((part) => `"${part}"`).join('\n  ');
}

const special: { readonly [byte: number]: string } = { 10: '\\n', 34: '\\"', 92: '\\\\', 63: '\\?' };

function escaped(byte: number): string {
  return special[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`);
}

/** What may stand in a comment: no end of it, and nothing that editors or compilers would take for more than a letter. */
export function commentText(text: string): string {
  const safe = text.replace(/\*(?=\/)/g, '* ').replace(/\/(?=\*)/g, '/ ').replace(/[^\x20-\x7e\p{L}\p{N}]/gu, '?').replace(/\?\?/g, '? ?').trim();
  return safe.length > 100 ? `${safe.slice(0, 97)}...` : safe;
}

/** Of 64 bits. */
export function intLiteral(value: bigint): string {
  const signed = BigInt.asIntN(64, value);
  if (signed === -(1n << 63n)) return 'INT64_MIN';
  return signed > -(1n << 31n) && signed < 1n << 31n ? String(signed) : `INT64_C(${signed})`;
}

export function floatLiteral(value: number): string {
  if (Number.isNaN(value)) return '__builtin_nan("")';
  if (!Number.isFinite(value)) return value > 0 ? '__builtin_inf()' : '-__builtin_inf()';
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
