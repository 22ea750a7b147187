// What was typed into a search stays while the phone is unlocked: back from a household the list is as it was.

import { useState } from 'react';

const kept = new Map<string, unknown>();

export function useRemembered<T>(name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial));
  return [
    value,
    (next) => {
      kept.set(name, next);
      setValue(next);
    },
  ];
}
