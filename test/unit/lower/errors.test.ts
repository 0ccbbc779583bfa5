/** Each file in test/errors/lower is refused as its comments say: `# unsupported: E902 message` on the line of the construct. */
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { unsupportedRules } from '../../../lib/lower/unsupported.js';
import { lower, type Lowered } from './helpers.js';

const folder = new URL('../../../../test/errors/lower/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.py'));
const readText = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

function expected(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = /# unsupported: (.*)$/.exec(line);
    return found ? [`${index + 1}: ${found[1]}`] : [];
  });
}

function summary({ problems, source }: Lowered): string[] {
  const lines = problems.list.map(({ span, code, message }) => ({
    line: source.position(span.start).line,
    text: `${code} ${message}`,
  }));
  return lines.sort((a, b) => a.line - b.line).map(({ line, text }) => `${line}: ${text}`);
}

describe('what is not supported yet', () => {
  for (const name of files) {
    it(name, () => {
      const text = readText(name);
      assert.deepEqual(summary(lower(text)), expected(text));
    });
  }

  it('deep nesting is refused', () => {
    const { problems } = lower(`x = ${'- '.repeat(1000)}1\n`);
    assert.deepEqual(
      problems.list.map(({ code }) => code),
      ['E910'],
    );
  });

  it('each code has a test', () => {
    const texts = files.map(readText).join('');
    assert.deepEqual(
      Object.keys(unsupportedRules).filter((code) => !texts.includes(` ${code} `)),
      ['E910'],
    );
  });
});
