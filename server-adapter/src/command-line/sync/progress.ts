/** Tells somebody at a terminal how far it is. */
export interface Progress {
  reading(bytes: number, rows: number): void;
  /** Takes the line away again. */
  end(): void;
}

export interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

const width = 30;
const eraseLine = '\r\u001b[2K';

/** Draws a bar on a terminal, and nothing where the output goes elsewhere. */
export function showProgress(terminal: Terminal, size: number | undefined): Progress {
  if (terminal.isTTY !== true) return { reading: () => undefined, end: () => undefined };
  let drawn = '';
  return {
    reading: (bytes, rows) => {
      const line = `${bar(bytes, size)}${rows.toLocaleString('en')} rows read`;
      if (line === drawn) return;
      drawn = line;
      terminal.write(eraseLine + line);
    },
    end: () => {
      if (drawn !== '') terminal.write(eraseLine);
    },
  };
}

/** Shows a line while a piece of work is running whose end nobody can foretell. */
export async function showWaiting<Result>(
  terminal: Terminal,
  text: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (terminal.isTTY !== true) return work();
  terminal.write(eraseLine + text);
  try {
    return await work();
  } finally {
    terminal.write(eraseLine);
  }
}

function bar(bytes: number, size: number | undefined): string {
  if (size === undefined || size === 0) return '';
  const share = Math.min(1, bytes / size);
  const full = Math.round(share * width);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}] ${percent} %  `;
}
