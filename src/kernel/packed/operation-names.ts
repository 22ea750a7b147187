// Names of operations, packed: an account may call hundreds, most of them the same verbs of one register after the other.

/** Things with the same verbs, by those verbs: `{ 'get list': 'funds.fund-payment projects.project' }`. */
export type PackedNames = Record<string, string>;

/** `funds.list-fund-payment` → verb `list` of `funds.fund-payment`; `accounts.me` → verb `me` of `accounts`. */
function parted(name: string): { verb: string; of: string } {
  const [, slice = '', verb = '', thing] = /^([^.]+)\.([^-]+)(?:-(.+))?$/.exec(name) ?? [];
  return { verb, of: thing === undefined ? slice : `${slice}.${thing}` };
}

export function packNames(names: readonly string[]): PackedNames {
  const things = Map.groupBy([...new Set(names)].map(parted), ({ of }) => of);
  const verbsOf = ([, own]: [string, { verb: string }[]]) =>
    own
      .map(({ verb }) => verb)
      .sort()
      .join(' ');
  const groups = Map.groupBy(things, verbsOf);
  return Object.fromEntries([...groups].map(([verbs, own]) => [verbs, own.map(([of]) => of).join(' ')]));
}

export function unpackNames(packed: PackedNames): string[] {
  return Object.entries(packed).flatMap(([verbs, things]) =>
    things.split(' ').flatMap((of) => {
      const [slice, thing] = of.split('.');
      return verbs.split(' ').map((verb) => (thing === undefined ? `${slice}.${verb}` : `${slice}.${verb}-${thing}`));
    }),
  );
}
