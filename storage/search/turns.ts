/** Milliseconds of work between two turns of others. */
const LONGEST = 30;

/** Parts long work, so that whoever else is served by this thread waits no longer than a moment. */
export class Turns {
  private since = performance.now();

  /** A turn of others to wait for, where one is due. */
  due(): Promise<void> | undefined {
    return performance.now() - this.since < LONGEST ? undefined : this.give();
  }

  private async give(): Promise<void> {
    await new Promise<void>((done) => {
      // A timer would wait for 4 ms each time.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage(null);
    });
    this.since = performance.now();
  }
}
