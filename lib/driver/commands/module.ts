/** `tauraro module FILE`: the file compiled as a Node module into the cache, unless it is there; where, and what it exports, as JSON. For the loader hook. */
import { existsSync, readFileSync } from 'node:fs';
import { findExecutable, storeExecutable, type CacheRequest } from '../cache.js';
import { compile } from '../compile.js';
import type { CachedModule } from '../on-the-fly.js';
import { compileOptions, type Invocation } from '../options.js';
import { writeOutput } from '../output-file.js';
import type { Report } from '../report.js';
import { onlyFile } from './build.js';

export async function moduleForImport(invocation: Invocation, report: Report): Promise<void> {
  const request: CacheRequest = { entry: onlyFile(invocation), options: compileOptions(invocation.options, 'node', 'native') };
  const file = findExecutable(request)?.executable;
  const isKnown = file !== undefined && existsSync(namesFile(file));
  const names = isKnown ? readFileSync(namesFile(file), 'utf8') : await compileIntoCache(request, report);
  process.stdout.write(names);
}

async function compileIntoCache(request: CacheRequest, report: Report): Promise<string> {
  const artifact = await compile(request.entry, request.options, report.problems, report.timer);
  const file = storeExecutable(request, artifact, true);
  const text = JSON.stringify({ file, names: artifact.exports ?? [] } satisfies CachedModule);
  writeOutput(namesFile(file), text);
  report.finish(true);
  return text;
}

const namesFile = (file: string): string => `${file}.exports`;
