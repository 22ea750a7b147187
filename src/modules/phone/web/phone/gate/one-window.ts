// One window at a time works with the store of this phone: two would each write what the other does not know.

const NAME = 'shouwang-field';

/** Takes it over from another window, which is told by `onLost`; false where the browser refuses. */
export async function holdWindow(onLost: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(NAME, { steal: true }, () => {
        resolve(true);
        // Held as long as the page is there.
        return new Promise<never>(() => undefined);
      })
      .catch(() => {
        resolve(false);
        onLost();
      });
  });
}
