// The back end's face to Node: reads options, holds buffers alive, turns errors into exceptions. See backend.d.ts.

#include <cstdio>
#include <cstdlib>

#include <llvm/Support/ErrorHandling.h>
#include <napi.h>

#include "compiler.h"
#include "linker.h"
#include "runtime.h"
#include "targets.h"

namespace {

using namespace backend;

/** `exitStatus.internal` in lib/driver/command-error.ts. */
constexpr int kInternalErrorStatus = 70;

std::string stringOption(const Napi::Object &options, const char *name, const std::string &otherwise) {
  const Napi::Value value = options.Get(name);
  return value.IsString() ? value.As<Napi::String>().Utf8Value() : otherwise;
}

bool booleanOption(const Napi::Object &options, const char *name, bool otherwise) {
  const Napi::Value value = options.Get(name);
  return value.IsBoolean() ? value.As<Napi::Boolean>().Value() : otherwise;
}

int numberOption(const Napi::Object &options, const char *name, int otherwise) {
  const Napi::Value value = options.Get(name);
  return value.IsNumber() ? value.As<Napi::Number>().Int32Value() : otherwise;
}

std::vector<std::string> stringList(const Napi::Value &value) {
  std::vector<std::string> list;
  if (value.IsArray()) {
    const auto array = value.As<Napi::Array>();
    for (uint32_t i = 0; i < array.Length(); i++) {
      list.push_back(array.Get(i).ToString().Utf8Value());
    }
  }
  return list;
}

Emit emitOption(Napi::Env env, const Napi::Object &options) {
  const std::string name = stringOption(options, "emit", "obj");
  if (name == "obj") {
    return Emit::Object;
  }
  if (name == "asm") {
    return Emit::Assembly;
  }
  if (name == "ll") {
    return Emit::Ir;
  }
  if (name == "bc") {
    return Emit::Bitcode;
  }
  throw Napi::TypeError::New(env, "emit must be obj, asm, ll or bc");
}

/** What a compilation reads; the references keep Node's buffers alive while another thread reads them. */
struct Job {
  CompileOptions options;
  llvm::StringRef bitcode;
  std::vector<llvm::StringRef> libraries;
  std::vector<Napi::Reference<Napi::Value>> held;

  llvm::StringRef hold(const Napi::Value &value) {
    if (!value.IsBuffer()) {
      throw Napi::TypeError::New(value.Env(), "bitcode must be a Buffer");
    }
    const auto buffer = value.As<Napi::Buffer<char>>();
    held.push_back(Napi::Reference<Napi::Value>::New(value, 1));
    return llvm::StringRef(buffer.Data(), buffer.Length());
  }
};

Job readJob(const Napi::CallbackInfo &info) {
  if (!info[1].IsObject()) {
    throw Napi::TypeError::New(info.Env(), "compile(bitcode, options)");
  }
  const auto options = info[1].As<Napi::Object>();
  const HostInfo host = hostInfo();
  Job job;
  job.bitcode = job.hold(info[0]);
  job.options.target.triple = stringOption(options, "triple", host.triple);
  job.options.target.cpu = stringOption(options, "cpu", "");
  job.options.target.features = stringOption(options, "features", "");
  job.options.target.abi = stringOption(options, "abi", "");
  job.options.target.opt = numberOption(options, "opt", 3);
  job.options.target.pic = booleanOption(options, "pic", true);
  job.options.size = booleanOption(options, "size", false);
  job.options.verify = booleanOption(options, "verify", false);
  job.options.brief = booleanOption(options, "brief", false);
  for (const std::string &level : stringList(options.Get("levels"))) {
    const auto [cpu, features] = llvm::StringRef(level).split(',');
    job.options.levels.push_back({cpu.str(), features.str()});
  }
  job.options.emit = emitOption(info.Env(), options);
  if (options.Get("libs").IsArray()) {
    const auto libraries = options.Get("libs").As<Napi::Array>();
    for (uint32_t i = 0; i < libraries.Length(); i++) {
      job.libraries.push_back(job.hold(libraries.Get(i)));
    }
  }
  return job;
}

Napi::Object resultObject(Napi::Env env, const CompileResult &result) {
  Napi::Object times = Napi::Object::New(env);
  times.Set("parse", result.times.parse);
  times.Set("link", result.times.link);
  times.Set("optimise", result.times.optimise);
  times.Set("codegen", result.times.codegen);
  Napi::Object object = Napi::Object::New(env);
  object.Set("output", Napi::Buffer<char>::Copy(env, result.output.data(), result.output.size()));
  object.Set("times", times);
  return object;
}

Napi::Value compileSync(const Napi::CallbackInfo &info) {
  const Job job = readJob(info);
  try {
    return resultObject(info.Env(), compile(job.bitcode, job.libraries, job.options));
  } catch (const CompileError &error) {
    throw Napi::Error::New(info.Env(), error.what());
  }
}

/** One compilation on a thread of libuv's pool. */
class CompileWorker : public Napi::AsyncWorker {
public:
  CompileWorker(Napi::Env env, Job job) : AsyncWorker(env), job(std::move(job)), deferred(Napi::Promise::Deferred::New(env)) {}

