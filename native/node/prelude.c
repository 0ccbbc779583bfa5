/* What is said more shortly in JavaScript: errors, Map and Set, classes that inherit, iterators. Compiled when the module is loaded. */
#include "node.h"

static const char source[] =
    "(() => {\n"
    "'use strict';\n"
    "const bases = { TypeError, RecursionError: RangeError };\n"
    "const hidden = (object, name, value) => Object.defineProperty(object, name, { value, enumerable: false, configurable: true, writable: true });\n"
    "const tag = (object) => Object.prototype.toString.call(object).slice(8, -1);\n"
    "const shapes = { Map: 1, Set: 2, Date: 3, Error: 5, Promise: 6 };\n"
    "const ids = new WeakMap();\n"
    "let nextId = 1;\n"
    "const helpers = {\n"
    "  error(Class, name, message, frames, traceback, cause, hasCause) {\n"
    "    const limit = Error.stackTraceLimit;\n"
    "    const Base = Class ?? bases[name] ?? Error;\n"
    "    const error = Class ? Reflect.construct(Error, [message], Class) : new Base(message);\n"
    "    if (hasCause) hidden(error, 'cause', cause);\n"
    "    hidden(error, 'name', name);\n"
    "    hidden(error, 'traceback', traceback);\n"
    "    const own = String(error.stack ?? '');\n"
    "    const at = own.search(/\\n\\s+at /);\n"
    "    const rest = at < 0 ? '' : own.slice(at).replace(/\\n\\s+at (?:Object\\.)?error \\(?<anonymous>[^\\n]*/, '');\n"
    "    hidden(error, 'stack', (message === '' ? name : name + ': ' + message) + frames + rest);\n"
    "    Error.stackTraceLimit = limit;\n"
    "    return error;\n"
    "  },\n"
    "  errorClass(Base, name, construct) {\n"
    "    const Parent = Base ?? Error;\n"
    "    const Class = class extends Parent {\n"
    "      constructor(...args) {\n"
    "        super(...args);\n"
    "        hidden(this, 'name', name);\n"
    "        if (new.target === Class) construct(this, args);\n"
    "      }\n"
    "    };\n"
    "    Object.defineProperty(Class, 'name', { value: name, configurable: true });\n"
    "    return Class;\n"
    "  },\n"
    "  shape(object) {\n"
    "    const kind = shapes[tag(object)];\n"
    "    if (kind !== undefined) return kind;\n"
    "    const parent = Object.getPrototypeOf(object);\n"
    "    if (parent === null || (Object.getPrototypeOf(parent) === null && Object.hasOwn(parent, 'hasOwnProperty'))) return 0;\n"
    "    return typeof object[Symbol.iterator] === 'function' ? 4 : 7;\n"
    "  },\n"
    "  map(flat) {\n"
    "    const map = new Map();\n"
    "    for (let i = 0; i < flat.length; i += 2) map.set(flat[i], flat[i + 1]);\n"
    "    return map;\n"
    "  },\n"
    "  set: (items) => new Set(items),\n"
    "  entries(collection) { return tag(collection) === 'Map' ? [...collection].flat(1) : [...collection]; },\n"
    "  inherit(Class, Base) {\n"
    "    Object.setPrototypeOf(Class.prototype, Base.prototype);\n"
    "    Object.setPrototypeOf(Class, Base);\n"
    "  },\n"
    "  iterator(Class) {\n"
    "    const prototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));\n"
    "    Object.setPrototypeOf(Class.prototype, prototype);\n"
    "    Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: 'Python iterator', configurable: true });\n"
    "  },\n"
    "  id(object) {\n"
    "    if (!ids.has(object)) ids.set(object, nextId++);\n"
    "    return ids.get(object);\n"
    "  },\n"
    "  describe(value) {\n"
    "    if (typeof value === 'string') return 'string ' + JSON.stringify(value.length > 40 ? value.slice(0, 40) + '\\u2026' : value);\n"
    "    if (typeof value === 'bigint') return 'bigint ' + (value > -(10n ** 30n) && value < 10n ** 30n ? value + 'n' : 'of many digits');\n"
    "    if (typeof value === 'number') return 'number ' + (Object.is(value, -0) ? '-0' : value);\n"
    "    if (typeof value !== 'object' || value === null) return typeof value === 'boolean' ? 'boolean ' + value : value === null ? 'null' : typeof value;\n"
    "    if (Array.isArray(value)) return 'Array of length ' + value.length;\n"
    "    const name = Object.getPrototypeOf(value)?.constructor?.name;\n"
    "    return typeof name === 'string' && name !== '' ? name : 'object';\n"
    "  },\n"
    "  result: (value, done) => ({ value, done }),\n"
    "  promise(coroutine) {\n"
    "    return new Promise((resolve, reject) => {\n"
    "      const run = (method, value) => {\n"
    "        let step;\n"
    "        try { step = coroutine[method](value); } catch (error) { return reject(error); }\n"
    "        if (step.done) resolve(step.value === undefined ? null : step.value);\n"
    "        else Promise.resolve(step.value).then((given) => run('next', given), (error) => run('throw', error));\n"
    "      };\n"
    "      run('next', undefined);\n"
    "    });\n"
    "  },\n"
    "  asyncIterator(anext, aclose) {\n"
    "    const ended = (value) => ({ value, done: true });\n"
    "    const end = (error) => { if (error?.name === 'StopAsyncIteration') return ended(undefined); throw error; };\n"
    "    return {\n"
    "      next: () => anext().then((value) => ({ value, done: false }), end),\n"
    "      return: (value) => (aclose ? aclose().then(() => ended(value)) : Promise.resolve(ended(value))),\n"
    "      [Symbol.asyncIterator]() { return this; },\n"
    "    };\n"
    "  },\n"
    "  attach(Class, name, value) {\n"
    "    const keys = { iterator: Symbol.iterator, asyncIterator: Symbol.asyncIterator, inspect: Symbol.for('nodejs.util.inspect.custom') };\n"
    "    Object.defineProperty(Class.prototype, Object.hasOwn(keys, name) ? keys[name] : name, { value, configurable: true, writable: true });\n"
    "  },\n"
    "};\n"
    "return [helpers.error, helpers.errorClass, helpers.shape, helpers.map, helpers.set, helpers.entries, helpers.inherit, helpers.iterator, helpers.id,\n"
    "  helpers.describe, helpers.result, helpers.attach, helpers.promise, helpers.asyncIterator];\n"
    "})()";

