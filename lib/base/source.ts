/** A source file and the mapping from offsets to lines. Offsets count UTF-16 units of `text`. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export class SourceFile {
  private starts: number[] | undefined;
  /** Are there characters of two UTF-16 units? */
  private hasPairs: boolean | undefined;

  /** `name` is what diagnostics and tracebacks print; `text` has no byte order mark. */
  constructor(
    readonly name: string,
    readonly text: string,
  ) {}

  /** One-based line and zero-based column (UTF-16 units) of an offset. */
  position(offset: number): { line: number; column: number } {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! };
  }

  /** The same with the column in characters. */
  characterPosition(offset: number): { line: number; column: number } {
    this.hasPairs ??= /[\ud800-\udbff][\udc00-\udfff]/.test(this.text);
    const { line, column } = this.position(offset);
    if (!this.hasPairs) return { line, column };
    const before = this.text.slice(offset - column, offset);
    return { line, column: column - (before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0) };
  }

  /** The text of a one-based line, without its line break. */
  lineText(line: number): string {
    const starts = this.lineStarts();
    const start = starts[line - 1] ?? this.text.length;
    return this.text.slice(start, starts[line] ?? this.text.length).replace(/[\r\n]+$/, '');
  }

  private lineStarts(): number[] {
    if (this.starts === undefined) {
      this.starts = [0];
      for (const match of this.text.matchAll(/\r\n|\r|\n/g)) this.starts.push(match.index + match[0].length);
    }
    return this.starts;
  }
}
