/* Reads the signatures that the compiler has written down (lib/node-api/signatures.ts has the grammar). The text is ours: it is trusted. */
#include "node.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Block { struct Block *next; } Block;
static Block *blocks;
static bool out_of_memory;

static NodeText *exported;
static int32_t export_count;
static NodeSignature *signatures;
static int32_t signature_count;
NodeKind node_int_policy = NODE_INT;
const NodeType node_type_any = {.kind = NODE_ANY};

/* What never fails to the parser: it goes on with memory that is never read, and reports at the end. */
static void *take(size_t size) {
  Block *block = calloc(1, sizeof(Block) + size);
  if (!block) {
    out_of_memory = true;
    return NULL;
  }
  block->next = blocks;
  blocks = block;
  return block + 1;
}

void node_plan_free(void) {
  while (blocks) {
    Block *next = blocks->next;
    free(blocks);
    blocks = next;
  }
  exported = NULL;
  signatures = NULL;
  export_count = signature_count = 0;
}

static int64_t read_number(const char **at) {
  int64_t number = 0;
  while (**at >= '0' && **at <= '9') number = number * 10 + *(*at)++ - '0';
  assert(**at == ':');
  ++*at;
  return number;
}

static NodeText read_text(const char **at) {
  int64_t length = read_number(at);
  NodeText text = {*at, length};
  *at += length;
  return text;
}

static NodeType *read_type(const char **at);

static void read_items(const char **at, NodeType *type, int32_t count) {
  type->count = count;
  type->items = take((size_t)count * sizeof(NodeType *));
  for (int32_t i = 0; i < count && type->items; i++) type->items[i] = read_type(at);
}

static void read_constants(const char **at, NodeType *type) {
  type->count = (int32_t)read_number(at);
  type->constants = take((size_t)type->count * sizeof(NodeConstant));
  for (int32_t i = 0; i < type->count && type->constants; i++) {
    NodeConstant *constant = &type->constants[i];
    constant->kind = *(*at)++;
    if (constant->kind == 'i' || constant->kind == 's') constant->text = read_text(at);
    else if (constant->kind == 'b') constant->text = (NodeText){(*at)++, 1};
  }
}

static void read_record(const char **at, NodeType *type) {
  type->name = read_text(at);
  type->count = (int32_t)read_number(at);
  type->fields = take((size_t)type->count * sizeof(NodeField));
  type->items = take((size_t)type->count * sizeof(NodeType *));
  for (int32_t i = 0; i < type->count && type->fields && type->items; i++) {
    type->fields[i].required = *(*at)++ == '!';
    type->fields[i].name = read_text(at);
    type->items[i] = read_type(at);
  }
}

static void read_awaitable(const char **at, NodeType *type) {
  read_items(at, type, 1);
  NodeType *settle = type->settle = take(sizeof *settle);
  NodeType **items = take(2 * sizeof *items);
  if (!settle || !items) return;
  items[0] = type->items[0];
  items[1] = (NodeType *)(uintptr_t)&node_type_any;
  *settle = (NodeType){.kind = NODE_CALLABLE, .count = 2, .items = items};
}

static NodeType *read_type(const char **at) {
  NodeType *type = take(sizeof *type);
  if (!type) return NULL;
  type->kind = (NodeKind) * (*at)++;
  switch (type->kind) {
    case NODE_LIST: case NODE_SET: case NODE_FROZENSET: case NODE_ITERABLE: case NODE_ROW: case NODE_CALLABLE_ANY:
      read_items(at, type, 1);
      break;
    case NODE_AWAITABLE: read_awaitable(at, type); break;
    case NODE_DICT: read_items(at, type, 2); break;
    case NODE_TUPLE: case NODE_UNION: read_items(at, type, (int32_t)read_number(at)); break;
    case NODE_CALLABLE: read_items(at, type, (int32_t)read_number(at) + 1); break;
    case NODE_LITERAL: read_constants(at, type); break;
    case NODE_CLASS: type->name = read_text(at); break;
    case NODE_RECORD: read_record(at, type); break;
    default: break;
  }
  return type;
}

static void read_signature(const char **at, NodeSignature *s) {
  s->name = read_text(at);
  s->count = (int32_t)read_number(at);
  s->parameters = take((size_t)s->count * sizeof(NodeType *) + 1);
  s->names = take((size_t)s->count * sizeof(NodeText) + 1);
  for (int32_t i = 0; i < s->count && s->parameters && s->names; i++) {
    s->names[i] = read_text(at);
    s->parameters[i] = read_type(at);
  }
  assert(**at == '>');
  ++*at;
  s->result = read_type(at);
}

/* Room for `count + 1` elements, doubling. */
static void *grown(void *old, int32_t count, size_t size) {
  if (count > 0 && (count & (count - 1)) != 0) return old;
  void *fresh = take((size_t)(count ? count * 2 : 1) * size);
  if (fresh && count) memcpy(fresh, old, (size_t)count * size);
  return fresh;
}

