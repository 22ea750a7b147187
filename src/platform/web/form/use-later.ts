import { useEffect, useState } from 'react';

/** True once something has been so for a while: what is over at once shows no sign of waiting, which would only flicker. */
export function useLater(isSo: boolean, afterMs = 250): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = window.setTimeout(() => setIsLong(true), afterMs);
    return () => {
      window.clearTimeout(timer);
      setIsLong(false);
    };
  }, [isSo, afterMs]);
  return isLong;
}
