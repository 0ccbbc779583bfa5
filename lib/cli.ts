#!/usr/bin/env node
/** The command `tauraro`. Each command is loaded when it is asked for. */
import { setFlagsFromString } from 'node:v8';
import { readCommandLine } from './driver/command-line.js';
import { CommandError, exitStatus } from './driver/command-error.js';
import type { Invocation } from './driver/options.js';
import { Report } from './driver/report.js';

// A compilation is short: JavaScript is worth optimising only where it runs long.
setFlagsFromString('--interrupt-budget=1000000');

async function main(args: readonly string[]): Promise<number> {
  let invocation: Invocation;
  try {
    invocation = readCommandLine(args);
  } catch (error) {
    return failWithoutReport(error, args);
  }
  const report = new Report(invocation.files[0] ?? 'tauraro', invocation.options);
  try {
    return await dispatch(invocation, report);
  } catch (error) {
    return fail(error, report);
  }
}

async function dispatch(invocation: Invocation, report: Report): Promise<number> {
  const { command, files, options } = invocation;
  if (options.version || command === 'version') return showVersion();
  if (options.help || command === 'help') return showHelp(command === 'help' ? files[0] : command);
  switch (command) {
    case 'run':
      return (await import('./driver/commands/run.js')).run(invocation, report);
    case 'check':
      await (await import('./driver/commands/check.js')).check(invocation, report);
      return exitStatus.ok;
    case 'module':
      await (await import('./driver/commands/module.js')).moduleForImport(invocation, report);
      return exitStatus.ok;
    case 'targets':
      (await import('./driver/commands/targets.js')).listTargets(invocation);
      return exitStatus.ok;
    case 'doctor':
      return (await import('./driver/commands/doctor.js')).doctor(invocation);
    default:
      await (await import('./driver/commands/build.js')).build(invocation, report);
      return exitStatus.ok;
  }
}

async function showVersion(): Promise<number> {
  const { version } = await import('./driver/installation.js');
  process.stdout.write(`tauraro ${version()}\n`);
  return exitStatus.ok;
}

async function showHelp(command: string | undefined): Promise<number> {
  const { printHelp } = await import('./driver/help.js');
  process.stdout.write(`${printHelp(command)}\n`);
  return exitStatus.ok;
}

/** Three kinds of failure: of the user's program, of the command, and ours. */
function fail(error: unknown, report: Report): number {
  if (error instanceof Error && error.name === 'CompilationFailed') {
    report.finish(false);
    return exitStatus.program;
  }
  if (error instanceof CommandError) {
    report.fail(error);
    return error.status;
  }
  report.hideProgress();
  return failInternally(error, report.timer.current);
}

function failWithoutReport(error: unknown, args: readonly string[]): number {
  if (!(error instanceof CommandError)) return failInternally(error, 'command line');
  const { code, message, help } = error;
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ ok: false, diagnostics: [{ code, severity: 'error', message, help }] })}\n`);
  else process.stderr.write(`tauraro: error[${code}]: ${message}\n${help === undefined ? '' : `help: ${help}\n`}`);
  return error.status;
}

function failInternally(error: unknown, phase: string): number {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`tauraro: internal error in ${phase}: ${message}, please report\n`);
  if (process.env.TAURARO_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return exitStatus.internal;
}

// A closed pipe (`tauraro --help | head -1`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitStatus.ok);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
