// Names of operations, packed: an account may call hundreds, most of them the same verbs of one register after the other.

/** Things with the same verbs, by those verbs: `{ 'get list': 'funds.fund-payment .fund-issuance projects.project' }`. */
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
  return Object.fromEntries([...groups].map(([verbs, own]) => [verbs, sayEachSliceOnce(own.map(([of]) => of))]));
}

/** Of things of one slice after the other only the first names it: `funds.fund-payment .fund-issuance`. */
function sayEachSliceOnce(things: readonly string[]): string {
  const sliceOf = (of: string | undefined) => of?.split('.')[0];
  return things
    .map((of, i) => (of.includes('.') && sliceOf(of) === sliceOf(things[i - 1]) ? of.slice(of.indexOf('.')) : of))
    .join(' ');
}

export function unpackNames(packed: PackedNames): string[] {
  return Object.entries(packed).flatMap(([verbs, things]) => {
    let slice = '';
    return things.split(' ').flatMap((of) => {
      const [named, thing] = of.split('.');
      slice = named || slice;
      return verbs.split(' ').map((verb) => (thing === undefined ? `${slice}.${verb}` : `${slice}.${verb}-${thing}`));
    });
  });
}
