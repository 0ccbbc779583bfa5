// Debian's Node for another architecture, with the libraries it needs, unpacked under build/native/packages for the tests; nothing is installed.
//
//   node scripts/foreign-node.mjs arm64
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stamp.mjs';

const packages = join(root, 'build/native/packages');

/** Debian's names of architectures, and the folders of their libraries. */
const folders = { arm64: 'aarch64-linux-gnu', armhf: 'arm-linux-gnueabihf' };

/** `{ root, program, libraries }` for an emulator. */
export function foreignNode(architecture) {
  const folder = join(packages, `node-${architecture}`);
  const libraries = ['lib', 'usr/lib'].map((part) => join(folder, part, folders[architecture]));
  const program = join(folder, 'usr/bin/node');
  if (!existsSync(program)) unpack(architecture, folder);
  return { root: folder, program, libraries };
}

/** From package lists of their own: the machine's package database stays as it is. */
function unpack(architecture, folder) {
  const state = join(packages, `apt-node-${architecture}`);
  for (const part of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(join(state, part), { recursive: true });
  writeFileSync(join(state, 'status'), '');
  const settings = [`Dir::State=${state}/state`, `Dir::State::status=${state}/status`, `Dir::Cache=${state}/cache`, `APT::Architecture=${architecture}`, `APT::Architectures=${architecture}`];
  const options = settings.flatMap((setting) => ['-o', setting]);
  spawnSync('apt-get', [...options, 'update', '-qq']); // lists may be in the midst of a change: what is there is tried
  run('apt-get', [...options, 'install', '-y', '--download-only', '--no-install-recommends', 'nodejs']);
  const archives = join(state, 'cache/archives');
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb'))) run('dpkg-deb', ['-x', join(archives, file), folder]);
}

function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr ?? error?.message}`);
}

if (process.argv[1] === import.meta.filename) console.log(foreignNode(process.argv[2]).program);
