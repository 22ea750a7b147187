/** The choices of a code list, in its order, for a `Select` or a filter. */
export function choicesOf<Key extends string>(names: Record<Key, string>): { value: Key; label: string }[] {
  return (Object.keys(names) as Key[]).map((value) => ({ value, label: names[value] }));
}
