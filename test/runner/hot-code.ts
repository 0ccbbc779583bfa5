/** The part of a function's LLVM text that is expected to run: cold sides of weighted branches are left out. */

interface Block {
  readonly lines: string[];
}

/** The text of each function of a module, by symbol. */
export function functionsOf(module: string): Map<string, string> {
  const functions = new Map<string, string>();
  for (const match of module.matchAll(/^define [^@]*@("?)([^\s("]+)\1\([^]*?^}/gm)) functions.set(match[2]!, match[0]);
  return functions;
}

/** `module`: where the weights stand. */
export function hotCode(text: string, module: string): string {
  const blocks = blocksOf(text);
  const hot = new Set<string>();
  // The entry block may have no label; where it has one, the first block here is empty.
  const work = [...blocks.keys()].slice(0, blocks.get('')!.lines.length > 0 ? 1 : 2);
  for (let label = work.pop(); label !== undefined; label = work.pop()) {
    if (hot.has(label)) continue;
    hot.add(label);
    work.push(...successors(blocks.get(label)!, module).filter((next) => blocks.has(next)));
  }
  return [...hot].flatMap((label) => blocks.get(label)!.lines).join('\n');
}

function blocksOf(text: string): Map<string, Block> {
  const blocks = new Map<string, Block>();
  let current: Block = { lines: [] };
  blocks.set('', current);
  for (const line of text.split('\n').slice(1)) {
    const label = /^([\w.$-]+|"[^"]+"):/.exec(line)?.[1];
    if (label === undefined) current.lines.push(line);
    else blocks.set(label, (current = { lines: [] }));
  }
  return blocks;
}

function successors({ lines }: Block, module: string): string[] {
  const labels = lines.flatMap((line) => [...line.matchAll(/label %([\w.$-]+|"[^"]+")/g)].map((match) => match[1]!));
  const weights = weightsOf(lines.find((line) => /^ {2}br /.test(line)) ?? '', module);
  if (weights === undefined || labels.length !== 2) return labels;
  const [first, second] = weights;
  if (first > second * 8) return [labels[0]!];
  return second > first * 8 ? [labels[1]!] : labels;
}

function weightsOf(branch: string, module: string): readonly [number, number] | undefined {
  const id = /!prof !(\d+)/.exec(branch)?.[1];
  const found = id === undefined ? null : new RegExp(`^!${id} = .*"branch_weights",(?: !"expected",)? i32 (-?\\d+), i32 (-?\\d+)`, 'm').exec(module);
  return found === null ? undefined : [Number(found[1]) >>> 0, Number(found[2]) >>> 0];
}
