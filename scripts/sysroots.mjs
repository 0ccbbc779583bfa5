// What is taken from Debian 12's packages for each target: headers to compile the runtime with, and the files that linking an
// executable needs. Packages are unpacked under build/native/packages; nothing is installed. x86_64-linux takes the machine's own.

const gnuCross = (architecture, triple) => ({
  packages: ['libc6-dev', 'libc6', 'linux-libc-dev', 'libgcc-12-dev'].map((name) => `${name}-${architecture}-cross`),
  include: `usr/${triple}/include`,
  libraries: `usr/${triple}/lib`,
  compilerLibraries: `usr/lib/gcc-cross/${triple}/12`,
});

/** musl comes from the packages of the machine itself; what compilers add is the same as with glibc. */
const muslOf = (architecture, triple, gcc) => ({
  packages: [`musl-dev:${architecture}`, ...gcc.packages],
  include: `usr/include/${triple}`,
  libraries: `usr/lib/${triple}`,
  compilerLibraries: gcc.compilerLibraries,
});

const cross = { arm64: gnuCross('arm64', 'aarch64-linux-gnu'), armhf: gnuCross('armhf', 'arm-linux-gnueabihf'), riscv64: gnuCross('riscv64', 'riscv64-linux-gnu') };
const compilerOnly = ({ packages, compilerLibraries }) => ({ packages: packages.filter((name) => name.startsWith('libgcc')), compilerLibraries });

export const sysroots = {
  'x86_64-linux': { packages: [] },
  'x86_64-linux-musl': { packages: ['musl-dev'], include: 'usr/include/x86_64-linux-musl', libraries: 'usr/lib/x86_64-linux-musl' },
  'aarch64-linux': cross.arm64,
  'aarch64-linux-musl': muslOf('arm64', 'aarch64-linux-musl', compilerOnly(cross.arm64)),
  'armv7-linux': cross.armhf,
  'armv7-linux-musl': muslOf('armhf', 'arm-linux-musleabihf', compilerOnly(cross.armhf)),
  'riscv64-linux': cross.riscv64,
  'wasm32-wasi': {
    packages: ['wasi-libc', 'libclang-rt-22-dev-wasm32'],
    include: 'usr/include/wasm32-wasi',
    libraries: 'usr/lib/wasm32-wasi',
    compilerLibraries: 'usr/lib/llvm-22/lib/clang/22/lib',
  },
};
