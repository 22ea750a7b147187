/** The command line was not understood: the sentence, then how it is used; exit code 2. */
export class UsageError extends Error {}
