import type { Role } from '../../../kernel/operation.ts';
import { packNames } from '../../../kernel/packed/operation-names.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { readIdCursor } from '../../../platform/server/lists/id-cursor.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { mayInBatch } from '../domain/batch.ts';
import { accountsContract } from '../domain/contract.ts';
import { checkBinding, checkKeeper, chooseArea, setAreas } from './binding.ts';
import { changePassword } from './change-password.ts';
import { cutPage } from './cut-page.ts';
import { draftKey } from './draft-key.ts';
import { beginFactor, confirmOwnFactor, dropOwnFactor, ownFactor, resetFactor } from './factor/own-factor.ts';
import { findEntries } from './find-entries.ts';
import { homeHandlers } from './home/handlers.ts';
import { importAccounts, previewAccounts } from './import-accounts.ts';
import { firstPassword, hashPassword } from './passwords.ts';
import { readPolicy, savePolicy } from './policy.ts';
import {
  type Account,
  getAccount,
  getViewer,
  insertAccount,
  listAccounts,
  setPassword,
  updateAccount,
} from './queries.ts';
import { sealedState } from './sealed-audit.ts';
import { closeSession, closeSessions, endSession, hashToken, listSessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** The sign-in's own subject, in its audit entries. */
function own({ accountId }: Actor) {
  return { subjectKind: 'account', subjectId: accountId };
}

/** As it is to become. */
type ChangedAccount = Omit<Account, 'moreAreas'> & { moreAreas: number[] };

const on = handlersFor(accountsContract);

/** What the slices above know of accounts and of what was done. */
export type AccountsHooks = {
  /** Ids of the households that somebody means who types a number, a name, or a part of an ID. */
  findHouseholds: (tx: Tx, keys: Keys, text: string, area: number | undefined) => Promise<number[]>;
  /** Cases the account is responsible for: they are handed over before it is stopped. */
  countHeld: (tx: Tx, accountId: number) => Promise<number>;
};

export const accountsHandlers = ({ countHeld, findHouseholds }: AccountsHooks) =>
  on.router({
    ...homeHandlers,

    signIn: on.signIn.handler(({ input, context }) => signIn(context, input)),

    signOut: on.signOut.handler(async ({ context: { db, actor, session } }) => {
      await db.write(actor, undefined, async (tx) => {
        if (session.token) await closeSession(tx, session.token);
        return { result: undefined, audit: { operation: 'accounts.sign-out', ...own(actor) } };
      });
      session.drop();
      return {};
    }),

    signOutEverywhere: on.signOutEverywhere.handler(async ({ context: { db, actor, session } }) => {
      const sessions = await db.write(actor, undefined, async (tx) => {
        const closed = await closeSessions(tx, actor.accountId);
        const audit = { operation: 'accounts.sign-out-everywhere', ...own(actor), after: { sessions: closed } };
        return { result: closed, audit };
      });
      session.drop();
      return { sessions };
    }),

    sessions: on.sessions.handler(({ context: { db, actor, session } }) =>
      db.read(actor, (tx) => listSessions(tx, actor.accountId, session.token)),
    ),

    endSession: on.endSession.handler(({ input: { id }, context: { db, actor } }) =>
      db.write(actor, undefined, async (tx) => {
        if (!(await endSession(tx, actor.accountId, id))) throw new Problem('accounts.session-not-found');
        return { result: {}, audit: { operation: 'accounts.end-session', ...own(actor) } };
      }),
    ),

    sessionsOf: on.sessionsOf.handler(({ input: { accountId }, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        await getAccount(tx, accountId);
        return listSessions(tx, accountId);
      }),
    ),

    endSessionsOf: on.endSessionsOf.handler(({ input: { requestId, accountId, id }, context: { db, actor } }) =>
      db.write(actor, requestId, async (tx) => {
        const { areaCode, role } = await getAccount(tx, accountId);
        // Security ends whatever session must be ended; an administrator none of those who watch over him.
        if (actor.role !== 'security-administrator') await checkKeeper(tx, role);
        const sessions = id ? Number(await endSession(tx, accountId, id)) : await closeSessions(tx, accountId);
        if (id && sessions === 0) throw new Problem('accounts.session-not-found');
        const audit = {
          operation: 'accounts.end-sessions-of',
          ...accountSubject(accountId, areaCode),
          after: { sessions },
        };
        return { result: { sessions }, audit };
      }),
    ),

    me: on.me.handler(async ({ context: { db, actor, services } }) => {
      const row = await db.read(actor, (tx) => getViewer(tx));
      return {
        accountId: actor.accountId,
        username: row.username,
        name: actor.name,
        role: actor.role as Role,
        areas: row.areas,
        region: { code: actor.areaCode, level: row.level, name: row.regionName, range: actor.range },
        department: actor.department,
        mustChangePassword: row.mustChangePassword,
        mustEnrol: row.mustEnrol,
        passwordLength: row.passwordLength,
        watermark: row.watermark,
        ...(row.previousSignInAt ? { lastSignInAt: row.previousSignInAt } : {}),
        operations: packNames(services.operationsOf(actor.role).filter((name) => !actor.batch || mayInBatch(name))),
      };
    }),

    draftKey: on.draftKey.handler(async ({ context: { actor, services } }) => ({
      key: draftKey(services.keys, actor.accountId),
    })),

    keepAlive: on.keepAlive.handler(async () => ({})),

    changePassword: on.changePassword.handler(async ({ input, context }) => {
      await changePassword(context, input);
      return {};
    }),

    list: on.list.handler(async ({ input: { cursor, limit, area, ...filter }, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        const range = await rangeAsked(tx, area);
        const found = await listAccounts(tx, { ...filter, range, after: readIdCursor(cursor) ?? 0, limit: limit + 1 });
        return { ...cutPage(found.items, limit), total: found.total };
      }),
    ),

    create: on.create.handler(async ({ input: { requestId, ...account }, context: { db, actor, services } }) => {
      const password = firstPassword(services.keys, requestId);
      const passwordHash = await hashPassword(password);
      const made = await db.write(actor, requestId, async (tx) => {
        await checkKeeper(tx, account.role);
        await checkBinding(tx, account);
        const id = await insertAccount(tx, {
          ...account,
          passwordHash,
          mustChangePassword: true,
          firstPasswordExpires: true,
        });
        await setAreas(tx, id, account.moreAreas);
        return {
          result: { id },
          audit: { operation: 'accounts.create', ...accountSubject(id, account.areaCode), after: account },
        };
      });
      return { ...made, password };
    }),

    update: on.update.handler(({ input: { requestId, id, ...changes }, context: { db, actor } }) =>
      db.write(actor, requestId, async (tx) => {
        const before = await getAccount(tx, id);
        const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
        const after = { ...before, moreAreas: before.moreAreas.map(({ code }) => code), ...given } as ChangedAccount;
        const rebound =
          after.role !== before.role ||
          after.areaCode !== before.areaCode ||
          (changes.moreAreas !== undefined &&
            String(after.moreAreas) !== String(before.moreAreas.map(({ code }) => code)));
        if (id === actor.accountId && (rebound || after.disabled)) throw new Problem('accounts.self');
        await checkKeeper(tx, before.role, after.role);
        await checkBinding(tx, after);
        if (after.disabled && !before.disabled) {
          const held = await countHeld(tx, id);
          if (held > 0) throw new Problem('accounts.holds', { name: before.name, count: held });
        }
        await updateAccount(tx, after);
        await setAreas(tx, id, after.moreAreas);
        if (rebound || after.disabled || after.department !== before.department) await closeSessions(tx, id);
        const result = await getAccount(tx, id);
        const audit = { operation: 'accounts.update', ...accountSubject(id, after.areaCode), before, after: result };
        return { result, audit };
      }),
    ),

    previewImport: on.previewImport.handler(({ input: { fileId }, context }) => previewAccounts(context, fileId)),
    import: on.import.handler(({ input, context }) => importAccounts(context, input)),

    switchArea: on.switchArea.handler(({ input: { requestId, code }, context: { db, actor, session } }) =>
      db.write(actor, requestId, async (tx) => {
        await chooseArea(tx, hashToken(session.token ?? ''), code);
        return { result: {}, audit: { operation: 'accounts.switch-area', ...own(actor), after: { areaCode: code } } };
      }),
    ),

    resetPassword: on.resetPassword.handler(async ({ input: { requestId, id }, context: { db, actor, services } }) => {
      const password = firstPassword(services.keys, requestId);
      const passwordHash = await hashPassword(password);
      await db.write(actor, requestId, async (tx) => {
        const { areaCode, role } = await getAccount(tx, id);
        await checkKeeper(tx, role);
        await setPassword(tx, id, passwordHash, true);
        await closeSessions(tx, id);
        return { result: {}, audit: { operation: 'accounts.reset-password', ...accountSubject(id, areaCode) } };
      });
      return { password };
    }),

    factor: on.factor.handler(({ context }) => ownFactor(context)),
    beginFactor: on.beginFactor.handler(({ input, context }) => beginFactor(context, input)),
    confirmFactor: on.confirmFactor.handler(({ input, context }) => confirmOwnFactor(context, input)),
    dropFactor: on.dropFactor.handler(({ input, context }) => dropOwnFactor(context, input)),
    resetFactor: on.resetFactor.handler(({ input, context }) => resetFactor(context, input)),
    policy: on.policy.handler(({ context: { db, actor } }) => db.read(actor, readPolicy)),
    savePolicy: on.savePolicy.handler(({ input, context }) => savePolicy(context, input)),

    auditSeals: on.auditSeals.handler(({ context }) => sealedState(context)),

    searchAudit: on.searchAudit.handler(({ input, context }) => findEntries(context, input, findHouseholds)),
  });

function accountSubject(id: number, regionCode: number) {
  return { subjectKind: 'account', subjectId: id, regionCode };
}
