/** `node --import tauraro/register app.mjs`: Python files can be imported, and required; they are compiled on the fly and kept in the cache. */
import { createRequire, register } from 'node:module';
import { compileModule } from './driver/on-the-fly.js';

register('./loader-hooks.js', import.meta.url);

const { extensions } = createRequire(import.meta.url);
for (const ending of ['.py', '.tr']) {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  extensions[ending] = (module, file) => process.dlopen(module, compileModule(file).file);
}
