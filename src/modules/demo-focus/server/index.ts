// Door of the demonstration's full size.

export { fillFocus } from './fill-focus.ts';
export { loadFocus } from './load-focus.ts';
