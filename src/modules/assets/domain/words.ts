// Words of the codes of assets, as their register has them.

import { assetContractRegister } from './registers/asset-contract-register.ts';
import { assetDistributionRegister } from './registers/asset-distribution-register.ts';
import { assetRegister } from './registers/asset-register.ts';
import { assetRightRegister } from './registers/asset-right-register.ts';

const FIELDS = {
  ...assetRegister.fields,
  rightKind: assetRightRegister.fields.rightKind,
  operatingWay: assetContractRegister.fields.operatingWay,
  purpose: assetDistributionRegister.fields.purpose,
};

type Worded =
  | 'assetKind'
  | 'assetForm'
  | 'assetCondition'
  | 'treatment'
  | 'disposedHow'
  | 'upkeepSource'
  | 'rightKind'
  | 'operatingWay'
  | 'purpose';

/** The word of a code; nothing for none, the code itself for one that is not known. */
export function assetWord(field: Worded, code: string | null | undefined): string {
  const values: Readonly<Record<string, string>> | undefined = FIELDS[field].values;
  return code ? (values?.[code] ?? code) : '';
}

export const STANDING_NAMES = { 'in-use': '在用', idle: '闲置', disposed: '已处置' } as const;
