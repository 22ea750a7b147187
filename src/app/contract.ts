// The contract of the whole product: every slice's operations under the slice's name. Runs in the browser too.

import { registerImportsContract } from '../kernel/register/import-contract.ts';
import { registersContract } from '../kernel/register/register-contract.ts';
import { accountsContract } from '../modules/accounts/domain/contract.ts';
import { feedsContract } from '../modules/feeds/domain/contract.ts';
import { householdsContract } from '../modules/households/domain/contract.ts';
import { monitoringContract } from '../modules/monitoring/domain/contract.ts';
import { regionsContract } from '../modules/regions/domain/contract.ts';
import { warningsContract } from '../modules/warnings/domain/contract.ts';
import { catalogue } from './registers.ts';

export const contract = {
  regions: regionsContract,
  accounts: accountsContract,
  households: householdsContract,
  feeds: feedsContract,
  warnings: warningsContract,
  monitoring: monitoringContract,
  registers: registersContract(catalogue.registers),
  registerImports: registerImportsContract,
};
