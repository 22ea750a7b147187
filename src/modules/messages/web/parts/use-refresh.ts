import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { messages } from '../api.ts';

/** Everything of this slice is read again, the bell too. */
export function useRefresh(): () => Promise<void> {
  const cache = useQueryClient();
  return useCallback(() => cache.invalidateQueries({ queryKey: messages.query.key() }), [cache]);
}
