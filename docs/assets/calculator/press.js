// While a pointer is down nothing may move: a button that slid away would lose the click meant for it.

const ENDS = ['pointerup', 'pointercancel'];

export class Press {
  /** Resolves when no pointer is down on the host any more, and its click has come. */
  released = Promise.resolve();

  constructor(host) {
    host.addEventListener('pointerdown', () => {
      this.released = new Promise((resolve) => {
        const release = () => {
          for (const end of ENDS) removeEventListener(end, release);
          setTimeout(resolve); // the click comes first
        };
        for (const end of ENDS) addEventListener(end, release);
      });
    });
  }
}
