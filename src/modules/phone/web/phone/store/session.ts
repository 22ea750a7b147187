// Signing in from the phone. The password is sent and forgotten; what stays is the PIN's work.

import { ROLE_NAMES, type Role } from '../../../../../kernel/operation.ts';
import { FIELD_ROLES } from '../../../../field/domain/contract.ts';
import { call, Refused } from './call.ts';

export type SignedIn = { account: number; username: string; name: string; serverKey: string };

type Viewer = { accountId: number; username: string; name: string; role: Role; mustChangePassword: boolean };

/** Throws `Refused` with a sentence for whoever has no work on the phone. */
export async function signIn(username: string, password: string): Promise<SignedIn> {
  await call('POST', '/session', { username: username.trim(), password });
  const me = await call<Viewer>('GET', '/me');
  if (me.mustChangePassword)
    throw new Refused('field.password', '这个账号还在用初始密码。请先在电脑上登录并修改密码，再用手机登录。', 403);
  if (!(FIELD_ROLES as readonly Role[]).includes(me.role))
    throw new Refused('field.role', `“${ROLE_NAMES[me.role]}”账号没有外业任务，请在电脑上使用。`, 403);
  const { key } = await call<{ key: string }>('GET', '/me/draft-key');
  return { account: me.accountId, username: me.username, name: me.name, serverKey: key };
}

export async function signOut(): Promise<void> {
  await call('DELETE', '/session').catch(() => undefined);
}
