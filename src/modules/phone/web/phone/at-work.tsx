// An unlocked phone: it keeps syncing, locks after minutes without a touch, and shows the screen of the address.

import { useEffect } from 'react';
import { HOME, useAddress } from './addresses.ts';
import { usePhone, usePhoneState } from './context.ts';
import { FormScreen } from './forms/form-screen.tsx';
import { OrderedWipe } from './gate/ordered-wipe.tsx';
import { keepSyncing } from './store/sync.ts';
import { CollectTab } from './tabs/collect.tsx';
import { HouseholdScreen } from './tabs/household.tsx';
import { HouseholdsTab } from './tabs/households.tsx';
import { ItemScreen } from './tabs/item.tsx';
import { JobsScreen } from './tabs/jobs.tsx';
import { MineTab } from './tabs/mine.tsx';
import { OutboxScreen } from './tabs/outbox.tsx';
import { RegisterRows } from './tabs/register-rows.tsx';
import { TodayTab } from './tabs/today.tsx';

const MINUTE_MS = 60_000;

/** Time goes on while the phone sleeps, timers do not: what counts is when it was last touched. */
function useAutoLock(): void {
  const { store, lockNow } = usePhone();
  useEffect(() => {
    let touchedAt = Date.now();
    const touch = () => {
      touchedAt = Date.now();
    };
    const look = () => {
      if (Date.now() - touchedAt > store.vault.lock().lockMinutes * MINUTE_MS) lockNow();
    };
    const timer = window.setInterval(look, 5000);
    const events = ['pointerdown', 'keydown', 'input'] as const;
    for (const event of events) window.addEventListener(event, touch, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearInterval(timer);
      for (const event of events) window.removeEventListener(event, touch);
      document.removeEventListener('visibilitychange', look);
    };
  }, [store, lockNow]);
}

export function AtWork() {
  const { store } = usePhone();
  const { sync } = usePhoneState();
  useAutoLock();
  useEffect(() => keepSyncing(store), [store]);
  return sync.wipeOrdered ? <OrderedWipe /> : <CurrentScreen />;
}

function CurrentScreen() {
  const [where = '', one = '', ...more] = useAddress();
  switch (where) {
    case 'households':
      return <HouseholdsTab group={one === 'round' ? one : undefined} />;
    case 'household':
      return <HouseholdScreen id={one} />;
    case 'collect':
      return <CollectTab />;
    case 'register':
      return <RegisterRows code={one} />;
    case 'jobs':
      return <JobsScreen village={one} />;
    case 'mine':
      return <MineTab />;
    case 'outbox':
      return <OutboxScreen />;
    case 'item':
      return <ItemScreen id={one} />;
    case 'form':
      return <FormScreen key={[one, ...more].join('/')} kind={one} of={more} />;
    default:
      if (where !== 'today') window.location.replace(HOME);
      return <TodayTab />;
  }
}
