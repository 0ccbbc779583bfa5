/** Our side of the comparison with CPython: a tree as text, one node a line, as scripts/ast-compare.py prints CPython's. */

const { astFields } = await import(new URL('../build/lib/syntax/ast-fields.js', import.meta.url).href);

/** Fields whose strings are nodes without fields in CPython. */
const nodeNames = new Set(['op', 'ops', 'ctx']);

export function dumpForComparison(source, module) {
  const position = positions(source);
  const out = [];
  const stack = [[module, 0, '', '']];
  while (stack.length > 0) {
    const [value, depth, label, field] = stack.pop();
    const pad = ' '.repeat(depth) + label;
    if (Array.isArray(value)) {
      out.push(`${pad}[${value.length}]`);
      for (const item of value.toReversed()) stack.push([item, depth + 1, '', field]);
    } else if (value === null) {
      out.push(`${pad}None`);
    } else if (typeof value === 'object' && 'type' in value && value.kind === undefined) {
      out.push(pad + printConstant(value));
    } else if (typeof value === 'object') {
      out.push(pad + value.kind + (value.span ? ` ${position(value.span.start)}-${position(value.span.end)}` : ''));
      if (value.kind === 'Constant') stack.push([value.literalKind, depth + 1, 'kind=', 'kind']);
      for (const name of astFields[value.kind].toReversed()) stack.push([value[name], depth + 1, name + '=', name]);
    } else if (typeof value === 'string') {
      out.push(pad + (nodeNames.has(field) ? value : "'" + value));
    } else {
      out.push(pad + Number(value));
    }
  }
  return out.join('\n');
}

/** CPython's positions: one-based lines, columns in bytes of UTF-8. */
function positions(source) {
  const { text } = source;
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const isAscii = !/[^\x00-\x7f]/.test(text);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low];
    return `${low + 1}:${isAscii ? offset - start : Buffer.byteLength(text.slice(start, offset))}`;
  };
}

function printConstant({ type, value, imag }) {
  switch (type) {
    case 'None':
      return 'NoneType';
    case 'Ellipsis':
      return 'ellipsis';
    case 'bool':
      return `bool ${value}`;
    case 'int':
      return `int ${value.toString(16)}`;
    case 'float':
      return `float ${hexFloat(value)}`;
    case 'complex':
      return `complex ${hexFloat(imag)}`;
    case 'str':
      return 'str ' + Buffer.from(value, 'utf16le').swap16().toString('hex');
    case 'bytes':
      return 'bytes ' + Buffer.from(value).toString('hex');
    default:
      throw new Error(`constant of type ${type}`);
  }
}

/** The eight bytes of a double. */
function hexFloat(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex');
}
