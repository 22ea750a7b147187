// Who looks at the screen: given once by the frame, asked by pages to show only what this account may do.

import { createContext, type ReactNode, useContext } from 'react';
import type { Role } from '../../kernel/operation.ts';
import type { RegionLevel } from '../../kernel/region-code.ts';

export type Viewer = {
  accountId: number;
  username: string;
  name: string;
  role: Role;
  roleName: string;
  region: { code: number; level: RegionLevel; name: string };
  /** All areas the account may work in; `region` is the one of this session. */
  areas: readonly { code: number; name: string }[];
  /** Names of the operations the account may call. */
  operations: ReadonlySet<string>;
  mustChangePassword: boolean;
  /** Must take a second factor into use before anything else. */
  mustEnrol: boolean;
  /** How long a new password must be. */
  passwordLength: number;
  /** Name and time stand over every page. */
  watermark: boolean;
  lastSignInAt?: string | undefined;
};

const ViewerContext = createContext<Viewer | undefined>(undefined);

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext.Provider value={viewer}>{children}</ViewerContext.Provider>;
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is used outside the frame');
  return viewer;
}

/** Whether the account may call an operation; a button that may not be used is left out, not greyed. */
export function useMay(operation: string): boolean {
  return useViewer().operations.has(operation);
}
