/**
 * A program in which inference finds no types: `npm run bench -- --dynamic`. Each constant becomes a global, and each display, comprehension and call
 * of a class goes through a function, that inference can't see through; so all values are objects whose types nobody knows before they run.
 *
 *   xs = [0] * n           =>     _hide = [lambda value: value, None][0]
 *                                 _constant0 = _hide(0)
 *                                 xs = _hide([_constant0]) * n
 */
import { Diagnostics } from '../lib/base/diagnostic.js';
import { SourceFile } from '../lib/base/source.js';
import type { Node } from '../lib/syntax/ast.js';
import { forEachChild } from '../lib/syntax/ast-walk.js';
import { parseModule } from '../lib/syntax/parse.js';

interface Edit {
  readonly at: number;
  /** Edits at one place: what closes comes before what opens. */
  readonly rank: number;
  readonly remove: number;
  readonly text: string;
}

interface Hiding {
  readonly text: string;
  readonly constants: Map<string, string>;
  readonly classes: ReadonlySet<string>;
  readonly edits: Edit[];
}

const wrapped: ReadonlySet<string> = new Set(['List', 'Dict', 'Set', 'ListComp', 'SetComp', 'DictComp']);

export function hideTypes(name: string, text: string): string {
  const tree = parseModule(new SourceFile(name, text), new Diagnostics());
  const classes = new Set(tree.body.flatMap((node) => (node.kind === 'ClassDef' ? [node.name] : [])));
  const hiding: Hiding = { text, constants: new Map(), classes, edits: [] };
  hide(hiding, tree);
  const edits = hiding.edits.sort((a, b) => b.at - a.at || b.rank - a.rank);
  const body = edits.reduce((result, { at, remove, text: inserted }) => result.slice(0, at) + inserted + result.slice(at + remove), text);
  const constants = [...hiding.constants].map(([source, constant]) => `${constant} = _hide(${source})\n`);
  return `_hide = [lambda value: value, None][0]\n${constants.join('')}${body}`;
}

function hide(h: Hiding, node: Node): void {
  if (node.kind === 'JoinedStr') {
    for (const part of node.values) if (part.kind !== 'Constant') forEachChild(part, (child) => hide(h, child));
    return;
  }
  if (node.kind === 'Constant') return hideConstant(h, node.span.start, node.span.end);
  const isLoaded = !('ctx' in node) || node.ctx === 'Load';
  if (isLoaded && (wrapped.has(node.kind) || (node.kind === 'Call' && node.func.kind === 'Name' && h.classes.has(node.func.id)))) {
    const { start, end } = (node as Node & { span: { start: number; end: number } }).span;
    h.edits.push({ at: start, rank: start, remove: 0, text: '_hide(' }, { at: end, rank: -1, remove: 0, text: ')' });
  }
  forEachChild(node, (child) => hide(h, child));
}

function hideConstant(h: Hiding, start: number, end: number): void {
  const source = h.text.slice(start, end);
  if (source === 'None' || source === '...' || source.includes('\n')) return;
  let constant = h.constants.get(source);
  if (constant === undefined) h.constants.set(source, (constant = `_constant${h.constants.size}`));
  h.edits.push({ at: start, rank: end, remove: end - start, text: constant });
}
