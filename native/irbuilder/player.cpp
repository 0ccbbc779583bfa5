// The player's reading of operands and its functions for JavaScript.

#include "player.h"

#include "arguments.h"
#include "extension.h"

namespace extension {

enum class Opcode : int32_t {
#define BINARY(name) name,
#define CAST(name) name,
#define OP(name) name,
#include "opcodes.def"
#undef OP
#undef CAST
#undef BINARY
};

static const char *const opcodeNames[] = {
#define BINARY(name) #name,
#define CAST(name) #name,
#define OP(name) #name,
#include "opcodes.def"
#undef OP
#undef CAST
#undef BINARY
};

Player::Player(llvm::Module &module) : module(module), context(module.getContext()), builder(module.getContext()) {}

void Player::play(llvm::ArrayRef<int32_t> words, size_t valueCount) {
  const int32_t *position = words.begin();
  while (position != words.end()) {
    const auto head = static_cast<uint32_t>(*position++);
    const size_t length = head >> 8;
    operation = static_cast<int32_t>(head & 255);
    if (length > static_cast<size_t>(words.end() - position)) {
      fail("operands beyond the end");
    }
    next = position;
    end = position += length;
    playOperation();
    if (next != end) {
      fail("more operands than it has");
    }
  }
  if (values.size() != valueCount) {
    throw BrokenRecording{"the recorder counts " + std::to_string(valueCount) + " values, the player " + std::to_string(values.size())};
  }
}

void Player::playOperation() {
  switch (static_cast<Opcode>(operation)) {
#define BINARY(name)                                                                                                   \
  case Opcode::name: {                                                                                                 \
    llvm::Value *left = value();                                                                                       \
    llvm::Value *right = value();                                                                                      \
    return define(builder.Create##name(left, right));                                                                  \
  }
#define CAST(name)                                                                                                     \
  case Opcode::name: {                                                                                                 \
    llvm::Value *operand = value();                                                                                    \
    return define(builder.Create##name(operand, type()));                                                              \
  }
#define OP(name)                                                                                                       \
  case Opcode::name:                                                                                                   \
    return play##name();
#include "opcodes.def"
#undef OP
#undef CAST
#undef BINARY
  }
  fail("no such operation");
}

size_t Player::importType(llvm::Type *type) {
  types.push_back(type);
  return types.size() - 1;
}

size_t Player::importScope(llvm::DILocalScope *scope) {
  scopes.push_back(scope);
  return scopes.size() - 1;
}

void Player::fail(const std::string &problem) const {
  const auto number = static_cast<size_t>(operation);
  const std::string name = number < std::size(opcodeNames) ? opcodeNames[number] : "operation " + std::to_string(operation);
  throw BrokenRecording{name + ": " + problem};
}

int32_t Player::word() {
  if (next == end) {
    fail("an operand is missing");
  }
  return *next++;
}

uint32_t Player::count() {
  const int32_t number = word();
  if (number < 0) {
    fail("negative count");
  }
  return static_cast<uint32_t>(number);
}

/** 64 bits: the low word, then the high one. */
uint64_t Player::wide() {
  const auto low = static_cast<uint32_t>(word());
  const auto high = static_cast<uint32_t>(word());
  return static_cast<uint64_t>(high) << 32 | low;
}

/** The number of bytes, then the bytes, up to a whole word. */
llvm::StringRef Player::text() {
  const size_t bytes = count();
  const size_t words = (bytes + 3) / 4;
  if (words > static_cast<size_t>(end - next)) {
    fail("text beyond the end");
  }
  const llvm::StringRef result(reinterpret_cast<const char *>(next), bytes);
  next += words;
  return result;
}

template <typename T> T Player::at(const std::vector<T> &table, const char *what) {
  const int32_t number = word();
  if (number < 0 || static_cast<size_t>(number) >= table.size()) {
    fail(std::string("no ") + what + " " + std::to_string(number));
  }
  return table[static_cast<size_t>(number)];
}

llvm::Value *Player::value() { return at(values, "value"); }

llvm::Type *Player::type() { return at(types, "type"); }

llvm::DILocalScope *Player::scope() { return at(scopes, "scope"); }

const std::string &Player::name() {
  const uint32_t number = count();
  if (number >= names.size()) {
    fail("no name " + std::to_string(number));
  }
  return names[number];
}

void Player::define(llvm::Value *value) { values.push_back(value); }

std::vector<llvm::Value *> Player::restOfValues() {
  std::vector<llvm::Value *> rest;
  while (next != end) {
    rest.push_back(value());
  }
  return rest;
}

std::vector<llvm::Type *> Player::restOfTypes() {
  std::vector<llvm::Type *> rest;
  while (next != end) {
    rest.push_back(type());
  }
  return rest;
}

// ---- For JavaScript. The handle outlives module and context at most as memory: freeing it touches nothing of LLVM's.

static Player *playerAt(const Napi::CallbackInfo &info, size_t index) {
  if (!info[index].IsExternal()) {
    fail(info, "a player as argument " + std::to_string(index + 1));
  }
  return info[index].As<Napi::External<Player>>().Data();
}

static Napi::Value createPlayer(const Napi::CallbackInfo &info) {
  return Napi::External<Player>::New(info.Env(), new Player(*moduleAt(info, 0)), [](Napi::Env, Player *player) { delete player; });
}

static void play(const Napi::CallbackInfo &info) {
  Player *player = playerAt(info, 0);
  if (!info[1].IsTypedArray() || info[1].As<Napi::TypedArray>().TypedArrayType() != napi_int32_array) {
    fail(info, "an Int32Array as argument 2");
  }
  const auto words = info[1].As<Napi::Int32Array>();
  const uint32_t length = numberAt(info, 2);
  if (length > words.ElementLength()) {
    fail(info, "at most the array's length as argument 3");
  }
  try {
    player->play(llvm::ArrayRef<int32_t>(words.Data(), length), numberAt(info, 3));
  } catch (const BrokenRecording &broken) {
    throw Napi::Error::New(info.Env(), "broken recording: " + broken.message);
  }
}

static Napi::Value importType(const Napi::CallbackInfo &info) {
  if (!info[1].IsObject() || !Type::IsClassOf(info[1])) {
    fail(info, "a type as argument 2");
  }
  return Napi::Number::New(info.Env(), static_cast<double>(playerAt(info, 0)->importType(Type::Extract(info[1]))));
}

static Napi::Value importScope(const Napi::CallbackInfo &info) {
  if (!info[1].IsObject() || !Metadata::IsClassOf(info[1])) {
    fail(info, "a scope as argument 2");
  }
  auto *scope = llvm::dyn_cast<llvm::DILocalScope>(Metadata::Extract(info[1]));
  if (scope == nullptr) {
    fail(info, "a subprogram or lexical block as argument 2");
  }
  return Napi::Number::New(info.Env(), static_cast<double>(playerAt(info, 0)->importScope(scope)));
}

void initPlayer(Napi::Env env, Napi::Object ext) {
  define(env, ext, "createPlayer", createPlayer);
  define(env, ext, "play", play);
  define(env, ext, "importType", importType);
  define(env, ext, "importScope", importScope);
}

} // namespace extension
