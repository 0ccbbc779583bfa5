// Plays what lib/backend/llvm/recorder.ts has written down onto LLVM's IRBuilder: one call from JavaScript makes
// thousands of instructions. Values, types and names have numbers, given in the order in which they are made.
#pragma once

#include <string>
#include <map>
#include <utility>
#include <vector>

#include <llvm/IR/DebugInfoMetadata.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Module.h>

namespace extension {

/** A recording that can't be played: a fault of the compiler, thrown to it as an Error. */
struct BrokenRecording {
  std::string message;
};

/**
 * The recorder and the player agree on every number: an operation reads exactly the operands that were written for it, and a
 * number that nothing has defined yet is a BrokenRecording, as is a value of the wrong class. Types of operands are the
 * matter of LLVM's verifier.
 */
class Player {
public:
  explicit Player(llvm::Module &module);

  /** `values`: how many values the recorder has given numbers to by the end of these words. */
  void play(llvm::ArrayRef<int32_t> words, size_t values);
  /** Give a type, and a scope of debug locations, their numbers. */
  size_t importType(llvm::Type *type);
  size_t importScope(llvm::DILocalScope *scope);

private:
  llvm::Module &module;
  llvm::LLVMContext &context;
  llvm::IRBuilder<> builder;
  std::vector<llvm::Value *> values;
  std::vector<llvm::Type *> types;
  std::vector<std::string> names;
  std::vector<llvm::DILocalScope *> scopes;
  /** What has been described to debuggers: by function, name and representation. */
  std::map<std::pair<llvm::DISubprogram *, std::string>, std::map<uint32_t, llvm::DILocalVariable *>> variables;
  /** The metadata of an alias, by the number of its name. */
  std::vector<llvm::MDNode *> aliases;

  /** The operation being played, and its operands not read yet. */
  int32_t operation = 0;
  const int32_t *next = nullptr;
  const int32_t *end = nullptr;

  [[noreturn]] void fail(const std::string &problem) const;
  int32_t word();
  uint32_t count();
  uint64_t wide();
  llvm::StringRef text();
  template <typename T> T at(const std::vector<T> &table, const char *what);
  llvm::Value *value();
  llvm::Type *type();
  const std::string &name();
  llvm::GlobalValue::LinkageTypes linkage();
  llvm::Align alignment();
  llvm::DILocalScope *scope();
  /** A value of class T; `what` is its name in the error message. */
  template <typename T> T *valueAs(const char *what) {
    T *result = llvm::dyn_cast<T>(value());
    if (result == nullptr) {
      fail(std::string("an operand is no ") + what);
    }
    return result;
  }
  llvm::BasicBlock *block() { return valueAs<llvm::BasicBlock>("block"); }
  llvm::Constant *constant() { return valueAs<llvm::Constant>("constant"); }
  std::vector<llvm::Value *> restOfValues();
  std::vector<llvm::Constant *> restOfConstants();
  std::vector<llvm::Constant *> padPointers(llvm::ArrayRef<llvm::Constant *> fields);
  std::vector<llvm::Type *> restOfTypes();
  void define(llvm::Value *value);
  void addAttribute(llvm::Value *target, unsigned position);
  llvm::MDNode *alias(size_t number);

  void playOperation();
#define BINARY(name)
#define CAST(name)
#define OP(name) void play##name();
#include "opcodes.def"
#undef OP
#undef CAST
#undef BINARY
};

} // namespace extension
