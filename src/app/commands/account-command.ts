// `shouwang accounts reset`: the way back for whoever has nobody else to ask, an auditor or a security administrator alone.

import { resetAccount } from '../../modules/accounts/server/index.ts';
import type { Shouwang } from '../open-shouwang.ts';
import { UsageError } from '../usage-error.ts';
import { COMMAND_LINE, done, type Outcome } from './command.ts';

export const ACCOUNTS_USAGE = `  shouwang accounts reset USERNAME                      重置密码并解除动态口令，新的初始密码只显示一次`;

export async function runAccounts(openShouwang: () => Promise<Shouwang>, words: string[]): Promise<Outcome> {
  const [what, username] = words;
  if (what !== 'reset' || !username) throw new UsageError('accounts 后面要写 reset 和用户名');
  const shouwang = await openShouwang();
  try {
    return done({ username, password: await resetAccount(shouwang, COMMAND_LINE, username) });
  } finally {
    await shouwang.close();
  }
}
