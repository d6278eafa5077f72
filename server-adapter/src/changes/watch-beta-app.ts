import { type ChangeFeed } from '@beta-app/core';
import { eventStream } from './event-stream.js';

/** So many streams are open at once: each holds a connection. Who comes later gets one answer, and asks again. */
const mostStreams = 1_000;

export interface WatchOptions {
  changes: ChangeFeed;
  /** Ends all streams. */
  stopping: AbortSignal | undefined;
}

/** Answers a stream of the revisions of a beta app; undefined where there is no room for one more. */
export type WatchBetaApp = (
  id: number,
  readRevision: () => Promise<number>,
) => Promise<Response | undefined>;

/**
 * Creates what answers streams of revisions: first the one that there is, then each one that follows. Where changes may
 * have been missed, the revision is read.
 */
export function createWatch({ changes, stopping }: WatchOptions): WatchBetaApp {
  let open = 0;
  return async (id, readRevision) => {
    if (open >= mostStreams) return undefined;
    // Its place is taken before anything is waited for, in which others come.
    open += 1;
    const leave = () => (open -= 1);
    const first = await readRevision().catch((cause: unknown) => {
      leave();
      throw cause;
    });
    if (stopping?.aborted === true) {
      leave();
      return undefined;
    }
    return eventStream(({ send, end }) => {
      let last = first;
      const tell = (revision: number) => {
        if (revision <= last) return;
        last = revision;
        send({ revision });
      };
      const readAgain = () => {
        readRevision().then(tell, end);
      };
      send({ revision: first });
      const unwatch = changes.watch(id, (revision) => {
        if (revision === undefined) readAgain();
        else tell(revision);
      });
      // Something may have changed between the first reading and now.
      readAgain();
      stopping?.addEventListener('abort', end);
      return () => {
        leave();
        unwatch();
        stopping?.removeEventListener('abort', end);
      };
    });
  };
}
