/** The command line: a table of commands, a table of options, and how they are read. */
import { CommandError } from './command-error.js';
import { suggest } from './nearest.js';
import { printableStages, runtimeVariants, type CommandOptions, type Invocation, type OptLevel, type Stage } from './options.js';
import { intPolicies } from '../node-api/hint.js';
import type { ColorChoice } from './style.js';

export interface CommandRow {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly (readonly [command: string, effect: string])[];
}

export const commands: readonly CommandRow[] = [
  {
    name: 'build',
    usage: 'build FILE [-o OUTPUT] [OPTIONS]',
    summary: 'compile a program to a native executable, or stop earlier',
    examples: [
      ['tauraro build app.py', 'makes the executable ./app'],
      ['tauraro build app.py -o bin/app --cpu native', 'for this very machine'],
      ['tauraro build app.py -o app.node', 'a Node module, with app.d.ts, app.mjs and app.cjs'],
      ['tauraro build app.py -o app.ll', 'LLVM IR; also .bc, .s (assembly), .o (object)'],
      ['tauraro build app.py -o app.c --emit-runtime rt', 'C, with what any C compiler needs besides'],
      ['tauraro build app.py --emit ir', "prints the compiler's own IR"],
    ],
  },
  {
    name: 'compile',
    usage: 'compile FILE [-o OUTPUT] [OPTIONS]',
    summary: 'the older spelling of build',
    examples: [['tauraro compile app.py -o app', 'the same as tauraro build']],
  },
  {
    name: 'run',
    usage: 'run [OPTIONS] FILE [ARGS…]',
    summary: 'compile a program, unless that has been done before, and run it',
    examples: [
      ['tauraro run app.py', "the exit status is the program's own"],
      ['tauraro run -O1 app.py --size 10', 'what follows the file belongs to the program'],
    ],
  },
  {
    name: 'check',
    usage: 'check FILE… [--types]',
    summary: 'report the errors of a program without compiling it',
    examples: [
      ['tauraro check app.py', 'exit status 1 where there are errors'],
      ['tauraro check app.py --types', 'also what was inferred, and what stayed boxed'],
      ['tauraro check app.py --json', 'diagnostics for editors'],
    ],
  },
  {
    name: 'targets',
    usage: 'targets [--cpu] [--target NAME] [--json]',
    summary: 'list the machines that can be compiled for',
    examples: [
      ['tauraro targets --json', 'for scripts'],
      ['tauraro targets --cpu', 'what this CPU is, and which can be named'],
      ['tauraro targets --cpu --target aarch64-linux', 'those of another machine'],
    ],
  },
  { name: 'doctor', usage: 'doctor', summary: 'what this installation has and lacks', examples: [['tauraro doctor', 'names the command that mends what is missing']] },
];

interface OptionRow {
  readonly names: readonly string[];
  /** What stands for its value in the help; absent: it takes none. */
  readonly value?: string;
  readonly help: string;
  /** `text` is empty for an option without a value. */
  readonly apply: (options: CommandOptions, text: string) => void;
}

export const optionRows: readonly OptionRow[] = [
  { names: ['-o', '--output'], value: 'FILE', help: 'where the result goes; its ending tells the kind; - is standard output', apply: (options, text) => void (options.output = text) },
  { names: ['--emit'], value: 'STAGE', help: `print ${printableStages.join(', ')} to standard output`, apply: (options, text) => void (options.emit = oneOf('--emit', text, printableStages)) },
  ...([0, 1, 2, 3] as const).map((level) => ({ names: [`-O${level}`], help: levelHelp(level), apply: (options: CommandOptions) => void (options.level = level) })),
  { names: ['-Os'], help: 'as -O2, for small code', apply: (options) => void Object.assign(options, { level: 2, size: true }) },
  { names: ['-g', '--debug'], help: 'keep symbols and debug information', apply: (options) => void (options.debug = true) },
  { names: ['--target'], value: 'NAME', help: 'the machine to compile for; see tauraro targets', apply: (options, text) => void (options.target = text) },
  { names: ['--cpu'], value: 'NAME', help: 'native, baseline, dispatch (hot code for several) or a CPU; default: baseline (run: native)', apply: (options, text) => void (options.cpu = text) },
  { names: ['--features'], value: 'LIST', help: 'CPU features to add or leave out: +avx2,-bmi', apply: (options, text) => void (options.features = text) },
  { names: ['--static'], help: 'an executable that needs no C library of the machine', apply: (options) => void (options.static = true) },
  { names: ['-l', '--library'], value: 'NAME', help: 'link with another library', apply: (options, text) => void options.libraries.names.push(text) },
  { names: ['-L', '--library-path'], value: 'FOLDER', help: 'look for libraries there', apply: (options, text) => void options.libraries.folders.push(text) },
  { names: ['--sysroot'], value: 'FOLDER', help: "look for libraries in that machine's file system", apply: (options, text) => void (options.libraries.sysroot = text) },
  { names: ['--emit-runtime'], value: 'FOLDER', help: "with C output: copy the runtime's sources there", apply: (options, text) => void (options.emitRuntime = text) },
  { names: ['--int'], value: 'KIND', help: 'Node modules: int as number, bigint or auto (default)', apply: (options, text) => void (options.int = oneOf('--int', text, intPolicies)) },
  { names: ['--background'], value: 'LIST', help: 'Node modules: functions that run off the main thread', apply: (options, text) => void (options.background = text.split(',').filter(Boolean)) },
  { names: ['--types'], help: 'check: show the inferred types', apply: (options) => void (options.types = true) },
  { names: ['--time'], help: 'show how long each phase takes', apply: (options) => void (options.time = true) },
  { names: ['--verbose'], help: 'say what is done', apply: (options) => void (options.verbose = true) },
  { names: ['--json'], help: 'machine-readable output', apply: (options) => void (options.json = true) },
  { names: ['--color'], value: 'WHEN', help: 'auto, always or never', apply: (options, text) => void (options.color = oneOf('--color', text, ['auto', 'always', 'never'] as const) as ColorChoice) },
  { names: ['-h', '--help'], help: 'show this help', apply: (options) => void (options.help = true) },
  { names: ['-V', '--version'], help: 'show the version', apply: (options) => void (options.version = true) },
];

