/** What stops a command and has no place in a source file: a missing file, a wrong option, a tool that isn't there. */

export const exitStatus = { ok: 0, program: 1, usage: 2, missing: 3, internal: 70 } as const;

/** The codes of the driver's own errors, each with its rule. */
export const driverRules = {
  E500: 'the command line names a known command, known options and a file',
  E501: 'the source file can be read',
  E504: 'the target is one of `tauraro targets`',
  E505: 'the CPU and its features are known for the target',
  E506: 'the ending of the output names a kind of file that we make',
  E507: 'the output can be written',
  E508: 'the installation is complete',
  E509: 'the program can be linked',
  E510: 'the folders of --sysroot and -L exist',
} as const;

export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly status: number;
  readonly help: string | undefined;

  constructor(
    readonly code: keyof typeof driverRules,
    message: string,
    { status = exitStatus.usage, help }: { status?: number; help?: string | undefined } = {},
  ) {
    super(message);
    this.status = status;
    this.help = help;
  }
}
