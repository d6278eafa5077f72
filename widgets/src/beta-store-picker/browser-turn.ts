/** Lets the browser do what waits; unlike a timer it isn't slowed down in a page that can't be seen. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Lets the browser paint what has changed, unless the page can't be seen. */
export async function nextPicture(): Promise<void> {
  if (!document.hidden) await new Promise((resolve) => requestAnimationFrame(resolve));
  await nextTask();
}
