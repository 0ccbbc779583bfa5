/**
 * Which operations of the built-in types a program needs. The runtime's types and tables of methods refer to their
 * functions by names of their own (native/backend/detach.h); the linker gets a `--defsym` for each: its function, if that can
 * be reached from the program's symbols, through the functions these refer to, the types they make instances of together
 * with the slots that are used, and the methods whose names are mentioned; else rt_absent, which gives 0.
 */

/** As native/backend writes it. Numbers index `names`. */
interface References {
  readonly names: readonly string[];
  readonly edges: readonly (readonly number[])[];
  /** The first two together need the third. */
  readonly whens: readonly (readonly [number, number, number])[];
  /** Tables of methods: rows of name and function. */
  readonly tables: { readonly [table: number]: readonly (readonly [name: string, fn: number])[] };
  /** Functions that types and tables refer to weakly. */
  readonly weak: readonly number[];
  /** References that only some programs need, and their functions. */
  readonly conditionals: readonly (readonly [reference: number, fn: number])[];
  /** Names under which the runtime itself looks methods up. */
  readonly lookedUp: readonly string[];
}

/** Symbols and names of what finds attributes by names made at run time: then every method may be called. */
const nameComputers = /(?:rt_function_|\0)(?:getattr|hasattr|dir|vars|__dict__|__dir__|__getattribute__|attrgetter|methodcaller)\0/;

/** The linker's arguments for a program. `json`: the runtime's references. */
export function operationArguments(objects: readonly Uint8Array[], json: string, format: string): string[] {
  const references = JSON.parse(json) as References;
  const reached = reachedBy(Buffer.concat(objects).toString('latin1'), references);
  const absent = format === 'elf' ? 'rt_absent' : undefined; // other formats leave weak references open
  const definition = (name: string, fn: number) => {
    const value = reached[fn] !== notReached ? references.names[fn] : absent;
    return value === undefined ? [] : [`--defsym=${name}=${value}`];
  };
  return [
    ...references.weak.flatMap((fn) => definition(`rt.weak.${references.names[fn]}`, fn)),
    ...references.conditionals.flatMap(([reference, fn]) => definition(references.names[reference]!, fn)),
  ];
}

/** How a program comes to need a function of the runtime, for those who make it smaller (scripts/size-map.mjs). */
export function explainReached(text: string, json: string, name: string): string {
  const references = JSON.parse(json) as References;
  const reached = reachedBy(text, references);
  const path: string[] = [];
  for (let node = references.names.indexOf(name); node >= 0; node = reached[node]!) path.unshift(references.names[node]!);
  return path.length === 0 || reached[references.names.indexOf(name)] === notReached ? `${name} is not reached` : path.join('\n');
}

function reachedBy(text: string, references: References): Int32Array {
  const words = new Set(text.match(/[\w.]{2,}/g));
  // A piece of data with such a name needs a function that it doesn't refer to.
  for (const [, name] of text.matchAll(/\bneeds\.(\w+)\./g)) words.add(name!);
  return reach(references, words, mentionedIn(text, words, references));
}

/** Is a method of that name ever asked for? By a name in the program's data, in one used by the runtime itself, or for operators. */
function mentionedIn(text: string, words: ReadonlySet<string>, { lookedUp }: References): (name: string) => boolean {
  if (nameComputers.test(text)) return () => true;
  const data = [...words].filter((word) => !/^rt[_.]/.test(word)).join(' ');
  const ownNames = new Set(lookedUp);
  return (name) => ownNames.has(name) || data.includes(name);
}

/** What `reach` gives for a node that it reaches from another one is that one's number. */
const [notReached, isRoot] = [-2, -1];

/** Finds all that can be reached. A method waits until both its table is reached and its name is mentioned. */
function reach({ names, edges, whens, tables }: References, roots: ReadonlySet<string>, isMentioned: (name: string) => boolean): Int32Array {
  const reached = new Int32Array(names.length).fill(notReached);
  const work: number[] = [];
  const waiting = whensByNode(whens);
  const visit = (node: number, from: number): void => {
    if (reached[node] !== notReached) return;
    reached[node] = from;
    work.push(node);
  };
  names.forEach((name, node) => {
    if (roots.has(name)) visit(node, isRoot);
  });
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    for (const target of edges[node]!) visit(target, node);
    for (const [other, target] of waiting.get(node) ?? []) if (reached[other] !== notReached) visit(target, node);
    for (const [name, fn] of tables[node] ?? []) if (isMentioned(name)) visit(fn, node);
  }
  return reached;
}

/** For each node, the others that it needs something together with. */
function whensByNode(whens: References['whens']): Map<number, [other: number, target: number][]> {
  const waiting = new Map<number, [number, number][]>();
  const add = (node: number, other: number, target: number) => {
    const list = waiting.get(node);
    if (list === undefined) waiting.set(node, [[other, target]]);
    else list.push([other, target]);
  };
  for (const [first, second, target] of whens) {
    add(first, second, target);
    add(second, first, target);
  }
  return waiting;
}
