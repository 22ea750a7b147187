// The one error of the product. A code names what is wrong (`slice.what`); its kind decides the HTTP status and what an
// offline outbox does with the item; its Chinese sentence says what happened, where, and what to do.

export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many'
  | 'unavailable';

export type ProblemDetails = Record<string, string | number>;

export type ProblemDefinition = { kind: ProblemKind; sentence: (details: ProblemDetails) => string };

export const PROBLEM_STATUS: Record<ProblemKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
};

const definitions = new Map<string, ProblemDefinition>();

/** Registers a slice's problems; a code is defined once and never renamed. */
export function defineProblems(problems: Record<string, ProblemDefinition>): void {
  for (const [code, definition] of Object.entries(problems)) {
    if (definitions.has(code)) throw new Error(`problem ${code} is defined twice`);
    definitions.set(code, definition);
  }
}

/** Codes and kinds of every registered problem, for tests and the API page. */
export function listProblems(): { code: string; kind: ProblemKind }[] {
  return [...definitions].map(([code, { kind }]) => ({ code, kind }));
}

/** A refusal with a code known to `defineProblems`. `message` is the Chinese sentence shown to the user. */
export class Problem extends Error {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly details: ProblemDetails;

  constructor(code: string, details: ProblemDetails = {}) {
    const definition = definitions.get(code);
    if (!definition) throw new Error(`unknown problem code ${code}`);
    super(definition.sentence(details));
    this.name = 'Problem';
    this.code = code;
    this.kind = definition.kind;
    this.details = details;
  }
}

defineProblems({
  'kernel.invalid-input': { kind: 'invalid', sentence: (d) => `填写的内容不符合要求：${d.what}。请改正后重试。` },
});
