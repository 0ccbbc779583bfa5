/*
 * The elements of Arrays and the properties of new objects, many at a time: asking Node-API for each one costs more than most conversions do.
 * Helpers in JavaScript hand them over, or take them, as the arguments of a call.
 */
#include "node.h"

enum { FEW = 4, CHUNK = 256 /* as in the helper `each` */ };

typedef struct Walk {
  struct Walk *outer;
  NodeTake take;
  void *to;
  uint32_t done, length;
  bool failed;
} Walk;

static Walk *current; /* conversions nest */
static napi_ref taker;

/* Called with the next elements; whether to go on. An exception of Python's stays pending. */
static napi_value take_chunk(napi_env env, napi_callback_info info) {
  napi_value items[CHUNK], go_on;
  size_t count = CHUNK;
  Walk *walk = current;
  if (!walk || napi_get_cb_info(env, info, &count, items, NULL, NULL) != napi_ok) return NULL;
  for (size_t i = 0; i < count && i < CHUNK && walk->done < walk->length && !walk->failed; i++) walk->failed = walk->take(walk->to, items[i], walk->done++) < 0;
  return napi_get_boolean(env, !walk->failed, &go_on) == napi_ok ? go_on : NULL;
}

int node_elements_start(void) {
  napi_value function;
  current = NULL;
  if (!node_ok(napi_create_function(node_env, "take", NAPI_AUTO_LENGTH, take_chunk, NULL, &function))) return -1;
  return node_ok(napi_create_reference(node_env, function, 1, &taker)) ? 0 : -1;
}

static bool walk_in_chunks(napi_value array, Walk *walk) {
  napi_value args[3] = {array};
  if (!node_ok(napi_create_uint32(node_env, walk->length, &args[1])) || !node_ok(napi_get_reference_value(node_env, taker, &args[2]))) return false;
  current = walk;
  napi_value done = node_help(NODE_HELPER_EACH, 3, args);
  current = walk->outer;
  return done && !walk->failed;
}

static bool walk_one_by_one(napi_value array, Walk *walk) {
  for (napi_value item; walk->done < walk->length; walk->done++)
    if (!node_ok(napi_get_element(node_env, array, walk->done, &item)) || walk->take(walk->to, item, walk->done) < 0) return false;
  return true;
}

/* An Array that shrinks meanwhile has undefined where nothing is left. */
int node_each_element(napi_value array, uint32_t length, NodeTake take, void *to) {
  Walk walk = {current, take, to, 0, length, false};
  napi_handle_scope scope;
  if (!node_ok(napi_open_handle_scope(node_env, &scope))) return -1;
  bool good = length <= FEW ? walk_one_by_one(array, &walk) : walk_in_chunks(array, &walk);
  napi_value nothing = node_undefined();
  while (good && walk.done < length) good = nothing && take(to, nothing, walk.done++) == 0;
  napi_close_handle_scope(node_env, scope);
  return good ? 0 : -1;
}

/* ---- out ---- */

bool node_batch_begin(NodeBatch *batch) {
  if (batch->count + 2 > 1 + NODE_BATCH && !node_batch_flush(batch)) return false;
  return batch->open || (batch->open = node_ok(napi_open_handle_scope(node_env, &batch->scope)));
}

bool node_batch_flush(NodeBatch *batch) {
  bool done = batch->count == 1 || node_help(batch->helper, batch->count, batch->args);
  node_batch_drop(batch);
  return done;
}

void node_batch_drop(NodeBatch *batch) {
  if (batch->open) napi_close_handle_scope(node_env, batch->scope);
  batch->open = false;
  batch->count = 1;
}
