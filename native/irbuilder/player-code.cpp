// Blocks, instructions and their properties.

#include "player.h"

#include <llvm/BinaryFormat/Dwarf.h>
#include <llvm/IR/DIBuilder.h>
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

/** What debuggers show an object as: its type's name is `x->type->name`. The layout is that of rt.h. */
static llvm::DIType *describeObject(llvm::DIBuilder &di, llvm::DIFile *file) {
  const uint64_t word = 64;
  auto *number = di.createBasicType("long", word, llvm::dwarf::DW_ATE_signed);
  auto *text = di.createPointerType(di.createBasicType("char", 8, llvm::dwarf::DW_ATE_signed_char), word);
  const auto member = [&](const char *name, uint64_t index, llvm::DIType *type) -> llvm::Metadata * {
    return di.createMemberType(file, name, file, 0, word, 0, index * word, llvm::DINode::FlagZero, type);
  };
  const auto structure = [&](const char *name, llvm::ArrayRef<llvm::Metadata *> members) {
    return di.createStructType(file, name, file, 0, members.size() * word, 0, llvm::DINode::FlagZero, nullptr, di.getOrCreateArray(members));
  };
  auto *type = structure("type", {member("refcount", 0, number), member("metatype", 1, number), member("name", 2, text)});
  auto *object = structure("object", {member("refcount", 0, number), member("type", 1, di.createPointerType(type, word))});
  return di.createPointerType(object, word);
}

static llvm::DIType *describeRepresentation(llvm::DIBuilder &di, llvm::DIFile *file, uint32_t representation) {
  switch (representation) {
  case 0:
    return di.createBasicType("int", 64, llvm::dwarf::DW_ATE_signed);
  case 1:
    return di.createBasicType("float", 64, llvm::dwarf::DW_ATE_float);
  case 2:
    return di.createBasicType("bool", 8, llvm::dwarf::DW_ATE_boolean);
  default:
    return describeObject(di, file);
  }
}

/** A variable of the Python function, for debuggers. For them, one that changes its representation is several, of which all but one have no value. */
void Player::playDescribeVariable() {
  llvm::Value *what = value();
  auto *fn = llvm::dyn_cast<llvm::DISubprogram>(scope());
  const uint32_t line = count(), number = count(), representation = count();
  const llvm::StringRef name = text();
  if (fn == nullptr) {
    fail("the scope is no subprogram");
  }
  llvm::DIBuilder di(module, true, fn->getUnit());
  auto &known = variables[{fn, name.str()}];
  if (known[representation] == nullptr) {
    llvm::DIType *type = describeRepresentation(di, fn->getFile(), representation);
    known[representation] = number > 0 ? di.createParameterVariable(fn, name, number, fn->getFile(), line, type)
                                       : di.createAutoVariable(fn, name, fn->getFile(), line, type);
  }
  llvm::DILocation *place = llvm::DILocation::get(context, line, 0, fn);
  for (const auto &[other, variable] : known) {
    llvm::Value *now = other == representation ? what : llvm::PoisonValue::get(what->getType());
    di.insertDbgValueIntrinsic(now, variable, di.createExpression(), place, builder.GetInsertBlock());
  }
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
