// What every screen of an unlocked phone has at hand.

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { PhoneStore } from './store/phone-store.ts';
import type { PhoneState } from './store/state.ts';

export type Phone = {
  store: PhoneStore;
  /** Registers whose rows may be made without a network. */
  registers: readonly RegisterDefinition[];
  lockNow: () => void;
};

const PhoneContext = createContext<Phone | undefined>(undefined);
export const PhoneProvider = PhoneContext.Provider;

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('there is no unlocked phone');
  return phone;
}

export function usePhoneState(): PhoneState {
  const { store } = usePhone();
  return useSyncExternalStore(store.subscribe, store.state);
}
