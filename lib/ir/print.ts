/** The IR as text: what `--emit ir` shows and snapshots compare. */
import type { ValueId } from '../base/ids.js';
import type { ClassInfo, Instruction, IrFunction, IrProgram, Terminator } from './function.js';
import type { ConstantData, Fact } from './generic.js';
import { resultRep } from './op-info.js';

export function printProgram(program: IrProgram): string {
  const modules = program.modules.map((module) => {
    const lines = [...module.globals.values()].map(({ name, constant, boundEarly }) => {
      return `  global ${name}${constant ? ' constant' : ''}${boundEarly ? ' early' : ''}\n`;
    });
    return `module ${module.name}\n${lines.join('')}`;
  });
  return [...modules, ...program.classes.map(printClass), ...program.functions.map(printFunction)].join('\n');
}

export function printClass(info: ClassInfo): string {
  const members = [...info.members].map(([name, member]) => {
    return `  ${member.kind} ${name}${member.kind === 'unknown' ? '' : ` = ${member.function.symbol}`}\n`;
  });
  const attributes = info.instanceAttributes.map((name) => `  attribute ${name}\n`);
  return `class ${info.module}.${info.qualname}${info.dynamic ? ' dynamic' : ''}\n${[...members, ...attributes].join('')}`;
}

const parameterPrefix = { 'positional-only': '', positional: '', varargs: '*', 'keyword-only': '', kwargs: '**' } as const;

export function printFunction(fn: IrFunction): string {
  const parameters = fn.parameters.map(({ name, kind, hasDefault }) => `${parameterPrefix[kind]}${name}${hasDefault ? '=' : ''}`);
  const free = fn.freeVariables.length === 0 ? '' : ` free ${fn.freeVariables.join(', ')}`;
  const blocks = [...fn.blocks.values()].map((block) => {
    const lines = [...block.instructions.map(printInstruction), printTerminator(block.terminator)];
    return `b${block.id}:${block.cold === true ? ' cold' : ''}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  });
  return `${fn.kind} ${fn.symbol}(${parameters.join(', ')})${free}\n${blocks.join('')}`;
}

export function printInstruction(instruction: Instruction): string {
  const rep = resultRep(instruction);
  const result = rep === 'void' ? '' : `v${instruction.result}${rep === 'value' ? '' : `:${rep}`} = `;
  if (instruction.kind === 'Phi') {
    return `${result}Phi ${instruction.inputs.map(({ block, value }) => `b${block}: v${value}`).join(', ')}`;
  }
  const fields: string[] = [];
  for (const [name, value] of Object.entries(instruction)) {
    if (name === 'kind' || name === 'result' || name === 'span' || name === 'rep') continue;
    const text = printField(instruction.kind, name, value);
    if (text !== '') fields.push(text);
  }
  return `${result}${instruction.kind}${fields.length > 0 ? ` ${fields.join(', ')}` : ''}`;
}

/** Fields that hold plain numbers; other numbers are values. */
const numberFields: ReadonlySet<string> = new Set(['count', 'before', 'after', 'offset', 'slot', 'cache', 'number', 'point']);
const numberedKinds: ReadonlySet<string> = new Set(['Parameter', 'FreeCell', 'TupleItem', 'Argument', 'ResumeValue']);

function printField(kind: string, name: string, value: unknown): string {
  if (value === undefined || value === false) return '';
  if (value === true) return name;
  if (value === null) return name === 'found' || name === 'by' ? '' : `${name}: none`;
  if (typeof value === 'number') return isPlainNumber(kind, name) ? `${value}` : `v${value}`;
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'string') return value === '' ? '' : value;
  if (Array.isArray(value))
    return value.length === 0 && name === 'keywords' ? '' : `[${value.map((item) => printItem(item)).join(', ')}]`;
  if (name === 'fact') return printFact(value as Fact);
  const object = value as Record<string, unknown>;
  if ('symbol' in object) return `@${String(object['symbol'])}`;
  if ('qualname' in object) return `${String(object['module'])}.${String(object['qualname'])}`;
  if ('type' in object) return printConstant(object as unknown as ConstantData);
  return printItem(value);
}

function isPlainNumber(kind: string, name: string): boolean {
  return numberFields.has(name) || (name === 'index' && numberedKinds.has(kind)) || (name === 'value' && kind.endsWith('Const'));
}

function printItem(item: unknown): string {
  if (typeof item === 'number') return `v${item}`;
  if (typeof item !== 'object' || item === null) return String(item);
  const [[key, value]] = Object.entries(item) as [[string, unknown]];
  if (Array.isArray(value)) return `${key} [${value.map(printItem).join(', ')}]`;
  if (typeof value === 'object' && value !== null && 'symbol' in value) return `${key} @${String(value.symbol)}`;
  return typeof value === 'string' ? `${key} ${JSON.stringify(value)}` : `${key} ${String(value)}`;
}

function printFact(fact: Fact): string {
  switch (fact.kind) {
    case 'truthy':
      return fact.sense ? 'truthy' : 'falsy';
    case 'is-none':
      return fact.sense ? 'is None' : 'is not None';
    case 'isinstance':
      return `${fact.sense ? '' : 'not '}isinstance v${fact.type}`;
    case 'compare':
      return `${fact.op} v${fact.other}`;
  }
}

export function printConstant(value: ConstantData): string {
  switch (value.type) {
    case 'None':
    case 'Ellipsis':
    case 'NotImplemented':
      return value.type;
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return `${value.value}`;
    case 'float':
      return Number.isInteger(value.value) && Math.abs(value.value) < 1e16
        ? `${Object.is(value.value, -0) ? '-0' : value.value}.0`
        : `${value.value}`;
    case 'complex':
      return `${value.imag}j`;
    case 'str':
      return JSON.stringify(value.value);
    case 'bytes':
      return `b${JSON.stringify(String.fromCharCode(...value.value.slice(0, 1000)))}`;
  }
}

function list(values: readonly ValueId[]): string {
  return `[${values.map((value) => `v${value}`).join(', ')}]`;
}

export function printTerminator(terminator: Terminator): string {
  switch (terminator.kind) {
    case 'Jump':
      return `Jump b${terminator.target}`;
    case 'Branch': {
      const likely = terminator.likely === undefined ? '' : terminator.likely ? ' likely' : ' unlikely';
      return `Branch v${terminator.condition} b${terminator.then} b${terminator.else}${likely}`;
    }
    case 'Switch':
      return `Switch v${terminator.value} ${terminator.cases.map((row) => `${row.value}: b${row.target}`).join(', ')} else b${terminator.otherwise}`;
    case 'JumpUnlessRaised':
      return `JumpUnlessRaised b${terminator.target} handler b${terminator.handler}`;
    case 'Unwind':
      return terminator.handler === undefined ? 'Unwind' : `Unwind handler b${terminator.handler}`;
    case 'Return':
      return `Return v${terminator.value}`;
    case 'Exit':
      return `Exit after v${terminator.point} ${list(terminator.values)}`;
    case 'Suspend':
      return `Suspend v${terminator.yielded} at v${terminator.point} ${list(terminator.values)}`;
    case 'Unreachable':
      return 'Unreachable';
  }
}
