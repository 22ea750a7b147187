import { formatDate } from '../src/kernel/plain-date.ts';
import { dayOn } from '../src/platform/server/clock.ts';

/** The day of the offices, so many days from now, as `YYYY-MM-DD`: for eight hours of each day another one than that of UTC. */
export const officeDay = (days = 0) => formatDate(dayOn(() => new Date(Date.now() + days * 86_400_000)));
