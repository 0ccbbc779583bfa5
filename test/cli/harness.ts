/** Runs the command line as a user would, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'tauraro-test-'));

  constructor(files: Record<string, string> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  tauraro(...args: string[]): Outcome {
    return this.run(process.execPath, cli, ...args);
  }

  run(command: string, ...args: string[]): Outcome {
    const env = { ...process.env, TAURARO_CACHE: join(this.folder, '.cache'), NO_COLOR: '1' };
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: this.folder, encoding: 'utf8', env });
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Makes a workspace for the test and removes it afterwards. */
export function inWorkspace(files: Record<string, string>, test: (workspace: Workspace) => void): () => void {
  return () => {
    const workspace = new Workspace(files);
    try {
      test(workspace);
    } finally {
      workspace.remove();
    }
  };
}
