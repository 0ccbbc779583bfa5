/**
 * Character names for `\N{…}`. The table is one string: for each name, a space if its code point is one more than the last one's,
 * else `~` and the difference; then the numbers of its words. A number is in digits of a mixed base, lowest first, and only its
 * last digit is one of `lastDigits`. The table is unpacked when the first name is asked for.
 */
import { continuedDigits, lastDigits, names, ranges, words } from './unicode-names-data.js';

let codePoints: Map<string, number> | null = null;

/** The code point with this name or alias, in any case; undefined if there is none. */
export function lookUpUnicodeName(name: string): number | undefined {
  const upper = name.toUpperCase();
  codePoints ??= unpack();
  return codePoints.get(upper) ?? lookUpHangul(upper) ?? lookUpRange(upper);
}

function unpack(): Map<string, number> {
  const table = new Map<string, number>();
  const allWords = words.split(' ');
  let at = 0;
  let codePoint = 0;
  const readNumber = (): number => {
    let value = 0;
    let weight = 1;
    for (;;) {
      const character = names[at++]!;
      const last = lastDigits.indexOf(character);
      if (last >= 0) return value + last * weight;
      value += (lastDigits.length + continuedDigits.indexOf(character)) * weight;
      weight *= continuedDigits.length;
    }
  };
  while (at < names.length) {
    codePoint += names[at++] === '~' ? readNumber() : 1;
    const parts: string[] = [];
    while (at < names.length && names[at] !== ' ' && names[at] !== '~') parts.push(allWords[readNumber()]!);
    table.set(parts.join(' '), codePoint);
  }
  return table;
}

/** Names that end in their own code point, such as `CJK UNIFIED IDEOGRAPH-4E00`. */
function lookUpRange(name: string): number | undefined {
  const digits = /-([0-9A-F]{4,5})$/.exec(name)?.[1];
  if (digits === undefined) return undefined;
  const codePoint = parseInt(digits, 16);
  const prefix = name.slice(0, -digits.length);
  const range = ranges.find((each) => each[0] === prefix && codePoint >= each[1] && codePoint <= each[2]);
  return range && codePoint;
}

const leading = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ');
const vowels = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const trailing = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');

function lookUpHangul(name: string): number | undefined {
  const jamo = /^HANGUL SYLLABLE ([BCDGHJKMNPRST]*)([AEIOUWY]+)([BCDGHJKLMNPST]*)$/.exec(name);
  if (jamo === null) return undefined;
  const [l, v, t] = [leading.indexOf(jamo[1]!), vowels.indexOf(jamo[2]!), trailing.indexOf(jamo[3]!)];
  return l < 0 || v < 0 || t < 0 ? undefined : 0xac00 + (l * vowels.length + v) * trailing.length + t;
}
