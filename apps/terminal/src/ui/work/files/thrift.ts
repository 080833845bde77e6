/** Values of Thrift's compact protocol, read from the front. Every method throws a RangeError where the bytes end. */
export class ThriftReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /**
   * The next field of a struct, null at its end. `before` is the id of the field before it, 0 for none.
   * The value itself follows.
   */
  field(before: number): { readonly id: number; readonly type: number } | null {
    const head = this.#byte();
    const type = head & 0x0f;
    if (type === STOP) return null;
    const delta = head >> 4;
    return { id: delta === 0 ? this.integer() : before + delta, type };
  }

  /** How many elements a list has, and their type. */
  list(): { readonly size: number; readonly type: number } {
    const head = this.#byte();
    const size = head >> 4;
    return { size: size === 15 ? this.#unsigned() : size, type: head & 0x0f };
  }

  /** An integer of any width, exact up to 2^53. */
  integer(): number {
    const zigzag = this.#unsigned();
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
  }

  /** Goes past a value. Throws a RangeError where structs lie in each other too deep. */
  skip(type: number, depth = 0): void {
    if (depth > DEEPEST) throw new RangeError("structs too deep");
    switch (type) {
      case TRUE:
      case FALSE:
        return;
      case BYTE:
        this.#forward(1);
        return;
      case I16:
      case I32:
      case I64:
        this.#unsigned();
        return;
      case DOUBLE:
        this.#forward(8);
        return;
      case BINARY:
        this.#forward(this.#unsigned());
        return;
      case LIST:
      case SET: {
        const list = this.list();
        // A boolean takes a byte in a list, and none in a struct.
        const element = list.type === TRUE || list.type === FALSE ? BYTE : list.type;
        for (let i = 0; i < list.size; i++) this.skip(element, depth + 1);
        return;
      }
      case STRUCT: {
        for (let field = this.field(0); field !== null; field = this.field(field.id)) this.skip(field.type, depth + 1);
        return;
      }
      default:
        throw new RangeError(`unexpected type ${type}`);
    }
  }

  #byte(): number {
    return this.#bytes.readUInt8(this.#at++);
  }

  #forward(bytes: number): void {
    this.#at += bytes;
    if (this.#at > this.#bytes.length) throw new RangeError("the bytes end in the middle of a value");
  }

  #unsigned(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      if (scale > Number.MAX_SAFE_INTEGER) throw new RangeError("an integer of too many bytes");
    }
  }
}

const DEEPEST = 32;
const STOP = 0;
const TRUE = 1;
const FALSE = 2;
const BYTE = 3;
const I16 = 4;
const I32 = 5;
const I64 = 6;
const DOUBLE = 7;
const BINARY = 8;
const LIST = 9;
const SET = 10;
/** The type of a struct. */
export const STRUCT = 12;
