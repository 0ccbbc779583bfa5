// Methods of the built-in types that programs need not carry. A type's table names all its methods, so whoever has one str
// would have the code of all of them. Here the tables' references become weak, and the linker is told of those whose
// name a program mentions.
#pragma once

#include <string>
#include <vector>

#include <llvm/IR/Module.h>

namespace backend {

/** `alias` is what the table refers to; it must be defined as `symbol` for the method `name` to be there. */
struct DetachedMethod {
  std::string name;
  std::string alias;
  std::string symbol;
};

/**
 * Makes the functions in the constant tables of RtMethodDef rows weak references. Not those with a dunder name, which operators
 * use without naming it, and not those whose name the runtime itself looks up.
 */
std::vector<DetachedMethod> detachMethods(llvm::Module &runtime);

} // namespace backend
