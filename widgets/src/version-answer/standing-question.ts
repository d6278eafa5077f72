import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { isAborted } from '../failure/failure.js';
import { Waiting } from '../waiting/waiting.js';

/** Asks the server, and makes an answer of what it says. */
export type ReadAnswer<Question, Answer> = (
  question: Question,
  signal: AbortSignal,
) => Promise<Answer>;

/**
 * Owns the question that stands and the server's answer to it. An answer to another question is never shown: it goes
 * when another one is asked, and stays while the same one is asked again, also if that fails.
 */
export class StandingQuestion<Question, Answer> implements ReactiveController {
  readonly waiting: Waiting;
  readonly #host: ReactiveControllerHost;
  readonly #read: ReadAnswer<Question, Answer>;
  readonly #answered: (answer: Answer) => void;
  #reading = new AbortController();
  #question: Question | undefined;
  #isUnread = false;
  #answer: Answer | undefined;
  #failure: unknown;

  /** @param answered Called with each answer. */
  constructor(
    host: ReactiveControllerHost,
    read: ReadAnswer<Question, Answer>,
    answered: (answer: Answer) => void,
  ) {
    this.#host = host;
    this.#read = read;
    this.#answered = answered;
    this.waiting = new Waiting(host);
    host.addController(this);
  }

  /** What was asked last. */
  get question(): Question | undefined {
    return this.#question;
  }

  /** The last answer to it. */
  get answer(): Answer | undefined {
    return this.#answer;
  }

  /** Why it wasn't answered when it was asked last. */
  get failure(): unknown {
    return this.#failure;
  }

  async ask(question: Question): Promise<void> {
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    if (JSON.stringify(question) !== JSON.stringify(this.#question)) this.#answer = undefined;
    this.#question = question;
    this.#failure = undefined;
    this.#isUnread = true;
    try {
      const answer = await this.waiting.during(this.#read(question, signal));
      if (signal.aborted) return;
      this.#answer = answer;
      this.#isUnread = false;
      this.#answered(answer);
    } catch (error) {
      if (signal.aborted || isAborted(error)) return;
      this.#isUnread = false;
      this.#failure = error;
    }
    this.#host.requestUpdate();
  }

  /** Asks the same again. */
  async again(): Promise<void> {
    if (this.#question !== undefined) await this.ask(this.#question);
  }

  /** Forgets question and answer. */
  clear(): void {
    this.#reading.abort();
    this.#question = undefined;
    this.#answer = undefined;
    this.#failure = undefined;
    this.#isUnread = false;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    // The element was moved in the page before the answer came.
    if (this.#isUnread) void this.again();
  }

  hostDisconnected(): void {
    this.#reading.abort();
  }
}
