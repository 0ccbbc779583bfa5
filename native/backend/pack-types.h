// Types are large and nearly empty: most slots of most types are 0, and each that isn't needs a relocation. So a program
// holds a list of those that aren't, and fills the types in when it starts (rt_types_unpack in startup.c).
#pragma once

#include <llvm/IR/Module.h>

namespace backend {

/**
 * Takes the initial values out of all types (RtType). They become records in the section rt_types, each kept by the linker
 * if and only if its type is: {distance to the type, number of words}, then for each word {value or distance, place in
 * words, kind}. Does nothing for object formats other than ELF.
 */
void packTypes(llvm::Module &runtime);

} // namespace backend