static napi_ref helpers;

int node_prelude_start(void) {
  napi_value text, list;
  helpers = NULL;
  if (!node_ok(napi_create_string_utf8(node_env, source, sizeof source - 1, &text))) return -1;
  if (!node_ok(napi_run_script(node_env, text, &list))) return -1;
  return node_ok(napi_create_reference(node_env, list, 1, &helpers)) ? 0 : -1;
}

napi_value node_help(NodeHelper helper, size_t count, const napi_value *args) {
  napi_value list, function, receiver, result;
  if (!node_ok(napi_get_reference_value(node_env, helpers, &list)) || !node_ok(napi_get_element(node_env, list, helper, &function)) ||
      !node_ok(napi_get_undefined(node_env, &receiver)))
    return NULL;
  return node_ok(napi_call_function(node_env, receiver, function, count, args, &result)) ? result : NULL;
}

napi_value node_undefined(void) {
  napi_value v;
  return node_ok(napi_get_undefined(node_env, &v)) ? v : NULL;
}
napi_value node_null(void) {
  napi_value v;
  return node_ok(napi_get_null(node_env, &v)) ? v : NULL;
}
napi_value node_bool_to_js(bool b) {
  napi_value v;
  return node_ok(napi_get_boolean(node_env, b, &v)) ? v : NULL;
}
