#include "pack-types.h"

#include <llvm/IR/Constants.h>
#include <llvm/TargetParser/Triple.h>

#include "detach.h"
#include "slots.h"

namespace backend {

/** As in startup.c. */
enum Kind : uint16_t { kAddress, kNumber, kHalf };

/** The head, the same in all types, is written by the program. */
static constexpr uint64_t kHeadSize = 16;
static constexpr uint64_t kPlace = 4;

class Record {
public:
  Record(llvm::GlobalVariable &type, unsigned count) : type_(type), module_(*type.getParent()) {
    auto &context = module_.getContext();
    number_ = llvm::Type::getInt32Ty(context);
    place_ = llvm::Type::getInt16Ty(context);
    auto *word = llvm::StructType::get(context, {number_, place_, place_});
    layout_ = llvm::StructType::get(context, {number_, number_, llvm::ArrayType::get(word, count)});
    variable_ = new llvm::GlobalVariable(module_, layout_, true, llvm::GlobalValue::PrivateLinkage, nullptr, "rt.packed." + type.getName());
    variable_->setSection("rt_types");
    variable_->setAlignment(llvm::Align(4));
    variable_->setMetadata(llvm::LLVMContext::MD_associated, llvm::MDNode::get(context, llvm::ValueAsMetadata::get(&type)));
  }

  void add(uint64_t offset, llvm::Constant *value) {
    auto *integer = llvm::dyn_cast<llvm::ConstantInt>(value);
    const Kind kind = integer == nullptr ? kAddress : integer->getBitWidth() == 64 ? kNumber : kHalf;
    const unsigned index = static_cast<unsigned>(words_.size());
    llvm::Constant *content = integer == nullptr ? distanceTo(value, {0, 2, index, 0}) : number(integer->getZExtValue());
    words_.push_back(llvm::ConstantStruct::getAnon({content, place(offset / kPlace), place(kind)}));
  }

  void finish() {
    auto *list = llvm::ConstantArray::get(llvm::cast<llvm::ArrayType>(layout_->getElementType(2)), words_);
    variable_->setInitializer(llvm::ConstantStruct::get(layout_, {distanceTo(&type_, {0, 0}), number(words_.size()), list}));
  }

private:
  llvm::Constant *number(uint64_t value) { return llvm::ConstantInt::get(number_, value); }
  llvm::Constant *place(uint64_t value) { return llvm::ConstantInt::get(place_, value); }

  /** From a field of the record: needs no relocation when the program starts. */
  llvm::Constant *distanceTo(llvm::Constant *target, std::initializer_list<unsigned> path) {
    std::vector<llvm::Constant *> indices;
    for (const unsigned step : path) {
      indices.push_back(number(step));
    }
    auto *wide = llvm::Type::getInt64Ty(module_.getContext());
    auto *here = llvm::ConstantExpr::getInBoundsGetElementPtr(layout_, variable_, indices);
    auto *distance = llvm::ConstantExpr::getSub(llvm::ConstantExpr::getPtrToInt(target, wide), llvm::ConstantExpr::getPtrToInt(here, wide));
    return llvm::ConstantExpr::getTrunc(distance, number_);
  }

  llvm::GlobalVariable &type_;
  llvm::Module &module_;
  llvm::Type *number_, *place_;
  llvm::StructType *layout_;
  llvm::GlobalVariable *variable_;
  std::vector<llvm::Constant *> words_;
};

static void pack(llvm::GlobalVariable &type) {
  auto words = wordsOf(*type.getInitializer(), type.getParent()->getDataLayout());
  llvm::erase_if(words, [](const auto &word) { return word.first < kHeadSize; });
  Record record(type, static_cast<unsigned>(words.size()));
  for (const auto &[offset, value] : words) {
    record.add(offset, const_cast<llvm::Constant *>(value));
  }
  record.finish();
  type.setInitializer(llvm::ConstantAggregateZero::get(type.getValueType()));
}

void packTypes(llvm::Module &runtime) {
  if (!llvm::Triple(runtime.getTargetTriple()).isOSBinFormatELF()) {
    return;
  }
  for (llvm::GlobalVariable &variable : llvm::make_early_inc_range(runtime.globals())) {
    if (isTypeObject(variable)) {
      pack(variable);
    }
  }
}

} // namespace backend
