import { type ReactiveControllerHost } from 'lit';
import { decodeFile } from './decode-file.js';

/** A file that was chosen, by what is in it. */
export interface ChosenFile {
  name: string;
  text: string;
  lines: number;
}

/** Larger ones, in bytes, are no lists of stores. */
const largest = 20_000_000;

/** Why a file wasn't taken. */
export type FileFault = 'tooLarge' | 'unreadable';

/**
 * Owns the list that is to be imported: what was typed, or the file that was chosen, which leaves what was typed as it is.
 */
export class ListSource {
  readonly #host: ReactiveControllerHost;
  #typed = '';
  #file: ChosenFile | undefined;
  #fault: { fault: FileFault; name: string } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get typed(): string {
    return this.#typed;
  }

  get file(): ChosenFile | undefined {
    return this.#file;
  }

  /** Why the last file wasn't taken. */
  get fault(): { fault: FileFault; name: string } | undefined {
    return this.#fault;
  }

  /** The list itself. */
  get text(): string {
    return this.#file?.text ?? this.#typed;
  }

  type(text: string): void {
    this.#typed = text;
    this.#fault = undefined;
    this.#host.requestUpdate();
  }

  /** Takes a file in place of what was typed; says whether it could be read. */
  async take(file: File): Promise<boolean> {
    this.#fault = undefined;
    const { name } = file;
    try {
      if (file.size > largest) this.#fault = { fault: 'tooLarge', name };
      else {
        const text = decodeFile(await file.arrayBuffer());
        this.#file = { name, text, lines: countLines(text) };
      }
    } catch {
      this.#fault = { fault: 'unreadable', name };
    }
    this.#host.requestUpdate();
    return this.#fault === undefined;
  }

  dropFile(): void {
    this.#file = undefined;
    this.#fault = undefined;
    this.#host.requestUpdate();
  }

  /** Begins with an empty list. */
  clear(): void {
    this.dropFile();
    this.#typed = '';
  }
}

function countLines(text: string): number {
  const ends = text.match(/\r\n|\r|\n/gu)?.length ?? 0;
  return text === '' || /[\r\n]$/u.test(text) ? ends : ends + 1;
}
