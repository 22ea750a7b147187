// What browsers on phones of 2021 (Chromium 90) do not have, of what the program uses; newer syntax is lowered by the build. Loaded before
// everything else.

function add(on: object, name: string, value: unknown): void {
  if (!(name in on)) Object.defineProperty(on, name, { value, writable: true, configurable: true });
}

export function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

export function findLast(
  this: ArrayLike<unknown>,
  fits: (each: unknown, index: number, all: unknown) => unknown,
): unknown {
  for (let i = this.length - 1; i >= 0; i--) if (fits(this[i], i, this)) return this[i];
  return undefined;
}

export function timeout(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

export function hasOwn(of: object, name: PropertyKey): boolean {
  return Object.hasOwn(of, name);
}

add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);
add(Array.prototype, 'findLast', findLast);
add(Object, 'hasOwn', hasOwn);
add(AbortSignal, 'timeout', timeout);
