// Names, types, constants, globals and functions.

#include "player.h"

#include <cmath>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/GlobalVariable.h>

namespace extension {

void Player::playName() {
  names.push_back(text().str());
  aliases.push_back(nullptr);
}

// ---- Types.

void Player::playStructType() { types.push_back(llvm::StructType::get(context, restOfTypes())); }

void Player::playArrayType() {
  llvm::Type *item = type();
  types.push_back(llvm::ArrayType::get(item, count()));
}

void Player::playFunctionType() {
  llvm::Type *result = type();
  types.push_back(llvm::FunctionType::get(result, restOfTypes(), false));
}

// ---- Constants.

void Player::playConstInt() {
  const uint32_t bits = count();
  if (bits == 0 || bits > 64) {
    fail("from 1 to 64 bits");
  }
  define(llvm::ConstantInt::get(context, llvm::APInt(bits, wide())));
}

void Player::playConstDouble() {
  const llvm::APFloat number(llvm::APFloat::IEEEdouble(), llvm::APInt(64, wide()));
  define(llvm::ConstantFP::get(context, number.isNaN() ? llvm::APFloat::getQNaN(llvm::APFloat::IEEEdouble()) : number));
}

void Player::playConstNull() { define(llvm::Constant::getNullValue(type())); }

void Player::playUndef() { define(llvm::UndefValue::get(type())); }

void Player::playConstBytes() { define(llvm::ConstantDataArray::getString(context, text(), false)); }

void Player::playConstWords() {
  std::vector<uint64_t> words;
  while (next != end) {
    words.push_back(wide());
  }
  define(llvm::ConstantDataArray::get(context, words));
}

void Player::playConstArray() {
  llvm::Type *item = type();
  const std::vector<llvm::Constant *> items = restOfConstants();
  define(llvm::ConstantArray::get(llvm::ArrayType::get(item, items.size()), items));
}

void Player::playConstStruct() {
  const bool pads = word() != 0;
  const std::vector<llvm::Constant *> fields = restOfConstants();
  define(llvm::ConstantStruct::getAnon(context, pads ? padPointers(fields) : fields));
}

/** Pointers of 4 bytes take 8, at a multiple of 8. Fields of sizes other than 4 and 8 must be the last. */
std::vector<llvm::Constant *> Player::padPointers(llvm::ArrayRef<llvm::Constant *> fields) {
  llvm::Constant *padding = builder.getInt32(0);
  std::vector<llvm::Constant *> padded;
  bool isOdd = false; // after an odd number of 4 bytes
  for (llvm::Constant *field : fields) {
    const bool isPointer = field->getType()->isPointerTy();
    if (isPointer && isOdd) {
      padded.push_back(padding);
    }
    padded.push_back(field);
    if (isPointer) {
      padded.push_back(padding);
    }
    isOdd = field->getType()->isIntegerTy(32) && !isOdd;
  }
  return padded;
}

std::vector<llvm::Constant *> Player::restOfConstants() {
  std::vector<llvm::Constant *> rest;
  while (next != end) {
    rest.push_back(constant());
  }
  return rest;
}

// ---- Globals.

void Player::playDeclareGlobal() {
  llvm::Type *valueType = type();
  define(new llvm::GlobalVariable(module, valueType, false, llvm::GlobalValue::ExternalLinkage, nullptr, text()));
}

void Player::playDefineGlobal() {
  const llvm::GlobalValue::LinkageTypes shared = linkage();
  const bool isConstant = word() != 0;
  llvm::Constant *initial = constant();
  define(new llvm::GlobalVariable(module, initial->getType(), isConstant, shared, initial, text()));
}

void Player::playDeclareFunction() {
  auto *functionType = llvm::dyn_cast<llvm::FunctionType>(type());
  if (functionType == nullptr) {
    fail("the type is no function type");
  }
  define(llvm::Function::Create(functionType, llvm::Function::ExternalLinkage, text(), module));
}

static constexpr unsigned kUnknown = ~0U;

llvm::GlobalValue::LinkageTypes Player::linkage() {
  const unsigned found = llvm::StringSwitch<unsigned>(name())
                             .Case("external", llvm::GlobalValue::ExternalLinkage)
                             .Case("internal", llvm::GlobalValue::InternalLinkage)
                             .Case("private", llvm::GlobalValue::PrivateLinkage)
                             .Case("weak", llvm::GlobalValue::WeakAnyLinkage)
                             .Case("weak_odr", llvm::GlobalValue::WeakODRLinkage)
                             .Case("linkonce_odr", llvm::GlobalValue::LinkOnceODRLinkage)
                             .Case("available_externally", llvm::GlobalValue::AvailableExternallyLinkage)
                             .Default(kUnknown);
  if (found == kUnknown) {
    fail("unknown linkage");
  }
  return static_cast<llvm::GlobalValue::LinkageTypes>(found);
}

void Player::playSetLinkage() {
  auto *global = valueAs<llvm::GlobalValue>("global");
  global->setLinkage(linkage());
}

void Player::playSetVisibility() {
  auto *global = valueAs<llvm::GlobalValue>("global");
  const unsigned found = llvm::StringSwitch<unsigned>(name())
                             .Case("default", llvm::GlobalValue::DefaultVisibility)
                             .Case("hidden", llvm::GlobalValue::HiddenVisibility)
                             .Case("protected", llvm::GlobalValue::ProtectedVisibility)
                             .Default(kUnknown);
  if (found == kUnknown) {
    fail("unknown visibility");
  }
  global->setVisibility(static_cast<llvm::GlobalValue::VisibilityTypes>(found));
}

void Player::playSetAlignment() {
  auto *global = valueAs<llvm::GlobalObject>("global");
  global->setAlignment(alignment());
}

llvm::Align Player::alignment() {
  const uint32_t bytes = count();
  if (bytes == 0 || (bytes & (bytes - 1)) != 0) {
    fail("not a power of two");
  }
  return llvm::Align(bytes);
}

// ---- Functions and what calls share with them.

void Player::playSetCallingConv() {
  llvm::Value *target = value();
  const unsigned found = llvm::StringSwitch<unsigned>(name())
                             .Case("c", llvm::CallingConv::C)
                             .Case("fast", llvm::CallingConv::Fast)
                             .Case("cold", llvm::CallingConv::Cold)
                             .Case("preserve_most", llvm::CallingConv::PreserveMost)
                             .Case("preserve_all", llvm::CallingConv::PreserveAll)
                             .Case("tail", llvm::CallingConv::Tail)
                             .Default(kUnknown);
  if (found == kUnknown) {
    fail("unknown calling convention");
  }
  if (auto *fn = llvm::dyn_cast<llvm::Function>(target)) {
    fn->setCallingConv(found);
  } else if (auto *call = llvm::dyn_cast<llvm::CallBase>(target)) {
    call->setCallingConv(found);
  } else {
    fail("neither a function nor a call");
  }
}

/** An attribute without a value; a name that LLVM doesn't know is a string attribute. */
void Player::addAttribute(llvm::Value *target, unsigned position) {
  const std::string &attributeName = name();
  const llvm::Attribute::AttrKind kind = llvm::Attribute::getAttrKindFromName(attributeName);
  if (kind != llvm::Attribute::None && !llvm::Attribute::isEnumAttrKind(kind)) {
    fail("an attribute that needs a value: " + attributeName);
  }
  const llvm::Attribute attribute =
      kind == llvm::Attribute::None ? llvm::Attribute::get(context, attributeName) : llvm::Attribute::get(context, kind);
  if (auto *fn = llvm::dyn_cast<llvm::Function>(target)) {
    fn->addAttributeAtIndex(position, attribute);
  } else if (auto *call = llvm::dyn_cast<llvm::CallBase>(target)) {
    call->addAttributeAtIndex(position, attribute);
  } else {
    fail("neither a function nor a call");
  }
}

void Player::playAddFnAttr() { addAttribute(value(), llvm::AttributeList::FunctionIndex); }

void Player::playAddReturnAttr() { addAttribute(value(), llvm::AttributeList::ReturnIndex); }

void Player::playAddParamAttr() {
  llvm::Value *target = value();
  addAttribute(target, llvm::AttributeList::FirstArgIndex + count());
}

void Player::playAddReturnAlign() {
  auto *fn = valueAs<llvm::Function>("function");
  fn->addRetAttr(llvm::Attribute::getWithAlignment(context, alignment()));
}

void Player::playArgument() {
  auto *fn = valueAs<llvm::Function>("function");
  const uint32_t index = count();
  if (index >= fn->arg_size()) {
    fail(fn->getName().str() + " has no argument " + std::to_string(index));
  }
  define(fn->getArg(index));
}

void Player::playSetSubprogram() {
  auto *fn = valueAs<llvm::Function>("function");
  auto *subprogram = llvm::dyn_cast<llvm::DISubprogram>(scope());
  if (subprogram == nullptr) {
    fail("the scope is no subprogram");
  }
  fn->setSubprogram(subprogram);
}

} // namespace extension
