#include "slots.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/Metadata.h>
#include <llvm/IR/Module.h>

#include "detach.h"

namespace backend {

/** Fields of RtType as rt.h has them: the slots before the arrays of operators, and what follows the last slot and the table of methods. */
static constexpr unsigned kSlotsBeforeOperators = 14, kFieldsAfter = 6;

Slots::Slots(const llvm::Module &runtime) {
  const auto *type = llvm::StructType::getTypeByName(runtime.getContext(), "struct.RtType");
  if (type == nullptr) {
    return;
  }
  const llvm::StructLayout *layout = runtime.getDataLayout().getStructLayout(const_cast<llvm::StructType *>(type));
  end_ = layout->getElementOffset(type->getNumElements() - kFieldsAfter);
  for (unsigned index = 0; index < type->getNumElements(); index++) {
    if (const auto *operators = llvm::dyn_cast<llvm::ArrayType>(type->getElementType(index))) {
      (binary_ == 0 ? binary_ : inplace_) = layout->getElementOffset(index);
      operators_ = operators->getNumElements();
    }
  }
  word_ = runtime.getDataLayout().getPointerSize();
  first_ = binary_ - kSlotsBeforeOperators * word_;
}

std::string slotName(uint64_t offset) { return "rt.slot." + std::to_string(offset); }

/** They copy slots from one type to another, or ask only on behalf of a dunder (dundersOf). */
static bool onlyCopiesSlots(const llvm::Function &fn) {
  const llvm::StringRef name = fn.getName();
  return name == "rt_type_inherit" || name == "rt_slot_wrapper" || name == "rt_slot_wrappers" || name == "rt_inplace";
}

uint64_t Slots::loadedBy(const llvm::LoadInst &load) const {
  const llvm::MDNode *tag = load.getMetadata(llvm::LLVMContext::MD_tbaa);
  if (tag == nullptr || tag->getNumOperands() < 3) {
    return kNoSlot;
  }
  const auto *base = llvm::dyn_cast<llvm::MDNode>(tag->getOperand(0));
  const auto *name = base == nullptr || base->getNumOperands() == 0 ? nullptr : llvm::dyn_cast<llvm::MDString>(base->getOperand(0));
  const auto *offset = llvm::mdconst::dyn_extract<llvm::ConstantInt>(tag->getOperand(2));
  if (name == nullptr || offset == nullptr || (name->getString() != "RtType" && name->getString() != "RtClass")) {
    return kNoSlot;
  }
  return isSlot(offset->getZExtValue()) ? offset->getZExtValue() : kNoSlot;
}

/** rt_dispatch(a, b, op, …) and rt_inplace(a, b, op) load from an array: the caller knows which. */
void Slots::addOperators(const llvm::CallBase &call, std::set<uint64_t> &offsets) const {
  const llvm::Function *callee = call.getCalledFunction();
  const bool inplace = callee != nullptr && callee->getName() == "rt_inplace";
  if (callee == nullptr || !(inplace || callee->getName() == "rt_dispatch")) {
    return;
  }
  const auto *op = llvm::dyn_cast<llvm::ConstantInt>(call.getArgOperand(2));
  for (uint64_t each = 0; each < operators_; each++) {
    if (op == nullptr || op->getZExtValue() == each) {
      offsets.insert(binary_ + each * word_);
      if (inplace) {
        offsets.insert(inplace_ + each * word_);
      }
    }
  }
}

std::vector<uint64_t> Slots::usedBy(const llvm::Function &fn) const {
  std::set<uint64_t> offsets;
  if (onlyCopiesSlots(fn)) {
    return {};
  }
  for (const llvm::BasicBlock &block : fn) {
    for (const llvm::Instruction &instruction : block) {
      if (const auto *load = llvm::dyn_cast<llvm::LoadInst>(&instruction)) {
        if (const uint64_t slot = loadedBy(*load); slot != kNoSlot) {
          offsets.insert(slot);
        }
      } else if (const auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction)) {
        addOperators(*call, offsets);
      }
    }
  }
  return {offsets.begin(), offsets.end()};
}

static void addWords(uint64_t offset, const llvm::Constant &constant, const llvm::DataLayout &layout,
                     std::vector<std::pair<uint64_t, const llvm::Constant *>> &words) {
  if (constant.isNullValue()) {
    return;
  }
  if (!llvm::isa<llvm::ConstantAggregate>(constant)) {
    words.emplace_back(offset, &constant);
    return;
  }
  for (unsigned index = 0; index < constant.getNumOperands(); index++) {
    const auto *part = llvm::cast<llvm::Constant>(constant.getOperand(index));
    auto *type = llvm::dyn_cast<llvm::StructType>(constant.getType());
    const uint64_t place =
        type == nullptr ? index * layout.getTypeAllocSize(part->getType()) : uint64_t{layout.getStructLayout(type)->getElementOffset(index)};
    addWords(offset + place, *part, layout, words);
  }
}

std::vector<std::pair<uint64_t, const llvm::Constant *>> wordsOf(const llvm::Constant &constant, const llvm::DataLayout &layout) {
  std::vector<std::pair<uint64_t, const llvm::Constant *>> words;
  addWords(0, constant, layout, words);
  return words;
}

std::vector<DunderRow> dundersOf(const llvm::GlobalVariable &table) {
  std::vector<DunderRow> rows;
  for (const llvm::Use &operand : table.getInitializer()->operands()) {
    const auto *row = llvm::cast<llvm::ConstantStruct>(operand.get());
    rows.push_back({textOf(row->getOperand(0)).str(), llvm::cast<llvm::ConstantInt>(row->getOperand(1))->getZExtValue(),
                    llvm::dyn_cast<llvm::GlobalValue>(row->getOperand(row->getNumOperands() - 1))});
  }
  return rows;
}

} // namespace backend