  Napi::Promise promise() { return deferred.Promise(); }

protected:
  void Execute() override { result = compile(job.bitcode, job.libraries, job.options); }

  void OnOK() override { deferred.Resolve(resultObject(Env(), result)); }

  void OnError(const Napi::Error &error) override { deferred.Reject(error.Value()); }

private:
  Job job;
  CompileResult result;
  Napi::Promise::Deferred deferred;
};

Napi::Value compileAsync(const Napi::CallbackInfo &info) {
  auto *worker = new CompileWorker(info.Env(), readJob(info));
  const Napi::Promise promise = worker->promise();
  worker->Queue();
  return promise;
}

Napi::Value splitRuntimeSync(const Napi::CallbackInfo &info) {
  const Job job = readJob(info);
  try {
    const RuntimeParts parts = splitRuntime(job.bitcode, job.options.target);
    Napi::Object object = Napi::Object::New(info.Env());
    object.Set("object", Napi::Buffer<char>::Copy(info.Env(), parts.object.data(), parts.object.size()));
    object.Set("inlinable", Napi::Buffer<char>::Copy(info.Env(), parts.inlinable.data(), parts.inlinable.size()));
    object.Set("references", parts.references);
    return object;
  } catch (const CompileError &error) {
    throw Napi::Error::New(info.Env(), error.what());
  }
}

Napi::Value linkFiles(const Napi::CallbackInfo &info) {
  const LinkResult result = link(stringList(info[0]));
  Napi::Object object = Napi::Object::New(info.Env());
  object.Set("ok", result.ok);
  object.Set("log", result.log);
  return object;
}

Napi::Value host(const Napi::CallbackInfo &info) {
  const HostInfo host = hostInfo();
  Napi::Object object = Napi::Object::New(info.Env());
  object.Set("triple", host.triple);
  object.Set("cpu", host.cpu);
  object.Set("features", host.features);
  object.Set("llvmVersion", host.llvmVersion);
  return object;
}

Napi::Value dataLayout(const Napi::CallbackInfo &info) {
  TargetOptions options;
  options.triple = info[0].ToString();
  std::string error;
  const auto machine = createTargetMachine(options, error);
  if (!machine) {
    throw Napi::Error::New(info.Env(), error);
  }
  return Napi::String::New(info.Env(), machine->createDataLayout().getStringRepresentation());
}

Napi::Value nameList(Napi::Env env, const std::vector<std::string> &names) {
  Napi::Array array = Napi::Array::New(env, names.size());
  for (uint32_t i = 0; i < names.size(); i++) {
    array.Set(i, names[i]);
  }
  return array;
}

Napi::Value lookupCpus(const Napi::CallbackInfo &info) { return nameList(info.Env(), cpuNames(info[0].ToString())); }

Napi::Value lookupFeatures(const Napi::CallbackInfo &info) { return nameList(info.Env(), featureNames(info[0].ToString())); }

Napi::Value lookupEnabled(const Napi::CallbackInfo &info) {
  return nameList(info.Env(), enabledFeatures(info[0].ToString(), info[1].ToString(), info[2].ToString()));
}

/** LLVM gives up on the whole process for what it holds impossible: a fault of ours, and said as the driver says it. */
void reportFatal(void *, const char *reason, bool) {
  std::fprintf(stderr, "tauraro: internal error in LLVM: %s, please report\n", reason);
  std::_Exit(kInternalErrorStatus);
}

Napi::Object init(Napi::Env env, Napi::Object exports) {
  llvm::remove_fatal_error_handler();
  llvm::install_fatal_error_handler(reportFatal);
  exports.Set("compile", Napi::Function::New(env, compileSync, "compile"));
  exports.Set("compileAsync", Napi::Function::New(env, compileAsync, "compileAsync"));
  exports.Set("splitRuntime", Napi::Function::New(env, splitRuntimeSync, "splitRuntime"));
  exports.Set("link", Napi::Function::New(env, linkFiles, "link"));
  exports.Set("hostInfo", Napi::Function::New(env, host, "hostInfo"));
  exports.Set("dataLayout", Napi::Function::New(env, dataLayout, "dataLayout"));
  exports.Set("lookupCpus", Napi::Function::New(env, lookupCpus, "lookupCpus"));
  exports.Set("lookupFeatures", Napi::Function::New(env, lookupFeatures, "lookupFeatures"));
  exports.Set("enabledFeatures", Napi::Function::New(env, lookupEnabled, "enabledFeatures"));
  return exports;
}

} // namespace

NODE_API_MODULE(backend, init)
