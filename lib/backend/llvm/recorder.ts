/**
 * Operations on LLVM's IR, written down as words and played by native/irbuilder/player.cpp many at a time: a call into C++ for
 * each instruction would cost far more than the instruction. native/irbuilder/opcodes.def lists the operations with their
 * operands. What an operation defines gets the next number, here and there alike.
 */
import { assert } from '../../base/assert.js';
import type { Extension, PlayerHandle } from '../../../native/irbuilder/irbuilder.js';

const capacity = 1 << 16;
/** The count of operands shares a word with the operation. */
const maxOperands = (1 << 24) - 1;

export class Recorder {
  private words = new Int32Array(capacity);
  private bytes = Buffer.from(this.words.buffer);
  private length = 0;
  private values = 0;
  private readonly doubles = new Float64Array(1);
  private readonly halves = new Int32Array(this.doubles.buffer);

  constructor(
    private readonly ext: Extension,
    private readonly player: PlayerHandle,
  ) {}

  /** The number of the value that the operation just recorded defines. */
  nextValue(): number {
    return this.values++;
  }

  record0(op: number): void {
    this.begin(op, 0);
  }

  record1(op: number, a: number): void {
    const at = this.begin(op, 1);
    this.words[at] = a;
  }

  record2(op: number, a: number, b: number): void {
    const at = this.begin(op, 2);
    this.words[at] = a;
    this.words[at + 1] = b;
  }

  record3(op: number, a: number, b: number, c: number): void {
    const at = this.begin(op, 3);
    this.words[at] = a;
    this.words[at + 1] = b;
    this.words[at + 2] = c;
  }

  recordList(op: number, list: readonly number[]): void {
    this.words.set(list, this.begin(op, list.length));
  }

  /** A first operand and a list, without making one list of both. */
  record1List(op: number, a: number, list: readonly number[]): void {
    const at = this.begin(op, 1 + list.length);
    this.words[at] = a;
    for (let index = 0; index < list.length; index++) this.words[at + 1 + index] = list[index]!;
  }

  record2List(op: number, a: number, b: number, list: readonly number[]): void {
    const at = this.begin(op, 2 + list.length);
    this.words[at] = a;
    this.words[at + 1] = b;
    for (let index = 0; index < list.length; index++) this.words[at + 2 + index] = list[index]!;
  }

  /** Operands, and a text in UTF-8. */
  recordText(op: number, operands: readonly number[], text: string): void {
    const size = Buffer.byteLength(text, 'utf8');
    const at = this.beginBytes(op, operands, size);
    this.bytes.write(text, 4 * at, 'utf8');
  }

  recordBytes(op: number, data: Uint8Array): void {
    const at = this.beginBytes(op, [], data.length);
    this.bytes.set(data, 4 * at);
  }

  /** The two words of 64 bits after one operand. */
  recordInt(op: number, a: number, value: number | bigint): void {
    if (typeof value === 'number') {
      assert(Number.isSafeInteger(value), `${value} is no exact integer`);
      this.record3(op, a, value | 0, Math.floor(value / 2 ** 32));
    } else this.record3(op, a, lowWord(value), lowWord(value >> 32n));
  }

  recordInts(op: number, values: readonly bigint[]): void {
    this.recordList(op, values.flatMap((value) => [lowWord(value), lowWord(value >> 32n)]));
  }

  recordDouble(op: number, value: number): void {
    this.doubles[0] = value;
    this.record2(op, this.halves[0]!, this.halves[1]!);
  }

  /** Plays what is written so far. */
  flush(): void {
    const { length } = this;
    this.length = 0;
    if (length > 0) this.ext.play(this.player, this.words, length, this.values);
  }

  /** Room for an operation; gives the place of its first operand. */
  private begin(op: number, operands: number): number {
    if (this.length + operands >= this.words.length) this.makeRoom(operands + 1);
    const at = this.length;
    this.words[at] = op | (operands << 8);
    this.length = at + 1 + operands;
    return at + 1;
  }

  /** Room for operands, the count of bytes, and the bytes; gives the place of the first byte's word. */
  private beginBytes(op: number, operands: readonly number[], size: number): number {
    const at = this.begin(op, operands.length + 1 + Math.ceil(size / 4));
    this.words.set(operands, at);
    this.words[at + operands.length] = size;
    return at + operands.length + 1;
  }

  private makeRoom(needed: number): void {
    assert(needed <= maxOperands, 'an operation is too long');
    this.flush();
    if (needed <= this.words.length) return;
    this.words = new Int32Array(needed);
    this.bytes = Buffer.from(this.words.buffer);
  }
}

const lowWord = (value: bigint): number => Number(BigInt.asIntN(32, value));
