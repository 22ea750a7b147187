// A receipt is stored by its keyed hash only: whoever reads the table learns no number.

import { type Keys, keyedHash } from '../../../platform/server/keys.ts';

export function receiptKey(keys: Keys, receipt: string): Buffer {
  return keyedHash(keys, 'receipt', receipt);
}
