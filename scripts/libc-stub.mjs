// Makes the stub of a glibc library: a shared library with its name and its symbols and no code. Each symbol has the newest version
// that is not newer than asked for, so that executables linked with the stub run with every glibc from that version on.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const order = (version) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0) * 1000 ** (3 - version.split('.').length);

/** `libc.so.6` becomes `libc.so.6-2.31` in the folder. */
export function makeStub({ triple, emulation }, library, newest, folder, link) {
  const symbols = chooseVersions(readSymbols(library), order(newest));
  const output = join(folder, `${basename(library)}-${newest}`);
  const [assembly, object, script] = ['s', 'o', 'map'].map((ending) => `${output}.${ending}`);
  writeFileSync(assembly, symbols.map(assemble).join(''));
  writeFileSync(script, versionScript(symbols));
  const { status, stderr } = spawnSync('clang-22', [`--target=${triple}`, '-c', assembly, '-o', object], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cannot assemble the stub of ${library}:\n${stderr}`);
  const { ok, log } = link(['ld.lld', '-m', emulation, '-shared', '-soname', basename(library), '--version-script', script, '--hash-style=gnu', '--strip-all', '--build-id=none', object, '-o', output]);
  if (!ok) throw new Error(`cannot link the stub of ${library}:\n${log}`);
  for (const file of [assembly, object, script]) rmSync(file);
}

/** Name → its versions, with kind and size; versions that only glibc's own parts may use are left out. */
function readSymbols(library) {
  const { status, stdout, stderr } = spawnSync('llvm-readelf-22', ['--dyn-syms', '--wide', library], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`cannot read ${library}: ${stderr}`);
  const symbols = new Map();
  for (const line of stdout.split('\n')) {
    const match = /^\s*\d+: \w+\s+(\d+)\s+(FUNC|IFUNC|OBJECT)\s+(?:GLOBAL|WEAK)\s+\w+\s+(\d+)\s+([\w.]+)@(@?)GLIBC_([\d.]+)$/.exec(line);
    if (match === null) continue;
    const [, size, kind, , name, isDefault, version] = match;
    const entry = symbols.get(name) ?? { name, size: Number(size), isData: kind === 'OBJECT', versions: [], current: '' };
    entry.versions.push(version);
    if (isDefault) entry.current = version;
    symbols.set(name, entry);
  }
  return [...symbols.values()];
}

/** glibc 2.34 took libpthread, libdl and others in, whose symbols got that version besides their own: before, libc.so.6 had them not. */
const movedIn = '2.34';

function chooseVersions(symbols, newest) {
  return symbols.flatMap((symbol) => {
    const known = symbol.versions.filter((version) => order(version) <= newest).sort((a, b) => order(a) - order(b));
    const isAbsent = known.length === 0 || symbol.current === '' || (symbol.current === movedIn && newest < order(movedIn) && symbol.name !== '__libc_start_main');
    return isAbsent ? [] : [{ ...symbol, version: known.at(-1) }];
  });
}

function assemble({ name, size, isData }) {
  const start = `.globl ${name}\n.type ${name}, %${isData ? 'object' : 'function'}\n`;
  return isData ? `.bss\n.balign 16\n${start}.size ${name}, ${size}\n${name}: .zero ${size}\n` : `.text\n${start}${name}:\n`;
}

function versionScript(symbols) {
  const versions = [...new Set(symbols.map((symbol) => symbol.version))].sort((a, b) => order(a) - order(b));
  const node = (version) => `GLIBC_${version} { global: ${symbols.filter((symbol) => symbol.version === version).map((symbol) => `${symbol.name}; `).join('')}};\n`;
  return `${versions.map(node).join('')}`;
}
