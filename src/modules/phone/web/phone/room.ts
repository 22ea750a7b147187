// What room is left on the phone: looked at before photos are taken, so that nobody learns it from the one that does not fit.

import { useEffect, useState } from 'react';

const MB = 1024 * 1024;
/** Less than a day of photos. */
const LITTLE_MB = 100;

type Room = { freeMb: number };

export function useRoom(): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    void (async () => {
      const { quota = 0, usage = 0 } = await navigator.storage.estimate();
      setRoom({ freeMb: Math.max(0, Math.round((quota - usage) / MB)) });
    })();
  }, []);
  return room;
}

export function littleRoomWords(room: Room | undefined): string | undefined {
  if (!room || room.freeMb >= LITTLE_MB) return undefined;
  return `手机只剩约 ${room.freeMb} MB 空间，照片可能存不下。请先联网上传，再删除手机上不用的照片或应用。`;
}
