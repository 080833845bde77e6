/** Counts, over the pieces of a text, which of its bytes speak for UTF-8 and which against. */
export class Utf8Count {
  /** Whole characters of more than one byte. */
  characters = 0;
  /** Bytes from 0x80 on that are in none. */
  strays = 0;
  #missing = 0; // bytes that the character begun still lacks
  #held = 0; // and those it has

  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if (this.#missing > 0) {
        if ((byte & 0xc0) === 0x80) {
          this.#held++;
          if (--this.#missing === 0) this.characters++;
          continue;
        }
        this.strays += this.#held;
        this.#missing = 0;
      }
      if (byte < 0x80) continue;
      this.#held = 1;
      if (byte >= 0xc2 && byte <= 0xdf) this.#missing = 1;
      else if (byte >= 0xe0 && byte <= 0xef) this.#missing = 2;
      else if (byte >= 0xf0 && byte <= 0xf4) this.#missing = 3;
      else this.strays++;
    }
  }
}
