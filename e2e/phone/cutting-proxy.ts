// A network that breaks off where it is told: between browser and server, after so many bytes of one direction.

import { connect, createServer, type Server, type Socket } from 'node:net';

/** Bytes of the conversation after which both ends are torn apart, of what goes up or of what comes down. */
export type Cut = { way: 'up' | 'down'; after: number };

export type CuttingProxy = {
  url: string;
  /** Of requests to this path from now on; the next cut replaces it, and each cuts once. */
  cutNext: (path: string, cut: Cut) => void;
  /** Whether the last cut was reached. */
  wasCut: () => boolean;
  close: () => Promise<void>;
};

type Plan = { path: string; cut: Cut };

/** In front of `target`; requests are told apart by their first line, one connection at a time. */
export async function openCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  let plan: Plan | undefined;
  let isDone = false;
  const open = new Set<Socket>();

  const server: Server = createServer((phone) => {
    const office = connect(Number(port), hostname);
    for (const socket of [phone, office]) {
      open.add(socket);
      socket.on('error', () => tear());
      socket.on('close', () => {
        open.delete(socket);
        tear();
      });
    }
    const tear = () => {
      phone.destroy();
      office.destroy();
    };
    let mine: Plan | undefined;
    const passed = { up: 0, down: 0 };
    const pass = (way: Cut['way'], bytes: Buffer, to: Socket) => {
      const left = mine?.cut.way === way ? mine.cut.after - passed[way] : Number.POSITIVE_INFINITY;
      passed[way] += bytes.length;
      if (bytes.length < left) return void to.write(bytes);
      isDone = true;
      plan = undefined;
      to.write(bytes.subarray(0, left), tear);
    };
    phone.on('data', (bytes: Buffer) => {
      // A connection is used again: what is counted begins with the request that is meant.
      if (plan && mine !== plan && bytes.toString('latin1', 0, 200).includes(` ${plan.path} HTTP`)) {
        mine = plan;
        passed.up = 0;
        passed.down = 0;
      }
      pass('up', bytes, office);
    });
    office.on('data', (bytes: Buffer) => pass('down', bytes, phone));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    cutNext: (path, cut) => {
      plan = { path, cut };
      isDone = false;
    },
    wasCut: () => isDone,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
