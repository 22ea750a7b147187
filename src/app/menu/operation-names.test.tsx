import { expect, test } from 'vitest';
import { listOperations, mayCall } from '../../kernel/list-operations.ts';
import { ROLES } from '../../kernel/operation.ts';
import { packNames, unpackNames } from '../../kernel/packed/operation-names.ts';
import { contract } from '../contract.ts';

const MOST_BYTES = 8000;

test.each(ROLES)('what %s may do is packed small, and comes out as it went in', (role) => {
  const names = listOperations(contract).flatMap(({ meta }) => (mayCall(meta, role) ? [meta.name] : []));
  const packed = packNames(names);
  expect(unpackNames(packed).sort()).toEqual([...new Set(names)].sort());
  expect(JSON.stringify(packed).length).toBeLessThan(MOST_BYTES);
});
