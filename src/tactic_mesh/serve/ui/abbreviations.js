// `\forall` becomes ∀: which abbreviation stands before the caret, and what it becomes. Pure but for reading the table.

/** The table: names to signs, in its order. */
export class Abbreviations {
  constructor(table) {
    this.signs = new Map();
    for (const line of table.split("\n")) {
      if (!line || line.startsWith("#")) continue;
      const [sign, ...names] = line.split(" ");
      for (const name of names) this.signs.set(name, sign);
    }
    this.names = [...this.signs.keys()];
    this.longest = Math.max(...this.names.map((name) => name.length));
  }

  /** The file beside this module. */
  static async load() {
    const answer = await fetch(new URL("abbreviations.txt", import.meta.url));
    if (!answer.ok) throw new Error("the table of abbreviations is missing");
    return new Abbreviations(await answer.text());
  }

  /** Names that begin with `word`, shortest first. */
  beginning(word) {
    return this.names.filter((name) => name.startsWith(word)).sort((a, b) => a.length - b.length);
  }

  /** The sign for a finished word: its own, else that of the shortest name that it begins. */
  signOf(word) {
    return word ? (this.signs.get(word) ?? this.signs.get(this.beginning(word)[0])) : undefined;
  }

  /** What was typed after the last backslash before the caret, as far as a name could go; null if there is none. */
  pending(before) {
    const start = before.lastIndexOf("\\", before.endsWith("\\\\") ? before.length - 2 : undefined);
    if (start < 0 || before.length - start - 1 > this.longest + 1) return null;
    const word = before.slice(start + 1);
    return /\s/.test(word.slice(0, -1)) ? null : { start, word };
  }

  /**
   * What an insertion before the caret calls for: `{start, end, sign}` of the text to replace, or null.
   *
   * A word that no other name goes on from is replaced at once. Else what leads to no name ends it: a space, say, or
   * the next backslash. A letter or a digit ends only a whole name, so that a word that is none stays as it is.
   */
  replacement(before) {
    if (before.endsWith("\\")) {
      const ended = this.pending(before.slice(0, -1));
      const sign = ended && this.signOf(ended.word);
      if (sign) return { start: ended.start, end: before.length - 1, sign };
    }
    const found = this.pending(before);
    if (!found || !found.word) return null;
    const { start, word } = found;
    const names = this.beginning(word);
    if (names.length) {
      return names.length === 1 && names[0] === word ? { start, end: before.length, sign: this.signs.get(word) } : null;
    }
    const letters = [...word];
    const done = letters.slice(0, -1).join("");
    const sign = /[\p{L}\p{N}]$/u.test(word) ? this.signs.get(done) : this.signOf(done);
    return sign ? { start, end: start + 1 + done.length, sign } : null;
  }
}
