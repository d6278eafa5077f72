/** Which of the compared elements shows a list. */
export type SubjectName = 'picker' | 'dataTables' | 'leanDataTables' | 'vaadinGrid';

/** What is scrolled: the picker, or rows that do nothing. */
export type ScrolledName = 'picker' | 'plainList';

/** Milliseconds to the picture that shows it. */
export interface ListFigures {
  firstRows: number;
  selectAll: number;
}

/** Milliseconds to the picture that shows it. */
export interface SearchFigures {
  firstLetter: number;
  nextLetter: number;
}

/** Milliseconds. */
export interface ListCheckFigures {
  /** From the press on "Periksa" to the picture with the result. */
  result: number;
  /** The longest time meanwhile in which the page heard no key. */
  deaf: number;
}

/** What can be measured in the page. */
export interface BenchPage {
  /** Shows so many rows in one of the elements, and ticks all of them. */
  list: (name: SubjectName, count: number) => Promise<ListFigures>;
  /** Types two letters into the picker's search, the first one as soon as all rows are there. */
  search: (count: number) => Promise<SearchFigures>;
  /** Milliseconds between the pictures while so many pixels are scrolled, 100 a picture. */
  scroll: (name: ScrolledName, count: number, pixels: number) => Promise<number[]>;
  /** The code of the last row in sight when the scroll bar is at its end. */
  end: (count: number) => Promise<string>;
  /** Checks a list for a beta app of the server behind the page; of the stores, at once or when they have been read. */
  checkList: (betaAppId: number, text: string, atOnce: boolean) => Promise<ListCheckFigures>;
}

declare global {
  interface Window {
    benchPage: BenchPage;
  }
}
