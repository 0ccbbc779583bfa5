/** Each file in test/errors/syntax is rejected as its comments say: `# error: E102 message` on the line of the error. */
import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { Diagnostics } from '../../../lib/base/diagnostic.js';
import { decodeSource } from '../../../lib/syntax/decode.js';
import { syntaxRules } from '../../../lib/syntax/errors.js';
import { parse, readText, root, summary } from './helpers.js';

const folder = 'test/errors/syntax/';
const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.py'));
const expectation = /# (?:error|warning|unsupported): (.*)$/;

function expected(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = expectation.exec(line);
    return found ? [`${index + 1}: ${found[1]}`] : [];
  });
}

describe('syntax errors', () => {
  for (const name of files) {
    it(name, () => {
      const text = readText(folder + name);
      assert.deepEqual(summary(parse(text)), expected(text));
    });
  }

  it('each code has a test', () => {
    const texts = files.map((name) => readText(folder + name)).join('');
    const missing = Object.keys(syntaxRules).filter((code) => !texts.includes(` ${code} `));
    // Bytes that are no text can't stand in a readable file: the next tests have them.
    assert.deepEqual(missing, ['E139']);
  });
});

describe('decodeSource', () => {
  const decode = (bytes: Uint8Array): { text: string | undefined; messages: string[] } => {
    const problems = new Diagnostics();
    const source = decodeSource(bytes, 'a.py', problems);
    return { text: source?.text, messages: problems.list.map(({ message }) => message) };
  };
  const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

  it('drops the byte order mark and normalises line ends', () => {
    assert.equal(decode(ascii('\xef\xbb\xbfa\r\nb\rc\n')).text, 'a\nb\nc\n');
  });
  it('honours a declared encoding', () => {
    assert.equal(decode(ascii('# -*- coding: latin-1 -*-\n\xe9\x80')).text, '# -*- coding: latin-1 -*-\né\x80');
    assert.equal(decode(ascii('#!x\n# vim: set fileencoding=cp1252 :\n\x80')).text?.at(-1), '€');
  });
  it('rejects what is no text', () => {
    assert.deepEqual(decode(ascii('a\0')).messages, ['source code cannot contain null bytes']);
    assert.deepEqual(decode(ascii('# coding: klingon\n')).messages, ['unknown encoding: klingon']);
    assert.deepEqual(decode(ascii('\xef\xbb\xbf# coding: latin-1\n')).messages, ['encoding problem: latin-1 with BOM']);
    assert.deepEqual(decode(ascii('x\n\xff\n')).messages, [
      "Non-UTF-8 code starting with '\\xff' in file a.py on line 2, but no encoding declared; " +
        'see https://peps.python.org/pep-0263/ for details',
    ]);
  });
});
