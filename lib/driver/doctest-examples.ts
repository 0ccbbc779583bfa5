/** The examples of a docstring, as `doctest` finds them: lines after `>>>`, what goes on after `...`, and the answer that is expected. */

export interface Example {
  /** Without prompts; ends with a line break. */
  readonly source: string;
  /** Ends with a line break, or is empty. */
  readonly want: string;
  /** What follows the head of a traceback that is expected. */
  readonly exception: string | null;
  /** Zero-based, in the docstring. */
  readonly line: number;
  /** Names of options that it switches on or off. */
  readonly options: ReadonlyMap<string, boolean>;
}

/** null: a prompt is not followed by a blank. */
export function examplesOf(docstring: string): readonly Example[] | null {
  const lines = docstring.split('\n');
  const examples: Example[] = [];
  for (let at = 0; at < lines.length; ) {
    const prompt = /^( *)>>>(.*)$/.exec(lines[at]!);
    if (prompt === null) {
      at += 1;
      continue;
    }
    const indent = prompt[1]!.length;
    const start = at;
    at += 1;
    while (at < lines.length && /^ *\.\.\.( |$)/.test(lines[at]!)) at += 1;
    const code = lines.slice(start, at).map((line) => line.slice(indent + 3));
    if (code.some((line) => line !== '' && !line.startsWith(' '))) return null;
    const first = at;
    while (at < lines.length && !/^ *$/.test(lines[at]!) && !/^ *>>>/.test(lines[at]!)) at += 1;
    const want = lines.slice(first, at).map((line) => `${line.slice(indent)}\n`).join('');
    const source = code.map((line) => `${line.slice(1)}\n`).join('');
    if (!/^(\s*(#.*)?\n)*$/.test(source)) examples.push({ source, want, exception: expectedException(want), line: start, options: optionsOf(source) });
  }
  return examples;
}

/** The text after the stack: it starts with the first line that begins with a letter. */
function expectedException(want: string): string | null {
  const head = /^Traceback \((?:most recent call last|innermost last)\):[ \t]*\n/.exec(want);
  if (head === null) return null;
  const rest = want.slice(head[0].length);
  const start = /^\w/m.exec(rest);
  return start === null ? null : rest.slice(start.index);
}

/** `# doctest: +ELLIPSIS, -SKIP` */
function optionsOf(source: string): ReadonlyMap<string, boolean> {
  const options = new Map<string, boolean>();
  for (const [, text] of source.matchAll(/#\s*doctest:\s*([^\n'"]*)$/gm)) {
    for (const option of text!.replaceAll(',', ' ').split(/\s+/)) if (option.length > 1) options.set(option.slice(1), option.startsWith('+'));
  }
  return options;
}
