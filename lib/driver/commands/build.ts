/** `tauraro build`: from a source file to a file, or to standard output with `--emit` or `-o -`. */
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findExecutable, mayCache, storeExecutable, type CacheRequest } from '../cache.js';
import { stageOfOutput } from '../command-line.js';
import { CommandError } from '../command-error.js';
import type { Artifact } from '../compile.js';
import { compileOptions, type Invocation, type Stage } from '../options.js';
import { defaultOutput, makeExecutable, replaceFile, writeOutput } from '../output-file.js';
import type { Report } from '../report.js';
import { copyRuntimeSources } from '../runtime-sources.js';
import { findTarget } from '../targets.js';

export async function build(invocation: Invocation, report: Report): Promise<void> {
  const { options } = invocation;
  const entry = onlyFile(invocation);
  const toStdout = options.output === '-' || (options.emit !== undefined && options.output === undefined);
  if (options.output?.endsWith('.wasm') && options.target === 'native') options.target = 'wasm32-wasi';
  const ending = findTarget(options.target).format === 'wasm' ? '.wasm' : '';
  const output = options.output ?? `${defaultOutput(entry)}${ending}`;
  const stage = options.emit ?? stageOfOutput(output);
  if (options.emitRuntime !== undefined && stage !== 'c') throw new CommandError('E500', '--emit-runtime goes with C output', { help: '-o app.c' });
  if (!toStdout) refuseOverwriting(output, [entry]);
  const request: CacheRequest = { entry, options: compileOptions(options, stage, 'baseline') };
  const isCached = stage === 'executable' && !toStdout && !options.time && mayCache(request.options);
  if (isCached && copyFromCache(request, output)) {
    report.say(`wrote ${output} (from the cache)`);
    report.finish(true, { output });
    return;
  }
  // Loaded here, since a program found in the cache needs no compiler.
  const { compile } = await import('../compile.js');
  const artifact = await compile(entry, request.options, report.problems, report.timer);
  if (options.emitRuntime !== undefined) report.say(`copied ${copyRuntimeSources(options.emitRuntime)} files to ${options.emitRuntime}`);
  if (toStdout) {
    report.hideProgress();
    process.stdout.write(artifact.content);
    report.finish(true);
    return;
  }
  writeBuild(output, stage, artifact);
  if (isCached) copyToCache(request, artifact, report);
  report.say(`wrote ${output} (${artifact.content.length} bytes)`);
  report.finish(true, { output });
}

/** False: it isn't there. */
function copyFromCache(request: CacheRequest, output: string): boolean {
  const entry = findExecutable(request);
  if (entry === undefined) return false;
  refuseOverwriting(output, entry.sources);
  let content: Buffer;
  try {
    content = readFileSync(entry.executable);
  } catch {
    return false; // another run, making room, has just removed it
  }
  writeArtifact(output, 'executable', content);
  return true;
}

/** A cache that can't be written is no reason to fail. */
function copyToCache(request: CacheRequest, artifact: Artifact, report: Report): void {
  try {
    storeExecutable(request, artifact, report.problems.list.length === 0);
  } catch (error) {
    report.say(`not cached: ${(error as Error).message}`);
  }
}

/** Writes the result and what stands beside it; gives the names of all files. */
export function writeBuild(output: string, stage: Stage, artifact: Artifact): string[] {
  const companions = [...(artifact.companions?.(basename(output, '.node')) ?? [])].map(([ending, text]) => [output.replace(/\.node$/, ending), text] as const);
  for (const file of [output, ...companions.map(([name]) => name)]) refuseOverwriting(file, artifact.footprint.read.keys());
  writeArtifact(output, stage, artifact.content);
  for (const [file, text] of companions) writeOutput(file, text);
  return [output, ...companions.map(([name]) => name)];
}

export function onlyFile({ command, files }: Invocation): string {
  if (files.length === 1) return files[0]!;
  const example = `tauraro ${command} app.py`;
  if (files.length === 0) throw new CommandError('E500', 'no source file given', { help: example });
  throw new CommandError('E500', `more than one source file given: ${files.join(' ')}`, { help: `modules are found through imports: ${example}` });
}

function writeArtifact(output: string, stage: Stage, content: Artifact['content']): void {
  if (stage !== 'executable') return writeOutput(output, content);
  replaceFile(output, (temporary) => {
    writeFileSync(temporary, content);
    makeExecutable(temporary);
  });
}

function refuseOverwriting(output: string, sources: Iterable<string>): void {
  if (!existsSync(output)) return;
  const place = realpathSync(output);
  for (const source of sources) {
    if (!existsSync(source) || realpathSync(source) !== place) continue;
    throw new CommandError('E507', `the output ${output} would overwrite a source file`, { help: 'give another name with -o' });
  }
}
