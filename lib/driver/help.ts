/** What `--help` prints, from the tables of the command line. */
import { commands, optionRows, type CommandRow } from './command-line.js';

export function printHelp(command: string | undefined): string {
  const row = commands.find((candidate) => candidate.name === command);
  return row === undefined ? generalHelp() : commandHelp(row);
}

function generalHelp(): string {
  return [
    'Tauraro compiles Python programs to native code.',
    '',
    'usage: tauraro COMMAND [OPTIONS] FILE',
    '',
    'commands:',
    ...columns(commands.map((row) => [row.name, row.summary])),
    '',
    ...optionsHelp(),
    '',
    'examples:',
    ...columns(commands.flatMap((row) => row.examples.slice(0, 1).map((example) => [...example]))),
    '',
    'exit status: 0 success, 1 errors in the program, 2 wrong usage, 3 something is missing here, 70 a fault of the compiler',
    'tauraro COMMAND --help tells more about a command.',
  ].join('\n');
}

function commandHelp(row: CommandRow): string {
  const examples = columns(row.examples.map((example) => [...example]));
  return [`usage: tauraro ${row.usage}`, '', `${row.summary[0]!.toUpperCase()}${row.summary.slice(1)}.`, '', 'examples:', ...examples, '', ...optionsHelp()].join('\n');
}

function optionsHelp(): string[] {
  const rows = optionRows.map((row) => [row.names.join(', ') + (row.value === undefined ? '' : ` ${row.value}`), row.help]);
  return ['options:', ...columns(rows)];
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map((row) => row[0]!.length));
  return rows.map(([left, right]) => `  ${left!.padEnd(width)}  ${right}`);
}
