// Code of the built-in types that a program need not carry. A type's data names all its operations and methods, so whoever has
// one str would have the code of all of them. Here those references become weak, and the linker is told which to
// resolve: the operations of types that the program can have instances of, and of the methods those whose name it mentions.
#pragma once

#include <string>
#include <vector>

#include <llvm/IR/Module.h>

namespace backend {

/**
 * Makes the functions in types (RtType) and tables of methods (RtMethodDef) weak references named `rt.weak.<function>`.
 * Gives the names under which the runtime itself may look methods up.
 */
std::vector<std::string> detachOperations(llvm::Module &runtime);

/**
 * Who refers to whom in a runtime that detachOperations has been over, as JSON (lib/driver/reachable.ts reads it):
 * names of all definitions; for each, the numbers of those it refers to; for tables of methods, the rows; and the names
 * in `lookedUp`. A comparison with a type, or a look at its fields, is no reference: it makes no instance.
 */
std::string describeReferences(const llvm::Module &runtime, const std::vector<std::string> &lookedUp);

} // namespace backend
