// Which slots of types (RtType of rt.h) a function uses. A slot that no code in a program uses needs no functions.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <llvm/IR/DataLayout.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/Instructions.h>

namespace backend {

inline constexpr uint64_t kNoSlot = ~0U;

/** The symbol, or node, that stands for the use of a slot. `offset`: in RtType. */
std::string slotName(uint64_t offset);

/** Where the slots of RtType lie for the target of a module, and who uses them. */
class Slots {
public:
  explicit Slots(const llvm::Module &runtime);

  /** An offset at which functions stand, or the table of methods. */
  bool isSlot(uint64_t offset) const { return offset >= first_ && offset < end_; }
  /** The slot that an instruction loads, or kNoSlot. Known from the type-based alias information that clang gives. */
  uint64_t loadedBy(const llvm::LoadInst &load) const;
  /** All slots that a function loads, or uses through rt_dispatch and rt_inplace; in ascending order. */
  std::vector<uint64_t> usedBy(const llvm::Function &fn) const;

private:
  void addOperators(const llvm::CallBase &call, std::set<uint64_t> &offsets) const;

  uint64_t first_ = 0, end_ = 0, binary_ = 0, inplace_ = 0, operators_ = 0, word_ = 0;
};

/** The leaves of a constant that are not zero, with their offsets. */
std::vector<std::pair<uint64_t, const llvm::Constant *>> wordsOf(const llvm::Constant &constant, const llvm::DataLayout &layout);

/** A row of rt_slot_table. */
struct DunderRow {
  std::string name;
  uint64_t offset = 0;
  const llvm::GlobalValue *generic = nullptr;
};
std::vector<DunderRow> dundersOf(const llvm::GlobalVariable &table);

} // namespace backend
