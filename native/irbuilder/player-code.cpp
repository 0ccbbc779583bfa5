// Blocks, instructions and their properties.

#include "player.h"

#include <llvm/IR/Instructions.h>
#include <llvm/IR/MDBuilder.h>
#include <llvm/IR/Operator.h>

namespace extension {

// ---- Where instructions go.

void Player::playBlock() {
  define(llvm::BasicBlock::Create(context, "", valueAs<llvm::Function>("function")));
}

void Player::playSetInsertPoint() { builder.SetInsertPoint(block()); }

/** For every instruction from here on. */
void Player::playSetDebugLoc() {
  if (next != end && *next == -1) {
    next = end;
    builder.SetCurrentDebugLocation(llvm::DebugLoc());
    return;
  }
  llvm::DILocalScope *where = scope();
  const uint32_t line = count();
  builder.SetCurrentDebugLocation(llvm::DILocation::get(context, line, count(), where));
}

// ---- Values.

void Player::playFNeg() { define(builder.CreateFNeg(value())); }

void Player::playSelect() {
  llvm::Value *condition = value();
  llvm::Value *yes = value();
  define(builder.CreateSelect(condition, yes, value()));
}

void Player::playExtractValue() {
  llvm::Value *aggregate = value();
  define(builder.CreateExtractValue(aggregate, {count()}));
}

void Player::playInsertValue() {
  llvm::Value *aggregate = value();
  llvm::Value *part = value();
  define(builder.CreateInsertValue(aggregate, part, {count()}));
}

// ---- Memory.

void Player::playAlloca() {
  define(builder.CreateAlloca(type(), nullptr));
}

void Player::playSetAllocatedType() {
  auto *place = valueAs<llvm::AllocaInst>("alloca");
  place->setAllocatedType(type());
}

void Player::playLoad() {
  llvm::Type *loaded = type();
  define(builder.CreateLoad(loaded, value()));
}

void Player::playStore() {
  llvm::Value *stored = value();
  define(builder.CreateStore(stored, value()));
}

void Player::playInBoundsGEP() {
  llvm::Type *element = type();
  llvm::Value *pointer = value();
  define(builder.CreateInBoundsGEP(element, pointer, value()));
}

// ---- Calls.

void Player::playCall() {
  auto *fn = valueAs<llvm::Function>("function");
  const std::vector<llvm::Value *> arguments = restOfValues();
  if (arguments.size() != fn->arg_size()) {
    fail(fn->getName().str() + " takes " + std::to_string(fn->arg_size()) + " arguments, not " + std::to_string(arguments.size()));
  }
  define(builder.CreateCall(fn, arguments));
}

void Player::playCallPointer() {
  auto *functionType = llvm::dyn_cast<llvm::FunctionType>(type());
  if (functionType == nullptr) {
    fail("the type is no function type");
  }
  llvm::Value *callee = value();
  const std::vector<llvm::Value *> arguments = restOfValues();
  if (arguments.size() != functionType->getNumParams()) {
    fail("wrong number of arguments");
  }
  define(builder.CreateCall(functionType, callee, arguments));
}

// ---- Control flow.

void Player::playPHI() {
  llvm::Type *merged = type();
  define(builder.CreatePHI(merged, count()));
}

void Player::playAddIncoming() {
  auto *phi = valueAs<llvm::PHINode>("phi");
  llvm::Value *input = value();
  phi->addIncoming(input, block());
}

void Player::playBr() { builder.CreateBr(block()); }

void Player::playCondBr() {
  llvm::Value *condition = value();
  llvm::BasicBlock *yes = block();
  define(builder.CreateCondBr(condition, yes, block()));
}

void Player::playSwitch() {
  llvm::Value *selector = value();
  llvm::BasicBlock *otherwise = block();
  define(builder.CreateSwitch(selector, otherwise, count()));
}

void Player::playAddCase() {
  auto *instruction = valueAs<llvm::SwitchInst>("switch");
  auto *number = valueAs<llvm::ConstantInt>("integer constant");
  instruction->addCase(number, block());
}

void Player::playRet() { builder.CreateRet(value()); }

void Player::playRetVoid() { builder.CreateRetVoid(); }

void Player::playUnreachable() { builder.CreateUnreachable(); }

// ---- Properties of instructions.

/** Where the builder has folded the operation, there is nothing to say. */
void Player::playSetNoWrap() {
  llvm::Value *target = value();
  const bool isUnsigned = word() != 0;
  const bool isSigned = word() != 0;
  if (llvm::isa<llvm::Constant>(target) || llvm::isa<llvm::Argument>(target)) {
    return;
  }
  auto *instruction = llvm::dyn_cast<llvm::Instruction>(target);
  if (instruction == nullptr || !llvm::isa<llvm::OverflowingBinaryOperator>(instruction)) {
    fail("no add, sub, mul or shl");
  }
  instruction->setHasNoUnsignedWrap(isUnsigned);
  instruction->setHasNoSignedWrap(isSigned);
}

void Player::playSetVolatile() {
  llvm::Value *target = value();
  if (auto *load = llvm::dyn_cast<llvm::LoadInst>(target)) {
    load->setVolatile(true);
  } else if (auto *store = llvm::dyn_cast<llvm::StoreInst>(target)) {
    store->setVolatile(true);
  } else {
    fail("neither a load nor a store");
  }
}

/** Type-based aliasing in one flat tree: accesses under two different names never touch the same memory. */
llvm::MDNode *Player::alias(size_t number) {
  llvm::MDNode *&known = aliases[number];
  if (known == nullptr) {
    llvm::MDBuilder metadata(context);
    llvm::MDNode *scalar = metadata.createTBAAScalarTypeNode(names[number], metadata.createTBAARoot("tauraro"));
    known = metadata.createTBAAStructTagNode(scalar, scalar, 0);
  }
  return known;
}

void Player::playSetTbaa() {
  auto *access = valueAs<llvm::Instruction>("instruction");
  const uint32_t number = count();
  if (number >= aliases.size()) {
    fail("no name " + std::to_string(number));
  }
  access->setMetadata(llvm::LLVMContext::MD_tbaa, alias(number));
}

void Player::playSetBranchWeights() {
  auto *instruction = valueAs<llvm::Instruction>("instruction");
  std::vector<uint32_t> weights;
  while (next != end) {
    weights.push_back(count());
  }
  const bool isSelect = llvm::isa<llvm::SelectInst>(instruction);
  const unsigned targets = isSelect ? 2 : instruction->isTerminator() ? instruction->getNumSuccessors() : 0;
  if (weights.size() != targets) {
    fail("not one weight for each successor");
  }
  instruction->setMetadata(llvm::LLVMContext::MD_prof, llvm::MDBuilder(context).createBranchWeights(weights));
}

} // namespace extension
