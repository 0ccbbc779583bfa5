// lld, in this process.
#pragma once

#include <string>
#include <vector>

namespace backend {

struct LinkResult {
  bool ok = false;
  /** What lld prints: errors and warnings. */
  std::string log;
};

/** Runs lld; the first argument picks the flavour (`ld.lld`, `wasm-ld`, `lld-link`). One link at a time: lld has global state. */
LinkResult link(const std::vector<std::string> &arguments);

} // namespace backend
