// What happens to whole villages: water that stays away and disasters.

import { dayText } from './cells.ts';
import type { FeedSink } from './feed-sink.ts';
import { pickWeighted, type Random } from './random.ts';

function emitOutages(random: Random, sink: FeedSink, village: string, today: number): void {
  const times = pickWeighted(random, [64, 33, 3]);
  for (let i = 0; i < times; i++) {
    const start = today - random.int(110);
    const days = random.chance(0.14) ? random.between(4, 9) : random.between(1, 3);
    const open = random.chance(0.01) && today - start < 20;
    const end = open ? '' : dayText(start + days - 1);
    sink.village('water-outage', [village, dayText(start), end, random.pick(['管网检修', '水源枯竭', '管道冻裂'])]);
  }
}

export function emitVillageEvents(random: Random, sink: FeedSink, village: string, today: number): void {
  emitOutages(random, sink, village, today);
  if (!random.chance(0.15)) return;
  const severity = pickWeighted(random, [48, 38, 5, 9]) + 1;
  const kind = random.pick(['干旱', '洪涝', '雪灾', '风雹']);
  sink.village('disaster-report', [village, kind, dayText(today - random.int(120)), String(severity)]);
}
