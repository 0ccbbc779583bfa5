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

/** The member that `object.name` gives. Unlike operators, that asks __getattribute__ first, and __getattr__ where a property raises AttributeError. */
export function findAttribute(a: Analysis, info: ClassInfo, name: string): ClassMember | null {
  const member = findMember(a, info, name);
  const asks = (method: string): boolean => lineage(a, info).some(({ members }) => members.has(method));
  return asks('__getattribute__') || (member?.kind === 'property' && asks('__getattr__')) ? { kind: 'unknown' } : member;
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
  return siteOf(a, `${info.id}.${name}`);
}

/** What is stored to attributes of that name of objects that may be of any class. */
export function looseSite(a: Analysis, name: string): Site {
  return siteOf(a, `*.${name}`);
}

function siteOf(a: Analysis, key: string): Site {
  let site = a.attributes.get(key);
  if (site === undefined) a.attributes.set(key, (site = newSite()));
  return findSite(site);
}

/**
 * At the end of inference: does the slot of the attribute hold doubles, in the class and in all that share it? So it is when nothing else was ever
 * seen stored there. A slot is as the class that brings it has it: the runtime lays out subclasses that way.
 */
export function holdsFloat(a: Analysis, info: ClassInfo, name: string): boolean {
  const key = `${info.id}.${name}`;
  let answer = a.floatSlots.get(key);
  if (answer === undefined) a.floatSlots.set(key, (answer = computeHoldsFloat(a, info, name)));
  return answer;
}

function computeHoldsFloat(a: Analysis, info: ClassInfo, name: string): boolean {
  if (a.assignedNames.has('*') || !isFloatOrNothing(looseSite(a, name))) return false;
  const owner = lineage(a, info).findLast((at) => at.instanceAttributes.includes(name));
  if (owner === undefined) return false;
  const family = a.program.classes.filter((one) => lineage(a, one).includes(owner));
  if (family.some((one) => isIntercepted(a, one, name) || one.members.has('__slots__'))) return false;
  const sites = family.map((one) => attributeSite(a, one, name));
  return sites.every(isFloatOrNothing) && sites.some((site) => site.element.kind === 'Float');
}

function isFloatOrNothing(site: Site): boolean {
  return site.element.kind === 'Float' || site.element.kind === 'Never';
}

/** Are objects of the class expected to have all their attributes of floats as soon as they are made? So it is when methods `__init__` name them all. */
export function setsFloatsAtOnce(a: Analysis, info: ClassInfo): boolean {
  const key = `${info.id}`;
  let answer = a.floatSlots.get(key);
  if (answer === undefined) {
    const set = new Set(lineage(a, info).flatMap((at) => [...namesSetAtBirth(at)]));
    answer = slotNames(a, info).every((name) => set.has(name) || !holdsFloat(a, info, name));
    a.floatSlots.set(key, answer);
  }
  return answer;
}

function* namesSetAtBirth(info: ClassInfo): Generator<string> {
  const member = info.members.get('__init__');
  if (member?.kind !== 'method') return;
  for (const block of member.function.blocks.values())
    for (const instruction of block.instructions) if (instruction.kind === 'SetAttr') yield instruction.name;
}
