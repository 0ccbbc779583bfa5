// The IR builder: llvm-bindings' classes as the package exports them, and our own functions under `ext`.

#include "ADT/index.h"
#include "BinaryFormat/index.h"
#include "Bitcode/index.h"
#include "IR/index.h"
#include "Linker/index.h"

#include "extension.h"

static Napi::Object extensionObject(Napi::Env env) {
  Napi::Object ext = Napi::Object::New(env);
  extension::initModules(env, ext);
  extension::initPlayer(env, ext);
  return ext;
}

static Napi::Object init(Napi::Env env, Napi::Object exports) {
  InitADT(env, exports);
  InitBinaryFormat(env, exports);
  InitBitCode(env, exports);
  InitIR(env, exports);
  InitLinker(env, exports);
  exports.Set("ext", extensionObject(env));
  return exports;
}

NODE_API_MODULE(irbuilder, init)
