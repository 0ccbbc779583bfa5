/** Colours on a terminal, or none. */

export type ColorChoice = 'auto' | 'always' | 'never';

type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly faint: Paint;
  readonly error: Paint;
  readonly warning: Paint;
  readonly unsupported: Paint;
  readonly help: Paint;
}

/** `NO_COLOR` (any value but the empty one) rules out colours unless the user asked for them on the command line. */
export function styleFor(stream: { isTTY?: boolean }, choice: ColorChoice): Style {
  const wanted = choice === 'always' || (choice === 'auto' && stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb');
  const paint = (code: string): Paint => (wanted ? (text) => `\u001b[${code}m${text}\u001b[0m` : (text) => text);
  return { bold: paint('1'), faint: paint('2'), error: paint('1;31'), warning: paint('1;33'), unsupported: paint('1;35'), help: paint('1;36') };
}
