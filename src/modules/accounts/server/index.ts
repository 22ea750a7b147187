// The door of the slice.

import '../domain/problems.ts';

export { type Inspector, listInspectors, setBatch } from './batches.ts';
export { canSignInWith, createAccounts, type GivenAccount, hasAccounts, resetAccount } from './create-accounts.ts';
export { accountsDownloads } from './downloads.ts';
export { countAccountsIn, moveAccounts } from './follow-regions.ts';
export { type AccountsHooks, accountsHandlers } from './handlers.ts';
export { firstPassword } from './passwords.ts';
export { auditDays } from './policy.ts';
export { createResolveActor, forgetSignIns } from './sessions.ts';
