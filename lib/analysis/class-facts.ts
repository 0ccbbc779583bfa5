/** What is certain of the program's classes: bases, methods, slots of attributes. */
import type { ClassInfo, ClassMember } from '../ir/function.js';
import { findSite, newSite, type Site, type Type } from '../types/type.js';
import type { Analysis } from './context.js';

/** A class statement was reached with bases of those types. */
export function defineClass(a: Analysis, info: ClassInfo, bases: readonly Type[], keywords: number): void {
  if (bases.some((base) => base.kind === 'Never')) return;
  const known: ClassInfo[] = [];
  let certain = keywords === 0 && !info.dynamic;
  for (const base of bases) {
    if (base.kind === 'Class' && a.bases.get(base.info) !== null) known.push(base.info);
    else if (!(base.kind === 'Builtin' && base.name === 'object')) certain = false;
  }
  if (known.length > 1) certain = false;
  const before = a.bases.get(info);
  if (before === null) return;
  if (!certain) a.bases.set(info, null);
  else if (before === undefined) a.bases.set(info, known);
}

/** The class and its bases, nearest first: single inheritance only, which is what is treated statically. */
export function lineage(a: Analysis, info: ClassInfo): ClassInfo[] {
  const line: ClassInfo[] = [];
  for (let at: ClassInfo | undefined = info; at !== undefined && !line.includes(at); at = a.bases.get(at)?.[0]) line.push(at);
  return line;
}

export function isSubclass(a: Analysis, info: ClassInfo, base: ClassInfo): boolean {
  return lineage(a, info).includes(base);
}

/** The member that look-up of a name finds on instances; null: absent; unknown when anything might have changed it. */
export function findMember(a: Analysis, info: ClassInfo, name: string): ClassMember | null {
  if (a.assignedNames.has('*') || a.assignedNames.has(name)) return { kind: 'unknown' };
  for (const at of lineage(a, info)) {
    const member = at.members.get(name);
    if (member !== undefined) return member;
  }
  return null;
}

/** The instance attributes in the order of their slots. */
export function slotNames(a: Analysis, info: ClassInfo): string[] {
  const names: string[] = [];
  for (const at of lineage(a, info).reverse())
    for (const name of at.instanceAttributes) if (!names.includes(name)) names.push(name);
  return names;
}

/** Does something in the class stand between an attribute and its slot: a member of that name (which may be a descriptor), or an access method? */
export function isIntercepted(a: Analysis, info: ClassInfo, name: string): boolean {
  return lineage(a, info).some(({ members }) => members.has(name) || accessMethods.some((method) => members.has(method)));
}

const accessMethods = ['__getattribute__', '__setattr__', '__delattr__'];

export function attributeSite(a: Analysis, info: ClassInfo, name: string): Site {
  const key = `${info.id}.${name}`;
  let site = a.attributes.get(key);
  if (site === undefined) a.attributes.set(key, (site = newSite()));
  return findSite(site);
}
