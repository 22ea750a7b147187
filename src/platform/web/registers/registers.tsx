// What the composition hands to the pages of registers: all registers and the typed client.

import { useParams } from '@tanstack/react-router';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { Role } from '../../../kernel/operation.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { registerImportsContract } from '../../../kernel/register/import-contract.ts';
import { registerPhotosContract } from '../../../kernel/register/photos-contract.ts';
import { operationName, type RegisterRow, registersContract } from '../../../kernel/register/register-contract.ts';
import { createApi } from '../api.ts';
import { useViewer } from '../viewer.tsx';

/** What slices above add to every register, handed down by the composition. */
export type RegisterParts = {
  /** More about one row, below its fields; nothing where it has nothing to say. */
  RowSection?: ComponentType<{ register: RegisterDefinition; row: RegisterRow }>;
  /** What else may be done with rows, one or those that are ticked. */
  deeds?: readonly RowsDeed[];
};

export type RowsDeed = {
  label: string;
  /** Whether this register has it and the account may. */
  fits: (register: RegisterDefinition, operations: ReadonlySet<string>) => boolean;
  Dialog: ComponentType<{ register: RegisterDefinition; rows: readonly RegisterRow[]; onClose: () => void }>;
};

/** By register: the page that tells more of a row, for those who may do the operation it reads by. */
export type RowPages = Readonly<
  Record<string, { operation: string; title: string; path: (values: Readonly<Record<string, unknown>>) => string }>
>;

type Handed = { rowPages: RowPages; parts: readonly RegisterParts[] };

export function registersSetup(catalogue: Catalogue, { rowPages, parts }: Handed) {
  const contract = {
    registers: registersContract(catalogue.registers),
    imports: registerImportsContract,
    photos: registerPhotosContract,
  };
  return { catalogue, rowPages, parts, client: createApi(contract).client };
}

export type RegistersSetup = ReturnType<typeof registersSetup>;

const SetupContext = createContext<RegistersSetup | undefined>(undefined);

export function RegistersProvider({ setup, children }: { setup: RegistersSetup; children: ReactNode }) {
  return <SetupContext.Provider value={setup}>{children}</SetupContext.Provider>;
}

export function useRegisters(): RegistersSetup {
  const setup = useContext(SetupContext);
  if (!setup) throw new Error('useRegisters is used outside RegistersProvider');
  return setup;
}

/** By the address of a register's page: what its columns are called. */
export const columnTitles = ({ registers }: Catalogue): ReadonlyMap<string, readonly string[]> =>
  new Map(registers.map(({ code, fields }) => [`/registers/${code}`, Object.values(fields).map(({ title }) => title)]));

/** The register the address speaks of. */
export function useRegisterOfPage(): RegisterDefinition | undefined {
  const { code = '' } = useParams({ strict: false }) as { code?: string };
  return useRegisters().catalogue.find(code);
}

/** The operations of one register. */
export function useRegisterClient({ code }: RegisterDefinition) {
  const client = useRegisters().client.registers[code];
  if (!client) throw new Error(`there is no register ${code}`);
  return client;
}

/** Whether the account may `list`, `add`, `change`, `void`, `move`, `export` rows of a register. */
export function useMayDo(): (register: RegisterDefinition, verb: string) => boolean {
  const { operations } = useViewer();
  return (register, verb) => operations.has(operationName(register, verb));
}

/** What else may be done with rows of the register by this account. */
export function useDeeds(register: RegisterDefinition): readonly RowsDeed[] {
  const { operations } = useViewer();
  const deeds = useRegisters().parts.flatMap((part) => part.deeds ?? []);
  return deeds.filter(({ fits }) => fits(register, operations));
}

/** Whether the account's role is one of these: for what is told by roles alone, importing a register and moves of its rows. */
export function useHasRole(): (roles: readonly Role[]) => boolean {
  const { role } = useViewer();
  return (roles) => roles.includes(role);
}

/** First part of the cache keys of a register. */
export const registerKey = (code: string) => ['registers', code] as const;
export const IMPORTS_KEY = ['register-imports'] as const;
