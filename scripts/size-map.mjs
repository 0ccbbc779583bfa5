// What a program's executable holds, and why: node scripts/size-map.mjs APP.py [SYMBOL] [--target NAME]
// Lists the symbols by size; with SYMBOL, how the program reaches it in the runtime's graph of references.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const words = process.argv.slice(2);
const target = words.includes('--target') ? words.splice(words.indexOf('--target'), 2)[1] : 'x86_64-linux';
const [program, wanted] = words;

const { explainReached } = await import('../build/lib/driver/reachable.js');
const { findTarget } = await import('../build/lib/driver/targets.js');
const { runtimeFile } = await import('../build/lib/driver/runtime-files.js');

const folder = mkdtempSync(join(tmpdir(), 'tauraro-'));
try {
  const build = (output, ...flags) => execFileSync(process.execPath, ['build/lib/cli.js', 'build', program, '--target', target, '-o', output, ...flags]);
  const output = join(folder, 'app');
  if (wanted === undefined) {
    build(output, '-g');
    const rows = execFileSync('llvm-nm-22', ['--size-sort', '-r', '-S', '--radix=d', output], { encoding: 'utf8' }).trim().split('\n');
    let total = 0;
    for (const row of rows) {
      const [, size, kind, name] = row.split(' ');
      if (!/[bB]/.test(kind)) total += Number(size);
      console.log(String(Number(size)).padStart(7), kind, name);
    }
    console.log(String(total).padStart(7), 'bytes of code and data');
  } else {
    build(`${output}.s`);
    const text = readFileSync(`${output}.s`, 'utf8').replace(/\.asciz\s+"(.*)"/g, '\0$1\0');
    console.log(explainReached(text, readFileSync(runtimeFile(findTarget(target), 'references.json'), 'utf8'), wanted));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
