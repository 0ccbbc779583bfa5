// Code of the built-in types that a program need not carry. A type's data names all its operations and methods, so whoever has
// one str would have the code of all of them. Here those references become weak, and the linker is told which to
// resolve: the operations of types that the program can have instances of, and of the methods those whose name it mentions.
#pragma once

#include <string>
#include <vector>

#include <llvm/IR/Module.h>

namespace backend {

inline constexpr llvm::StringLiteral kWeakPrefix = "rt.weak.";
/** Then the witness, two dots and the function. */
inline constexpr llvm::StringLiteral kConditionalPrefix = "rt.with.";

/**
 * Makes the functions and tables of methods in types (RtType), the functions in tables of methods (RtMethodDef) and in the table of dunders (RtSlotDef) weak references
 * named `rt.weak.<function>`, and those in `RT_ONLY_WITH(witness, function)` references named `rt.with.<witness>..<function>`.
 * Gives the names under which the runtime itself may look methods up.
 */
std::vector<std::string> detachOperations(llvm::Module &runtime);

/** Where the linker can't resolve such references (wasm-ld): everything stays, and `RT_ONLY_WITH` gives its function. */
void attachConditional(llvm::Module &runtime);

bool isTypeObject(const llvm::GlobalValue &global);
bool isMethodTable(const llvm::GlobalVariable &variable);
bool isSlotTable(const llvm::GlobalValue &global);
/** Of a constant string, else "". */
llvm::StringRef textOf(const llvm::Constant *constant);

} // namespace backend
