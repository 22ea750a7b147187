import { assetCheckRegister } from './asset-check-register.ts';
import { assetContractRegister } from './asset-contract-register.ts';
import { assetDistributionRegister } from './asset-distribution-register.ts';
import { assetIncomeRegister } from './asset-income-register.ts';
import { assetRegister } from './asset-register.ts';
import { assetRightRegister } from './asset-right-register.ts';

export const assetsRegisters = [
  assetRegister,
  assetRightRegister,
  assetContractRegister,
  assetIncomeRegister,
  assetDistributionRegister,
  assetCheckRegister,
];
