import { useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia('print');
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
}

/** Whether the page is being laid out for paper: then a head that is a table of its own would stand beside its columns. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia('print').matches);
}
