// What llvm-bindings lacks and Tauraro needs, as functions over the package's own wrapper objects. They are exported
// as the object `ext` of the same addon; irbuilder.d.ts documents each one. Every function throws a TypeError for an
// argument of the wrong kind, so that a mistake in the emitter never becomes a crash of the process.
#pragma once

#include <napi.h>

namespace extension {

void initModules(Napi::Env env, Napi::Object ext);
void initPlayer(Napi::Env env, Napi::Object ext);

} // namespace extension
