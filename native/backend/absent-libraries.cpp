// What lld refers to and we don't carry. Its drivers initialise every target that Debian's LLVM was built with, and the
// merging of Windows manifests, which no command of ours asks for, would need libxml2. Doing nothing is right for both:
// an absent target is then unknown, and the manifest reader reports a broken document.

#define FOR_EACH_ABSENT_TARGET(X)                                                                                                 \
  X(AMDGPU) X(AVR) X(BPF) X(Hexagon) X(Lanai) X(LoongArch) X(M68k) X(MSP430) X(Mips) X(NVPTX) X(PowerPC) X(SPIRV) X(Sparc)         \
  X(SystemZ) X(VE) X(XCore) X(Xtensa)

#define DEFINE_NOTHING(name)                                                                                                      \
  void LLVMInitialize##name##TargetInfo() {}                                                                                      \
  void LLVMInitialize##name##Target() {}                                                                                          \
  void LLVMInitialize##name##TargetMC() {}                                                                                        \
  void LLVMInitialize##name##AsmPrinter() {}                                                                                      \
  void LLVMInitialize##name##AsmParser() {}

#define DEFINE_NULL(name)                                                                                                         \
  void *name() { return nullptr; }

extern "C" {
FOR_EACH_ABSENT_TARGET(DEFINE_NOTHING)

DEFINE_NULL(xmlAddChild)
DEFINE_NULL(xmlCopyNamespace)
DEFINE_NULL(xmlDocDumpFormatMemoryEnc)
DEFINE_NULL(xmlDocGetRootElement)
DEFINE_NULL(xmlDocSetRootElement)
DEFINE_NULL(xmlFreeDoc)
DEFINE_NULL(xmlFreeNode)
DEFINE_NULL(xmlFreeNs)
DEFINE_NULL(xmlNewDoc)
DEFINE_NULL(xmlNewNs)
DEFINE_NULL(xmlNewProp)
DEFINE_NULL(xmlReadMemory)
DEFINE_NULL(xmlSetGenericErrorFunc)
DEFINE_NULL(xmlStrdup)
DEFINE_NULL(xmlUnlinkNode)

static void freeNothing(void *) {}
void (*xmlFree)(void *) = freeNothing;
}
