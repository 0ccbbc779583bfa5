// Who needs whom in the runtime: what the linker keeps for a program follows from it (lib/driver/reachable.ts).
#pragma once

#include <string>
#include <vector>

#include <llvm/IR/Module.h>

namespace backend {

/**
 * The references of a runtime that detachOperations (detach.h) has been over, as JSON: the names of all definitions, of the
 * slots of types and of conditional references; for each, the numbers of those it refers to; for tables of methods, the rows;
 * and the names in `lookedUp`. A comparison with a type, or a look at its fields, is no reference: it makes no instance.
 */
std::string describeReferences(const llvm::Module &runtime, const std::vector<std::string> &lookedUp);

} // namespace backend
