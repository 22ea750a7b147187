/** Numbers codes as they come, so that a small number stands for each. */
export class Positions {
  readonly codes: number[] = [];
  readonly #positions = new Map<number, number>();

  of(code: number): number {
    const known = this.#positions.get(code);
    if (known !== undefined) return known;
    this.#positions.set(code, this.codes.length);
    return this.codes.push(code) - 1;
  }
}
