// What other registers must show before a row may move: said by the slices that own them, handed down by the composition.

/** A move is hindered where the condition, in SQL over the row `t` of the register, is true. `words`: what to do, a whole sentence. */
export type Guard = { register: string; move: string; where: string; words: string };