/** Understood and not shown: for tests of the compiler itself. */
const hiddenRows: readonly OptionRow[] = [
  { names: ['--runtime'], value: 'VARIANT', help: 'link with another build of the runtime', apply: (options, text) => void (options.runtime = oneOf('--runtime', text, runtimeVariants)) },
  { names: ['--force-exits'], help: 'take every exit of the fast versions', apply: (options) => void (options.forceExits = true) },
  { names: ['--late-refusals'], help: 'raise where something refused is reached', apply: (options) => void (options.lateRefusals = true) },
];

/** What the design promises and this version lacks; named, so that the answer is not "unknown option". */
const laterOptions = ['--strict-types'];

function levelHelp(level: OptLevel): string {
  return ['no optimisation', 'little optimisation, quick to compile', 'most optimisation', 'all optimisation (default)'][level]!;
}

function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const name = names.find((candidate) => candidate === text);
  if (name === undefined) throw new CommandError('E500', `${option} can't be '${text}'`, { help: `one of ${names.join(', ')}` });
  return name;
}

/** Throws `CommandError` for what it doesn't know. */
export function readCommandLine(args: readonly string[]): Invocation {
  const options = defaults();
  const words: string[] = [];
  const rest = [...args];
  let programArgs: string[] = [];
  while (rest.length > 0) {
    const word = rest.shift()!;
    if (word === '--') words.push(...rest.splice(0));
    else if (word === '--cpu' && words[0] === 'targets') options.cpu = 'list';
    else if (word.startsWith('-') && word !== '-') applyOption(options, word, rest);
    else words.push(word);
    if (words[0] === 'run' && words.length >= 2) programArgs = rest.splice(0);
  }
  if (words[0] === 'run') programArgs = [...words.splice(2), ...programArgs];
  const command = commandOf(words, options);
  return { command, files: words.slice(1), programArgs, options };
}

const defaults = (): CommandOptions => ({
  ...{ level: 3, target: 'native', features: '', color: 'auto' },
  ...{ static: false, size: false, libraries: { names: [], folders: [], sysroot: '' }, debug: false, forceExits: false, lateRefusals: false, runtime: 'release', int: 'auto', background: [], types: false, time: false, verbose: false, json: false, help: false, version: false },
});

function commandOf(words: readonly string[], options: CommandOptions): string {
  const word = words[0];
  if (word === undefined) return options.version ? 'version' : 'help';
  if (word === 'help' || word === 'version' || word === 'module' || commands.some((row) => row.name === word)) return word;
  if (/\.(py|tr)$/.test(word)) throw new CommandError('E500', `no command given for ${word}`, { help: `tauraro run ${word}, or tauraro build ${word}` });
  throw new CommandError('E500', `unknown command '${word}'`, { help: suggest(word, commands.map((row) => row.name), 'tauraro ') });
}

/** `rest` loses the option's value where that is a word of its own. */
function applyOption(options: CommandOptions, word: string, rest: string[]): void {
  const { name, attached } = splitOption(word);
  const row = [...optionRows, ...hiddenRows].find((candidate) => candidate.names.includes(name));
  if (row === undefined) throw unknownOption(name);
  if (row.value === undefined && attached !== undefined) throw new CommandError('E500', `${name} takes no value`);
  const text = row.value === undefined ? '' : (attached ?? rest.shift());
  if (text === undefined || (row.value !== undefined && text === '')) throw new CommandError('E500', `${name} needs a value: ${name} ${row.value}`);
  row.apply(options, text);
}

/** `--name=value` and `-ovalue`. */
function splitOption(word: string): { name: string; attached: string | undefined } {
  const equals = word.indexOf('=');
  if (word.startsWith('--') && equals > 0) return { name: word.slice(0, equals), attached: word.slice(equals + 1) };
  if (/^-[olL]./.test(word)) return { name: word.slice(0, 2), attached: word.slice(2) };
  return { name: word, attached: undefined };
}

function unknownOption(name: string): CommandError {
  if (laterOptions.includes(name)) return new CommandError('E500', `${name} is not supported yet`);
  const known = optionRows.flatMap((row) => row.names).filter((candidate) => candidate.startsWith('--') === name.startsWith('--'));
  return new CommandError('E500', `unknown option ${name}`, { help: suggest(name, known) });
}

/** The kind of file that an output's ending asks for. */
export function stageOfOutput(output: string): Stage {
  const stages: Record<string, Stage> = { o: 'obj', s: 'asm', ll: 'llvm', bc: 'bitcode', c: 'c', node: 'node' };
  const ending = /\.(\w+)$/.exec(output)?.[1] ?? '';
  if (['so', 'exe', 'dll', 'a', 'js', 'mjs'].includes(ending)) {
    throw new CommandError('E506', `this version can't make .${ending} files`, { status: 3, help: 'it makes executables, .wasm, .node, .c, .ll, .bc, .s and .o' });
  }
  return stages[ending] ?? 'executable';
}
