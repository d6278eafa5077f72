/** Resolves when the next picture is on its way to the screen. */
export const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      // A task that is posted within a frame runs behind its layout and paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  });

const patience = 20_000;

/** Milliseconds from an action to the first picture that shows what it did. */
export async function toPaint(action: () => void, isShown: () => boolean): Promise<number> {
  await nextPaint();
  const start = performance.now();
  action();
  do {
    await nextPaint();
    if (performance.now() - start > patience) throw new Error('It is not shown.');
  } while (!isShown());
  return performance.now() - start;
}
