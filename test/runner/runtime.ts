/** The variants of the runtime that only tests use, made when they are first needed. */
interface Script {
  buildRuntime(name: string): Promise<boolean>;
}

const made = new Map<string, Promise<boolean>>();

export async function prepareRuntime(variant: 'debug' | 'asan'): Promise<void> {
  const { buildRuntime } = (await import(new URL('../../../scripts/build-runtime.mjs', import.meta.url).href)) as Script;
  if (!made.has(variant)) made.set(variant, buildRuntime(variant));
  await made.get(variant);
}
