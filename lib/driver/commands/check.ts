/** `tauraro check`: the diagnostics of programs, and with `--types` what was inferred. */
import { CommandError } from '../command-error.js';
import { CompilationFailed, compile } from '../compile.js';
import { compileOptions, type Invocation } from '../options.js';
import type { Report } from '../report.js';

export async function check({ files, options }: Invocation, report: Report): Promise<void> {
  if (files.length === 0) throw new CommandError('E500', 'no source file given', { help: 'tauraro check app.py' });
  let types = '';
  for (const file of files) {
    try {
      types += (await compile(file, compileOptions(options, 'types', 'baseline'), report.problems, report.timer)).content;
    } catch (error) {
      if (!(error instanceof CompilationFailed)) throw error;
    }
  }
  if (report.problems.failed) throw new CompilationFailed();
  if (options.types && !options.json) {
    report.hideProgress();
    process.stdout.write(types);
  }
  report.finish(true, options.types ? { types } : {});
}
