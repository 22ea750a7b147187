// Signing in from the phone. The password is sent and forgotten; what stays is the PIN's work.

import { ROLE_NAMES, type Role } from '../../../../../kernel/operation.ts';
import { FIELD_ROLES } from '../../../../field/domain/contract.ts';
import { call, Refused } from './call.ts';

export type SignedIn = { account: number; username: string; name: string; serverKey: string };

type Viewer = {
  accountId: number;
  username: string;
  name: string;
  role: Role;
  mustChangePassword: boolean;
  mustEnrol: boolean;
};

/** Throws `Refused` with a sentence for whoever has no work on the phone. */
export async function signIn(username: string, password: string, code = ''): Promise<SignedIn> {
  const given = { username: username.trim(), password, ...(code === '' ? {} : { code: code.trim() }) };
  await call('POST', '/session', given);
  const me = await call<Viewer>('GET', '/me');
  if (me.mustChangePassword)
    throw new Refused('field.password', '这个账号还在用初始密码。请先在电脑上登录并修改密码，再用手机登录。', 403);
  if (me.mustEnrol)
    throw new Refused('field.factor', '按安全策略，这个账号须先在电脑上启用动态口令，再用手机登录。', 403);
  if (!(FIELD_ROLES as readonly Role[]).includes(me.role))
    throw new Refused('field.role', `“${ROLE_NAMES[me.role]}”账号没有外业任务，请在电脑上使用。`, 403);
  const { key } = await call<{ key: string }>('GET', '/me/draft-key');
  return { account: me.accountId, username: me.username, name: me.name, serverKey: key };
}

/** The password was right, and a code of the authenticator is asked for beside it. */
export function asksForCode(error: unknown): boolean {
  return error instanceof Refused && (error.code === 'accounts.code-needed' || error.code === 'accounts.wrong-code');
}

export async function signOut(): Promise<void> {
  await call('DELETE', '/session').catch(() => undefined);
}
