// Exact constants. The package passes integers through doubles, which are exact only up to 2^53.

#include "arguments.h"
#include "extension.h"

#include <llvm/ADT/APInt.h>
#include <llvm/IR/Constants.h>

namespace extension {

static std::vector<uint64_t> twosComplement(Napi::BigInt value, size_t words) {
  std::vector<uint64_t> digits(words, 0);
  int negative = 0;
  size_t count = words;
  value.ToWords(&negative, &count, digits.data());
  if (negative != 0) {
    uint64_t carry = 1;
    for (uint64_t &digit : digits) {
      digit = ~digit + carry;
      carry = carry != 0 && digit == 0 ? 1 : 0;
    }
  }
  return digits;
}

static llvm::APInt integerAt(const Napi::CallbackInfo &info, size_t index, unsigned bits) {
  if (!info[index].IsBigInt()) {
    fail(info, "a bigint as argument " + std::to_string(index + 1));
  }
  return llvm::APInt(bits, twosComplement(info[index].As<Napi::BigInt>(), (bits + 63) / 64));
}

static Napi::Value constInt(const Napi::CallbackInfo &info) {
  llvm::LLVMContext &context = contextAt(info, 0);
  const unsigned bits = numberAt(info, 1);
  return ConstantInt::New(info.Env(), llvm::ConstantInt::get(context, integerAt(info, 2, bits)));
}

static Napi::Value constDouble(const Napi::CallbackInfo &info) {
  llvm::LLVMContext &context = contextAt(info, 0);
  if (!info[1].IsNumber()) {
    fail(info, "a number as argument 2");
  }
  const double value = info[1].As<Napi::Number>().DoubleValue();
  return Constant::New(info.Env(), llvm::ConstantFP::get(context, llvm::APFloat(value)));
}

static Napi::Value constBytes(const Napi::CallbackInfo &info) {
  llvm::LLVMContext &context = contextAt(info, 0);
  if (!info[1].IsTypedArray() || info[1].As<Napi::TypedArray>().TypedArrayType() != napi_uint8_array) {
    fail(info, "a Uint8Array as argument 2");
  }
  const auto bytes = info[1].As<Napi::Uint8Array>();
  const llvm::ArrayRef<uint8_t> data(bytes.Data(), bytes.ElementLength());
  return Constant::New(info.Env(), llvm::ConstantDataArray::get(context, data));
}

static Napi::Value constWords(const Napi::CallbackInfo &info) {
  llvm::LLVMContext &context = contextAt(info, 0);
  if (!info[1].IsTypedArray() || info[1].As<Napi::TypedArray>().TypedArrayType() != napi_bigint64_array) {
    fail(info, "a BigInt64Array as argument 2");
  }
  const auto words = info[1].As<Napi::BigInt64Array>();
  const llvm::ArrayRef<uint64_t> data(reinterpret_cast<const uint64_t *>(words.Data()), words.ElementLength());
  return Constant::New(info.Env(), llvm::ConstantDataArray::get(context, data));
}

static Napi::Value getPtrType(const Napi::CallbackInfo &info) {
  return PointerType::New(info.Env(), llvm::PointerType::get(contextAt(info, 0), 0));
}

void initConstants(Napi::Env env, Napi::Object ext) {
  define(env, ext, "constInt", constInt);
  define(env, ext, "constDouble", constDouble);
  define(env, ext, "constBytes", constBytes);
  define(env, ext, "constWords", constWords);
  define(env, ext, "getPtrType", getPtrType);
}

} // namespace extension
