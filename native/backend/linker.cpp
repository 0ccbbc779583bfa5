#include "linker.h"

#include <mutex>

#include <lld/Common/Driver.h>
#include <llvm/Support/raw_ostream.h>

#include "targets.h"

LLD_HAS_DRIVER(coff)
LLD_HAS_DRIVER(elf)
LLD_HAS_DRIVER(mingw)
LLD_HAS_DRIVER(wasm)

namespace backend {

LinkResult link(const std::vector<std::string> &arguments) {
  static std::mutex oneAtATime;
  static bool unusable = false;
  const std::lock_guard<std::mutex> lock(oneAtATime);
  initializeTargets();
  LinkResult result;
  if (unusable) {
    result.log = "the linker failed before and cannot run again in this process";
    return result;
  }
  std::vector<const char *> pointers;
  for (const std::string &argument : arguments) {
    pointers.push_back(argument.c_str());
  }
  llvm::raw_string_ostream stream(result.log);
  const lld::Result outcome = lld::lldMain(pointers, stream, stream,
                                           {{lld::Gnu, &lld::elf::link},
                                            {lld::MinGW, &lld::mingw::link},
                                            {lld::WinLink, &lld::coff::link},
                                            {lld::Wasm, &lld::wasm::link}});
  keepVariablesApart();
  unusable = !outcome.canRunAgain;
  result.ok = outcome.retCode == 0;
  return result;
}

} // namespace backend
