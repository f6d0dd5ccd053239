const NOTHING = new Uint8Array();

/** Walks over the bytes of one line, from the stamp on. One object for all lines, so that none is made for a line. */
export class ByteCursor {
  bytes: Uint8Array = NOTHING;
  at = 0;
  end = 0;

  /** Puts the cursor at a byte of a line that ends at `end`. */
  put(bytes: Uint8Array, at: number, end: number): void {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  /** The byte `ahead` bytes from here; 0 behind the end of the line. */
  peek(ahead = 0): number {
    const at = this.at + ahead;
    return at < this.end ? (this.bytes[at] ?? 0) : 0;
  }

  /** Steps over this byte; false, and no step, where another one stands. */
  skip(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.at += 1;
    return true;
  }

  /** Steps over a number of exactly so many digits (more may follow); −1, and no step, where there is none. */
  number(digits: number): number {
    if (this.at + digits > this.end) return -1;
    let value = 0;
    for (let index = 0; index < digits; index += 1) {
      const digit = (this.bytes[this.at + index] ?? 0) - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    this.at += digits;
    return value;
  }

  /** Whether a digit stands here. */
  onDigit(): boolean {
    return isDigit(this.peek());
  }

  /** Whether a letter stands `ahead` bytes from here. */
  onLetter(ahead = 0): boolean {
    const lower = this.peek(ahead) | 32;
    return lower >= 97 && lower <= 122;
  }

  /** Steps over up to nine digits of a fraction and returns its milliseconds; −1 for none or more. */
  fraction(): number {
    let value = 0;
    let count = 0;
    while (this.onDigit()) {
      if (count < 3) value = value * 10 + this.peek() - 48;
      count += 1;
      this.at += 1;
    }
    if (count === 0 || count > 9) return -1;
    return count === 1 ? value * 100 : count === 2 ? value * 10 : value;
  }

  /** The next `count` bytes as text, without a step. */
  word(count: number): string {
    let text = '';
    for (let index = 0; index < count; index += 1) text += String.fromCharCode(this.peek(index));
    return text;
  }
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
