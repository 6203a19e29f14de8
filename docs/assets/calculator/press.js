// While a pointer is down nothing may move: a button that slid away would lose the click meant for it.

/** Watches presses on an element; the answer gives a promise that resolves as soon as none is going on. */
export function watchPresses(host) {
  let released = Promise.resolve();
  host.addEventListener('pointerdown', () => {
    released = new Promise((resolve) => {
      const ends = ['pointerup', 'pointercancel'];
      const release = () => {
        for (const end of ends) removeEventListener(end, release);
        setTimeout(resolve); // the click comes first
      };
      for (const end of ends) addEventListener(end, release);
    });
  });
  return () => released;
}