int node_plan_read(void) {
  const char *at = tauraro_signatures;
  node_int_policy = (NodeKind)*at++;
  while (*at != '.' && !out_of_memory) {
    char kind = *at++;
    if (kind == 'x') {
      exported = grown(exported, export_count, sizeof *exported);
      if (exported) exported[export_count++] = read_text(&at);
    } else {
      signatures = grown(signatures, signature_count, sizeof *signatures);
      if (!signatures) break;
      signatures[signature_count] = (NodeSignature){.background = kind == 'D', .attribute = kind == 'a'};
      read_signature(&at, &signatures[signature_count++]);
    }
  }
  return out_of_memory ? -1 : 0;
}

int32_t node_plan_export_count(void) { return export_count; }
NodeText node_plan_export(int32_t index) { return exported[index]; }

const NodeSignature *node_plan_find(const char *owner, const char *name) {
  size_t front = owner ? strlen(owner) + 1 : 0, length = front + strlen(name);
  for (int32_t i = 0; i < signature_count; i++) {
    NodeText text = signatures[i].name;
    if ((size_t)text.length != length || memcmp(text.bytes + front, name, length - front) != 0) continue;
    if (!owner || (memcmp(text.bytes, owner, front - 1) == 0 && text.bytes[front - 1] == '.')) return &signatures[i];
  }
  return NULL;
}

NodeText node_plan_attribute(const char *owner, int32_t *index) {
  size_t front = strlen(owner) + 1;
  while (*index < signature_count) {
    const NodeSignature *s = &signatures[(*index)++];
    if (!s->attribute || (size_t)s->name.length <= front || memcmp(s->name.bytes, owner, front - 1) != 0 || s->name.bytes[front - 1] != '.') continue;
    return (NodeText){s->name.bytes + front, s->name.length - (int64_t)front};
  }
  return (NodeText){NULL, 0};
}

/* ---- as text ---- */

typedef struct Out { char *at, *end; } Out;
static void put(Out *out, const char *text, int64_t length) {
  for (int64_t i = 0; i < length && out->at < out->end; i++) *out->at++ = text[i];
}
static void puts_(Out *out, const char *text) { put(out, text, (int64_t)strlen(text)); }
static void print(Out *out, const NodeType *type);

static void print_items(Out *out, const NodeType *type, int32_t count, const char *between) {
  for (int32_t i = 0; i < count; i++) {
    if (i) puts_(out, between);
    print(out, type->items[i]);
  }
}

static void print_bracketed(Out *out, const char *name, const NodeType *type) {
  puts_(out, name);
  puts_(out, "[");
  print_items(out, type, type->count, ", ");
  puts_(out, type->kind == NODE_ROW ? ", ...]" : "]");
}

static void print_constants(Out *out, const NodeType *type) {
  for (int32_t i = 0; i < type->count; i++) {
    const NodeConstant *constant = &type->constants[i];
    if (i) puts_(out, " or ");
    if (constant->kind == 's') puts_(out, "'");
    if (constant->kind == 'n') puts_(out, "None");
    else if (constant->kind == 'b') puts_(out, *constant->text.bytes == '1' ? "True" : "False");
    else put(out, constant->text.bytes, constant->text.length);
    if (constant->kind == 's') puts_(out, "'");
  }
}

static void print(Out *out, const NodeType *type) {
  switch (type->kind) {
    case NODE_ANY: puts_(out, "object"); break;
    case NODE_INT: case NODE_INT_NUMBER: case NODE_INT_BIG: puts_(out, "int"); break;
    case NODE_FLOAT: puts_(out, "float"); break;
    case NODE_BOOL: puts_(out, "bool"); break;
    case NODE_STR: puts_(out, "str"); break;
    case NODE_NONE: puts_(out, "None"); break;
    case NODE_BYTES: puts_(out, "bytes"); break;
    case NODE_BYTEARRAY: puts_(out, "bytearray"); break;
    case NODE_MEMORY: puts_(out, "memoryview"); break;
    case NODE_LIST: print_bracketed(out, "list", type); break;
    case NODE_SET: print_bracketed(out, "set", type); break;
    case NODE_FROZENSET: print_bracketed(out, "frozenset", type); break;
    case NODE_ITERABLE: print_bracketed(out, "Iterable", type); break;
    case NODE_ROW: case NODE_TUPLE: print_bracketed(out, "tuple", type); break;
    case NODE_DICT: print_bracketed(out, "dict", type); break;
    case NODE_UNION: print_items(out, type, type->count, " | "); break;
    case NODE_LITERAL: print_constants(out, type); break;
    case NODE_CLASS: case NODE_RECORD: put(out, type->name.bytes, type->name.length); break;
    case NODE_CALLABLE: case NODE_CALLABLE_ANY: puts_(out, "Callable"); break;
    case NODE_AWAITABLE: print_bracketed(out, "Awaitable", type); break;
    case NODE_PROTOCOL: puts_(out, "object"); break;
    case NODE_DATETIME: puts_(out, "datetime"); break;
    case NODE_DATE: puts_(out, "date"); break;
  }
}

void node_plan_print(const NodeType *type, char *text, size_t size) {
  Out out = {text, text + size - 1};
  print(&out, type);
  *out.at = 0;
}
